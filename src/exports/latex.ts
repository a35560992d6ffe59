/** @file LaTeX of a step or a matrix: the formula, and the formula with the numbers put in. For a document that loads amsmath. */

import { valueAt } from '../engine/explain.ts';
import type { TensorRecord, Trace } from '../engine/trace.ts';
import { lengthsOf } from '../geometry/attention.ts';
import { formulasOf } from '../geometry/narration/formulas.ts';
import { symbolOf } from '../geometry/symbol.ts';
import { cellsIn, indicesOf, tensorNamed } from '../geometry/tensorIndex.ts';
import { cellTex } from './latex/cellTex.ts';
import { factorTex, numberTex, plainTex } from './latex/numbers.ts';

/** Rows of a context up to which it is written as a column of numbers. */
const COLUMN = 8;

const environment = (name: string, lines: readonly string[]): string =>
  [`\\begin{${name}}`, lines.map((line) => `  ${line}`).join(' \\\\\n'), `\\end{${name}}`].join('\n');

const comment = (text: string): string =>
  text
    .split('\n')
    .map((line) => `% ${line}`)
    .join('\n');

/** e or α of every place: `\alpha_{3,1} &= \frac{…}{…} = 0.807`. A tensor of several rows (queries, heads) gives them all. */
function cellLines(trace: Trace, tensor: TensorRecord, t: number): string[] {
  const count = tensor.axes.reduce((product, axis) => product * axis.size, 1);
  return Array.from({ length: count }, (_, cell) => {
    const index = indicesOf(tensor.axes, cell);
    const at = (axis: string): number | undefined => {
      const place = index[tensor.axes.findIndex(({ name }) => name === axis)];
      return place === undefined ? undefined : place + 1;
    };
    const row = at('i') ?? t + 1;
    const column = at('j');
    // The letters of the symbol count askers and asked; any other axis is counted in brackets.
    const isPlain = tensor.axes.every(({ name }) => name === 'i' || name === 'j');
    const symbol = symbolOf(
      tensor.name,
      { t: row, ...(column === undefined ? {} : { j: column }) },
      {},
      isPlain ? '' : `[${index.map((place) => place + 1).join(', ')}]`,
    );
    const numbers = cellTex(trace, { tensor: tensor.id, cell });
    const value = numberTex(valueAt(trace, { tensor: tensor.id, cell }));
    const made = numbers === undefined || numbers === value ? '' : `${numbers} \\approx `;
    return `${plainTex(symbol.tex)} &= ${made}${value}`;
  });
}

const columnTex = (values: ArrayLike<number>): string =>
  `\\begin{bmatrix} ${Array.from(values, numberTex).join(' \\\\ ')} \\end{bmatrix}`;

/** c as a weighted sum of the states, and as columns of numbers where they are short. */
function contextLines(trace: Trace, context: TensorRecord, weights: TensorRecord, t: number): string[] {
  const shares = Array.from(cellsIn(trace, weights));
  const symbol = plainTex(symbolOf('c', { t: t + 1 }).tex);
  const states = shares.map(
    (share, j) => `${factorTex(share)}\\, ${plainTex(symbolOf('h', { j: j + 1 }).tex)}`,
  );
  const line = `${symbol} &\\approx ${states.join(' + ')}`;
  const values = cellsIn(trace, context);
  const keys = tensorNamed(trace, 'h', -1);
  if (keys === undefined || values.length > COLUMN) return [line];
  const columns = shares.map((share, j) => `${factorTex(share)} ${columnTex(cellsIn(trace, keys, j))}`);
  return [line, `&= ${columns.join(' + ')} \\approx ${columnTex(values)}`];
}

/**
 * The scores, weights and context of one step (0-based): formula and numbers of each; then the formulas of the stages `also`. `head` is
 * said in a comment.
 */
export function stepLatex(
  trace: Trace,
  t: number,
  mechanism: string,
  head: string,
  also: readonly string[] = [],
): string {
  const [e, alpha, c] = ['e', 'alpha', 'c'].map((name) => tensorNamed(trace, name, t));
  const places = lengthsOf(trace).source;
  const formula = (stage: string): string[] =>
    formulasOf(stage, mechanism, places).map(({ tex }) => `\\[ ${plainTex(tex)} \\]`);
  const parts = [
    e === undefined ? [] : [...formula('score'), environment('align*', cellLines(trace, e, t))],
    alpha === undefined ? [] : [...formula('softmax'), environment('align*', cellLines(trace, alpha, t))],
    c === undefined ? [] : formula('context'),
    c === undefined || alpha === undefined ? [] : [environment('align*', contextLines(trace, c, alpha, t))],
    also.flatMap(formula),
  ];
  return `${[comment(head), ...parts.flat()].join('\n\n')}\n`;
}

/** The formulas of stages, without numbers. */
export function stagesLatex(stages: readonly string[], words: number, head: string): string {
  const formulas = stages.flatMap((stage) => formulasOf(stage, '', words));
  return `${[comment(head), ...formulas.map(({ tex }) => `\\[ ${plainTex(tex)} \\]`)].join('\n\n')}\n`;
}

/** Rows of numbers as a matrix with its symbol before it. */
export function matrixLatex(name: string, rows: readonly ArrayLike<number>[], head: string): string {
  const lines = rows.map((row) => Array.from(row, numberTex).join(' & '));
  const symbol = plainTex(symbolOf(name).tex).replace(/_\{?t,?j\}?/, '');
  return `${comment(head)}\n\n\\[\n${symbol} \\approx\n${environment('bmatrix', lines)}\n\\]\n`;
}

/** Every computed score, weight and the like of a trace without steps, cell by cell. */
export function cellsLatex(trace: Trace, tensors: readonly TensorRecord[], head: string): string {
  const parts = tensors.map((tensor) => environment('align*', cellLines(trace, tensor, 0)));
  return `${[comment(head), ...parts].join('\n\n')}\n`;
}
