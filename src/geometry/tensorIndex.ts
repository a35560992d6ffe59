/** @file Finding tensors of a trace by symbol and step, once per trace and then at once. */

import type { Axes } from '../engine/tensor.ts';
import type { TensorRecord, Trace } from '../engine/trace.ts';

const known = new WeakMap<Trace, ReadonlyMap<string, readonly TensorRecord[]>>();

/** The target step (from 0) that a tensor belongs to; −1 for what was read, and for inputs and parameters given before. */
export function stepOfTensor(trace: Trace, tensor: TensorRecord): number {
  return trace.stages[tensor.stage]?.t ?? -1;
}

/** All tensors of that symbol at step `t` (from 0; −1 while reading), in the order in which they were made. */
export function tensorsNamed(trace: Trace, name: string, t: number): readonly TensorRecord[] {
  let index = known.get(trace);
  if (index === undefined) {
    const made = new Map<string, TensorRecord[]>();
    for (const tensor of trace.tensors) {
      const key = `${tensor.name}@${stepOfTensor(trace, tensor)}`;
      const list = made.get(key);
      if (list === undefined) made.set(key, [tensor]);
      else list.push(tensor);
    }
    index = made;
    known.set(trace, index);
  }
  return index.get(`${name}@${t}`) ?? [];
}

/**
 * The tensor of that symbol at step `t` (from 0; −1 while reading); with `stage`, the one that belongs to that stage. Undefined if
 * there is none, or if its cells were not kept.
 */
export function tensorNamed(trace: Trace, name: string, t: number, stage?: string): TensorRecord | undefined {
  return tensorsNamed(trace, name, t).find(
    (tensor) => tensor.at >= 0 && (stage === undefined || trace.stages[tensor.stage]?.stage === stage),
  );
}

/** The number of cells of a tensor with these axes. */
export function sizeOf(axes: Axes): number {
  return axes.reduce((count, axis) => count * axis.size, 1);
}

/** The cells of a tensor, as a view on the trace's data: all of them, or the row `row` of its first axis. */
export function cellsIn(trace: Trace, tensor: TensorRecord, row?: number): Float64Array {
  const size = sizeOf(tensor.axes);
  if (row === undefined) return trace.data.subarray(tensor.at, tensor.at + size);
  const width = size / (tensor.axes[0]?.size ?? 1);
  return trace.data.subarray(tensor.at + row * width, tensor.at + (row + 1) * width);
}

/** One index an axis (from 0) of a cell. */
export function indicesOf(axes: Axes, cell: number): readonly number[] {
  const indices: number[] = [];
  let rest = cell;
  for (const axis of axes.toReversed()) {
    indices.unshift(rest % axis.size);
    rest = Math.floor(rest / axis.size);
  }
  return indices;
}
