/** @file One axis of a tensor as rows: the kernels' view of it, and the cells of the row that a cell stands in. */

import type { Rows } from './kernels/kernels.ts';
import { describeAxes, type Axes } from './tensor.ts';

/** A contiguous tensor seen as [outer, n, inner] with the named axis in the middle. Throws if it has no such axis. */
export function rowsAlong(axes: Axes, over: string, what: string): Rows {
  const at = axes.findIndex((axis) => axis.name === over);
  if (at < 0) throw new Error(`${what}: no axis ${over} in ${describeAxes(axes)}`);
  const count = (part: Axes): number => part.reduce((product, axis) => product * axis.size, 1);
  return { outer: count(axes.slice(0, at)), n: axes[at]?.size ?? 1, inner: count(axes.slice(at + 1)) };
}

/** The cells of the row along `over` that holds `cell`, in order; its own place in it; and the row's number (outer · inner + inner index). */
export function rowOf(
  axes: Axes,
  over: string,
  cell: number,
): { cells: number[]; place: number; row: number } {
  const { n, inner } = rowsAlong(axes, over, 'row');
  const outer = Math.floor(cell / (n * inner));
  const within = cell % inner;
  const start = outer * n * inner + within;
  return {
    cells: Array.from({ length: n }, (_, k) => start + k * inner),
    place: Math.floor((cell - start) / inner),
    row: outer * inner + within,
  };
}
