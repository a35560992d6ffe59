/** @file `npm run bench [-- attention|training|trainingPage|app …] [--rounds 30] [--write]`: times ours against other libraries, and the app; --write puts the tables into docs/benchmarks.md. */

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchApp } from './bench/appBench.ts';
import { benchContests } from './bench/contestBench.ts';
import { benchTrainingPage } from './bench/trainingPage.ts';
import { withPart } from './bench/markdown.ts';
import { root } from './setUp/run.mjs';

const page = path.join(root, 'docs', 'benchmarks.md');

/** What can be asked for; each gives the text of its part of the page. */
const parts: Readonly<Record<string, (rounds: number) => Promise<string>>> = {
  attention: (rounds) => benchContests('attention', rounds),
  training: (rounds) => benchContests('training', rounds),
  trainingPage: benchTrainingPage,
  app: benchApp,
};

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '30' }, write: { type: 'boolean', default: false } },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(`--rounds ${values.rounds}: expected a whole number from 1`);
  const names = positionals.length > 0 ? positionals : Object.keys(parts);
  const unknown = names.find((name) => !Object.hasOwn(parts, name));
  if (unknown !== undefined) throw new Error(`${unknown}: expected ${Object.keys(parts).join(', ')}`);
  for (const name of names) {
    const text = (await parts[name]?.(rounds)) ?? '';
    console.log(`\n${text}\n`);
    if (values.write) writeFileSync(page, withPart(readFileSync(page, 'utf8'), name, text));
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
