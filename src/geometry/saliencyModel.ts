/** @file The gradients of a translation as a matrix, and how often they and the weights point at the same source word. */

import type { Trace } from '../engine/trace.ts';
import { attentionAt } from './attention.ts';
import type { MatrixModel, MatrixRow } from './matrixModel.ts';
import { compact, significant } from './numbers.ts';

export interface SaliencyModel extends MatrixModel {
  /** In so many rows the largest gradient is where the largest weight is; null where there are no weights. */
  readonly agreeing: number | null;
}

/**
 * One row a target word, each as parts of its largest length: where a model is sure of a word nothing moves it much, and where it doubts
 * everything does, so rows are not to be compared by size. `trace` is that of the same translation.
 */
export function saliencyModel(trace: Trace, lengths: readonly (readonly number[])[]): SaliencyModel {
  const rows = lengths.map((row, t): MatrixRow => {
    const most = Math.max(...row);
    const values = Float64Array.from(row, (value) => (most > 0 ? value / most : 0));
    const texts = Array.from(values, (value) => compact(value, 'weight'));
    return { t, tensor: -1, values, texts, fullTexts: row.map(significant) };
  });
  const columns = lengths[0]?.length ?? 0;
  const weighed = rows.filter(({ t }) => attentionAt(trace, t).weights !== null);
  const agreeing = weighed.filter(({ t, values }) => values.indexOf(1) === attentionAt(trace, t).most);
  return {
    name: 'saliency',
    rows,
    columns,
    size: rows.length * columns,
    agreeing: weighed.length === 0 ? null : agreeing.length,
  };
}
