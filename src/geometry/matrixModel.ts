/** @file The scores or the weights of all target words as one matrix, T × S. */

import type { Address } from '../engine/explanation.ts';
import type { Trace } from '../engine/trace.ts';
import { attentionAt, lengthsOf } from './attention.ts';
import type { Cursor } from './cursor.ts';
import { compact, exact, significant } from './numbers.ts';
import { progressOf } from './progress.ts';

/** One row: a target word's numbers. */
export interface MatrixRow {
  readonly t: number;
  readonly tensor: number;
  readonly values: Float64Array;
  /** What stands in narrow cells, and in cells with room for three digits. */
  readonly texts: readonly string[];
  readonly fullTexts: readonly string[];
}

export interface MatrixModel {
  readonly name: 'e' | 'alpha' | 'saliency';
  readonly rows: readonly MatrixRow[];
  readonly columns: number;
  /** How many numbers there are to show. */
  readonly size: number;
}

const known = new WeakMap<Trace, Map<string, MatrixModel>>();

/** All rows of `e` or `alpha`. The step of the end mark is not among them: it aligns with nothing. */
export function matrixModel(trace: Trace, name: 'e' | 'alpha'): MatrixModel {
  const models = known.get(trace) ?? new Map<string, MatrixModel>();
  known.set(trace, models);
  const remembered = models.get(name);
  if (remembered !== undefined) return remembered;
  const { source, target } = lengthsOf(trace);
  const kind = name === 'e' ? 'score' : 'weight';
  const rows = Array.from({ length: target }, (_, t): MatrixRow => {
    const attention = attentionAt(trace, t);
    const cells = name === 'e' ? attention.scores : attention.weights;
    const values = cells?.values ?? new Float64Array(0);
    const fullTexts = name === 'e' ? attention.scoreTexts : attention.weightTexts;
    const texts = Array.from(values, (value) => compact(value, kind));
    return { t, tensor: cells?.tensor.id ?? -1, values, texts, fullTexts };
  });
  const made = { name, rows, columns: source, size: source * target };
  models.set(name, made);
  return made;
}

/** How many cells of row `t` (from 0) are shown where the cursor stands: those from the left, all of them, or none. */
export function shownInRow(trace: Trace, name: MatrixModel['name'], cursor: Cursor, t: number): number {
  const progress = progressOf(trace, cursor, t, name === 'e' ? 'score' : attentionAt(trace, t).weighing);
  if (progress.state === 'future') return 0;
  return progress.current < 0 ? lengthsOf(trace).source : progress.current + 1;
}

const shownKnown = new WeakMap<MatrixModel, Map<string, readonly number[]>>();

/** How many cells of each row are shown where the cursor stands: the same list for as long as they are the same. */
export function shownInRows(trace: Trace, model: MatrixModel, cursor: Cursor): readonly number[] {
  const lists = shownKnown.get(model) ?? new Map<string, readonly number[]>();
  shownKnown.set(model, lists);
  const here = cursor.t - 1;
  const count = shownInRow(trace, model.name, cursor, here);
  const key = `${here} ${count}`;
  const made =
    lists.get(key) ?? model.rows.map(({ t }) => (t === here ? count : t < here ? model.columns : 0));
  lists.set(key, made);
  return made;
}

/** The cell at a row and column, or undefined where there is none. */
export function matrixAddress(model: MatrixModel, row: number, column: number): Address | undefined {
  const found = model.rows[row];
  if (found === undefined || found.tensor < 0 || column >= found.values.length) return undefined;
  return { tensor: found.tensor, cell: column };
}

/** A number of the matrix in words and exactly. */
export function matrixNumber(
  model: MatrixModel,
  row: number,
  column: number,
): { readonly short: string; readonly exact: string } {
  const value = model.rows[row]?.values[column] ?? Number.NaN;
  return { short: significant(value), exact: exact(value) };
}

/** Rows as text for a spreadsheet: exact doubles, tabs between cells; what is not computed yet stays empty. */
export function matrixText(model: MatrixModel, shown: (t: number) => number): string {
  return model.rows
    .map((row) => Array.from(row.values, (value, j) => (j < shown(row.t) ? String(value) : '')).join('\t'))
    .join('\n');
}
