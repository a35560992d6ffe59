/** @file What two traces of one input differ by: the scores or weights of one less those of the other, for the words that both write. */

import type { Trace } from '../engine/trace.ts';
import { fixed, significant } from './numbers.ts';
import { matrixModel, type MatrixModel, type MatrixRow } from './matrixModel.ts';

export interface DifferenceModel extends MatrixModel {
  /** The largest magnitude: what the scale has to hold. */
  readonly largest: number;
  /** Where it is (from 0); null where nothing differs. */
  readonly at: { readonly row: number; readonly column: number } | null;
}

/** A number with its sign: `+0.12`, `−0.12`, `0`. */
export function signed(text: string): string {
  if (Number(text) === 0) return '0';
  return text.startsWith('−') ? text : `+${text}`;
}

/** For small cells: `+1.3` for scores, `−.05` for weights. */
function compactDifference(value: number, name: MatrixModel['name']): string {
  if (name === 'e') return signed(fixed(value, Math.abs(value) >= 99.95 ? 0 : 1));
  const text = fixed(value, 2);
  return Number(text.replace('−', '-')) === 0 ? '0' : signed(text).replace(/^([+−])0\./, '$1.');
}

/** Rows for the target words that both have, columns for the source words; the numbers of `one` less those of `other`. */
export function differenceModel(one: Trace, other: Trace, name: 'e' | 'alpha'): DifferenceModel {
  const [mine, theirs] = [matrixModel(one, name), matrixModel(other, name)];
  const columns = Math.min(mine.columns, theirs.columns);
  let [largest, at] = [0, null as DifferenceModel['at']];
  const rows = mine.rows.slice(0, theirs.rows.length).map((row): MatrixRow => {
    const others = theirs.rows[row.t]?.values ?? new Float64Array(0);
    const count = Math.min(columns, row.values.length, others.length);
    const values = row.values.slice(0, count).map((value, j) => value - (others[j] ?? Number.NaN));
    values.forEach((value, column) => {
      if (Math.abs(value) > largest) [largest, at] = [Math.abs(value), { row: row.t, column }];
    });
    return {
      t: row.t,
      tensor: row.tensor,
      values,
      texts: Array.from(values, (value) => compactDifference(value, name)),
      fullTexts: Array.from(values, (value) => signed(name === 'e' ? significant(value) : fixed(value, 3))),
    };
  });
  return { name, rows, columns, size: rows.length * columns, largest, at };
}
