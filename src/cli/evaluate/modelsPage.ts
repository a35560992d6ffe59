/** @file docs/models.md: the table of the shipped models, made from their cards. */

import type { EvaluationRow } from '../../training/evaluation.ts';
import type { Shipped } from '../train/files.ts';
import type { ShippedTask } from '../train/taskModel.ts';

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

function row({ set, sentences, exact, tokens, bleu, aer }: EvaluationRow): string {
  return `| ${set} | ${sentences} | ${percent(exact)} | ${percent(tokens)} | ${(100 * bleu).toFixed(2)} | ${aer === undefined ? '—' : percent(aer)} |`;
}

function section(card: Shipped): string {
  return [
    `## ${card.id}`,
    '',
    ...(card.note === undefined ? [] : [card.note, '']),
    `${card.parameters} parameters, ${card.bytes} bytes as float16 (${card.compressed} by gzip), hash \`${card.hash}\`. ` +
      `Seed ${card.seed}, ${card.training.sentences.toLocaleString('en')} sentences in ${card.training.minutes} minutes. Repeat it with:`,
    '',
    '```',
    card.command,
    '```',
    '',
    '| English words | sentences | exact match | tokens | BLEU | AER |',
    '| --- | --- | --- | --- | --- | --- |',
    ...card.results.map(row),
    '',
    ...(card.examplesExact === undefined || card.unknownNoun === undefined
      ? []
      : [
          `The eight example sentences: ${card.examplesExact} exact. One unknown noun: all other words right in ${percent(card.unknownNoun)} of 500 held-out sentences.`,
          '',
        ]),
  ].join('\n');
}

/** What falls short of all is not rounded up to 100 %. */
function floored(share: number): string {
  return `${(Math.floor(10_000 * share) / 100).toFixed(2)} %`;
}

function datesSection(card: ShippedTask): string {
  return [
    `## ${card.id}`,
    '',
    `${card.task}, character by character. ${card.parameters} parameters, ${card.bytes} bytes as float16 (${card.compressed} by gzip), hash \`${card.hash}\`. ` +
      `Seed ${card.settings.seed}, ${card.training.examples.toLocaleString('en')} examples in ${Math.round(card.training.seconds)} seconds: what “Train it yourself” ` +
      'learns with the settings that it begins with, bit for bit (`test/models/dates.test.ts`). Repeat it with:',
    '',
    '```',
    card.command,
    '```',
    '',
    'A day that is held out by its hash is held out in every way of writing it; of the other days some writings are held out by the hash of the writing. “Looked at”',
    'counts, over answers without a mistake, the digits whose largest weight is at a character that they come from.',
    '',
    '| set | dates | exact match | characters | looked at |',
    '| --- | --- | --- | --- | --- |',
    ...card.results.map(
      ({ set, examples, exact, symbols, aligned }) =>
        `| ${set} | ${examples} | ${floored(exact)} | ${floored(symbols)} | ${aligned === undefined ? '—' : percent(aligned)} |`,
    ),
    '',
  ].join('\n');
}

/** The page. */
export function modelsPage(cards: readonly Shipped[], dates: ShippedTask): string {
  return [
    '# The trained models',
    '',
    'Written by `npm run evaluate -- --write`; `npm run evaluate` prints the same table. Each model is the encoder–decoder of Bahdanau, Cho and Bengio (2015)',
    'with another way to look: they all ask before they update their state (attend-first). Training sees translations only, never alignments.',
    '',
    'Held-out sentences are told by a hash of the sentence, so no seed can leak them; “unseen pairs” hold an adjective and noun, or a verb and noun, that no',
    'training sentence has together. Decoding is greedy, in float64, on the shipped weights. Exact match counts whole sentences; BLEU is corpus BLEU-4 on tokens; the',
    'alignment error rate (AER) links each French word to the English word with the largest weight, on the gold translation.',
    '',
    ...cards.map(section),
    datesSection(dates),
    '## Limits',
    '',
    'The models know the words and the grammar of their task and no others: a word outside the vocabulary is read as “unknown”. They have read sentences of 3 to 40 words.',
    'Where a model looks is what its decoder used; it is no proof of why it wrote a word.',
    '',
  ].join('\n');
}
