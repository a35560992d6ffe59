/** @file `npm run --silent translate -- [--mechanism additive] [--beam 1]`: a sentence a line in, a JSON object a line out. */

import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { finish, translate } from '../models/seq2seq/translate.ts';
import { normalise } from '../tasks/translation/normalise.ts';
import { alphaRows } from '../training/evaluation.ts';
import { shippedModel } from './shippedModel.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { mechanism: { type: 'string', default: 'additive' }, beam: { type: 'string', default: '1' } },
  });
  const beam = /^[1-8]$/.test(values.beam) ? Number(values.beam) : undefined;
  if (beam === undefined) throw new Error(`--beam ${values.beam}: expected a whole number from 1 to 8`);
  const { model } = shippedModel(values.mechanism);
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const { words } = normalise(line);
    if (words.length === 0) {
      console.log(JSON.stringify({ source: [], target: [], alpha: [], logProbability: 0, unknown: [] }));
      continue;
    }
    const made = finish(translate(model, words, { beam }));
    console.log(
      JSON.stringify({
        source: words,
        target: made.target,
        alpha: alphaRows(made.trace),
        logProbability: made.logProbability,
        unknown: made.unknown.map((j) => words[j]),
      }),
    );
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
