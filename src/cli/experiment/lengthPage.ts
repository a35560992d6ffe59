/** @file The tables of the experiment "length" in docs/experiments.md, written from the files of its runs. */

import { experimentRuns, testedRanges } from '../../training/lengthExperiment.ts';
import type { Run } from './files.ts';

const BEGIN = '<!-- written by npm run experiment -- length: begin -->';
const END = '<!-- end -->';

/** A mean with the least and the largest of at least one number. */
function spread(numbers: readonly number[]): string {
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)].map((one) => one.toFixed(1));
  return numbers.length === 1 ? mean.toFixed(1) : `${mean.toFixed(1)} (${least}–${most})`;
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A row a mechanism that has runs, a column a range of lengths. */
function table(runs: readonly Run[], measure: 'bleu' | 'exact'): string[] {
  const head = ['model', ...testedRanges.map(([from, to]) => `${from}–${to}`)];
  const rows = experimentRuns.flatMap((id) => {
    const own = runs.filter(({ mechanism }) => mechanism === id);
    if (own.length === 0) return [];
    const cells = testedRanges.map((_, k) =>
      spread(own.flatMap(({ results }) => (results[k] === undefined ? [] : [100 * results[k][measure]]))),
    );
    return [row([`\`${id}\``, ...cells])];
  });
  return [row(head), row(head.map(() => '---')), ...rows];
}

/** What was trained: a row a mechanism. */
function models(runs: readonly Run[]): string[] {
  const head = [
    'model',
    'seeds',
    'parameters',
    'width of the read-out',
    'minutes a training',
    'sentences a range',
  ];
  const rows = experimentRuns.flatMap((id) => {
    const own = runs.filter(({ mechanism }) => mechanism === id);
    const [first] = own;
    if (first === undefined) return [];
    return [
      row([
        `\`${id}\``,
        own.map(({ seed }) => seed).join(', '),
        first.parameters.toLocaleString('en'),
        first.settings.widths.readout,
        spread(own.map(({ trainingMinutes }) => trainingMinutes)),
        first.results[0]?.sentences ?? 0,
      ]),
    ];
  });
  return [row(head), row(head.map(() => '---')), ...rows];
}

/** The page with its tables replaced by those of these runs. Throws where the page has no place for them. */
export function withTables(page: string, runs: readonly Run[]): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`docs/experiments.md: expected ${BEGIN} and after it ${END}`);
  const text = [
    ...['### BLEU', '', ...table(runs, 'bleu'), ''],
    ...['### Exact match, per cent', '', ...table(runs, 'exact'), ''],
    ...['### The models', '', ...models(runs)],
  ].join('\n');
  return `${page.slice(0, from)}${BEGIN}\n\n${text}\n\n${page.slice(to)}`;
}
