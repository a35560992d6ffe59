/** @file Cells beside one another: along an axis, across the diagonal. */

import type { Axes } from '../engine/tensor.ts';

function strideOf(axes: Axes, axis: number): number {
  return axes.slice(axis + 1).reduce((product, { size }) => product * size, 1);
}

function indexOf(axes: Axes, cell: number, axis: number): number {
  return Math.floor(cell / strideOf(axes, axis)) % (axes[axis]?.size ?? 1);
}

/** All cells of a tensor that differ from one along an axis alone, in order, itself among them. */
export function along(axes: Axes, cell: number, axis: number): readonly number[] {
  const stride = strideOf(axes, axis);
  const first = cell - indexOf(axes, cell, axis) * stride;
  return Array.from({ length: axes[axis]?.size ?? 1 }, (_, k) => first + k * stride);
}

/** Whether two lists hold the same cells. */
export function isAlong(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((cell) => other.includes(cell));
}

/** The cells one place before and after along each axis. */
export function neighbours(axes: Axes, cell: number): readonly number[] {
  return axes.flatMap((_, axis) => {
    const line = along(axes, cell, axis);
    const place = line.indexOf(cell);
    return [line[place - 1], line[place + 1]].filter((one) => one !== undefined);
  });
}

/** The cell with who asks and who is asked in one another's place; undefined where the tensor is not square in them, or on its diagonal. */
export function transposed(axes: Axes, cell: number): number | undefined {
  const i = axes.findIndex(({ name }) => name === 'i');
  const j = axes.findIndex(({ name }) => name === 'j');
  if (i < 0 || j < 0 || axes[i]?.size !== axes[j]?.size) return undefined;
  const by = indexOf(axes, cell, j) - indexOf(axes, cell, i);
  return by === 0 ? undefined : cell + by * (strideOf(axes, i) - strideOf(axes, j));
}
