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

const views = new WeakMap<TensorRecord, Map<number, Float64Array>>();

/**
 * The cells of a tensor, as a view on the trace's data: all of them, or the row `row` (from 0) of its first axis. The same view
 * each time, so that whoever shows it can tell that nothing changed.
 */
export function cellsIn(trace: Trace, tensor: TensorRecord, row = -1): Float64Array {
  const made = views.get(tensor) ?? new Map<number, Float64Array>();
  views.set(tensor, made);
  const remembered = made.get(row);
  if (remembered !== undefined) return remembered;
  const size = sizeOf(tensor.axes);
  const width = row < 0 ? size : size / (tensor.axes[0]?.size ?? 1);
  const from = tensor.at + Math.max(0, row) * width;
  const view = trace.data.subarray(from, from + width);
  made.set(row, view);
  return view;
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
