/** @file `npm run evaluate [-- --mechanism ID] [--size 2000] [--write]`: the table of each shipped model; --write puts it into the cards and docs/models.md. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { attentions } from '../mechanisms/all.ts';
import { finish, translate } from '../models/seq2seq/translate.ts';
import { examples } from '../tasks/translation/examples.ts';
import { evaluateSet, evaluationSets, unknownNounShare, type EvaluationRow } from '../training/evaluation.ts';
import { modelsPage } from './evaluate/modelsPage.ts';
import { shippedModel } from './shippedModel.ts';
import type { Shipped } from './train/files.ts';
import type { ShippedTask } from './train/taskModel.ts';

const FOLDER = 'public/models';

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

/** One row as text, in columns. */
function line({ set, sentences, exact, tokens, bleu, aer, capped }: EvaluationRow): string {
  const cells = [
    set.padEnd(14),
    String(sentences).padStart(6),
    percent(exact).padStart(9),
    percent(tokens).padStart(9),
  ];
  return [
    ...cells,
    (100 * bleu).toFixed(2).padStart(7),
    (aer === undefined ? '—' : percent(aer)).padStart(9),
    String(capped).padStart(4),
  ].join('  ');
}

/** Where nothing is attended, where no word is looked at, and where one word is drawn, a model need not be good to be of use. */
const EXEMPT: ReadonlySet<string> = new Set(['none', 'location', 'hard']);

/** What the card of a model says first if it translates fewer than 95 % of sentences of up to 20 words exactly. */
function shortfall(id: string, results: readonly EvaluationRow[]): string | undefined {
  const short = results.filter(({ set, exact }) => ['1–10', '11–20'].includes(set) && exact < 0.95);
  if (EXEMPT.has(id) || short.length === 0) return undefined;
  const said = short.map(({ set, exact }) => `${percent(exact)} of sentences of ${set} words`);
  return `This model is weaker than the others: it translates only ${said.join(' and ')} exactly.`;
}

function evaluate(id: string, size: number): Shipped {
  const { model, card } = shippedModel(id, FOLDER);
  console.log(
    `\n${id} (${card.parameters} parameters, ${card.bytes} bytes, ${card.compressed} compressed, hash ${card.hash})`,
  );
  console.log('words           number      exact     tokens     BLEU        AER   cap');
  const results = evaluationSets(size).map((set) => {
    const row = evaluateSet(model, set);
    console.log(line(row));
    return row;
  });
  const wrong = examples.filter(
    ({ english, french }) => finish(translate(model, english.split(' '))).target.join(' ') !== french,
  );
  console.log(`the eight sentences: ${examples.length - wrong.length} exact`);
  for (const { english } of wrong) console.log(`  not exact: ${english}`);
  const unknownNoun = unknownNounShare(model, 500);
  console.log(`one unknown noun, all other words right: ${percent(unknownNoun)} of 500`);
  const { note: _, ...known } = card;
  const note = shortfall(id, results);
  const judged = { ...known, results, examplesExact: examples.length - wrong.length, unknownNoun };
  return note === undefined ? judged : { note, ...judged };
}

function main(): void {
  const { values } = parseArgs({
    options: {
      mechanism: { type: 'string' },
      size: { type: 'string', default: '2000' },
      write: { type: 'boolean', default: false },
    },
  });
  const size = Number(values.size);
  if (!Number.isInteger(size) || size < 1)
    throw new Error(`--size ${values.size}: expected a whole number from 1`);
  const shipped = attentions.map((one) => one.id).filter((id) => existsSync(join(FOLDER, `${id}.json`)));
  const cards = (values.mechanism === undefined ? shipped : [values.mechanism]).map((id) =>
    evaluate(id, size),
  );
  if (!values.write) return;
  for (const card of cards)
    writeFileSync(join(FOLDER, `${card.id}.json`), `${JSON.stringify(card, null, 2)}\n`);
  const dates = JSON.parse(readFileSync(join(FOLDER, 'dates.json'), 'utf8')) as ShippedTask;
  writeFileSync(
    'docs/models.md',
    modelsPage(
      shipped.map((id) => shippedModel(id, FOLDER).card),
      dates,
    ),
  );
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
