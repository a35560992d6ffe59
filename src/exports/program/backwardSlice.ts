/** @file The part of a trace that some of its tensors need: which ops, in order, and which numbers they start from. */

import type { TensorRecord, Trace } from '../../engine/trace.ts';

/** What is needed to compute some tensors. */
export interface BackwardSlice {
  /** Places of the op records, in the order in which they ran. */
  readonly ops: readonly number[];
  /** What the computation starts from: inputs, parameters, and computed tensors that are taken as given. In the order of their use. */
  readonly leaves: readonly TensorRecord[];
}

/** The tensor of that number. Throws if the trace has none. */
export function tensorAt(trace: Trace, id: number): TensorRecord {
  const tensor = trace.tensors[id];
  if (tensor === undefined) throw new Error(`no tensor ${id + 1} in this trace`);
  return tensor;
}

/** What `targets` need, going back no further than the tensors `given` (all by their numbers). */
export function backwardSlice(
  trace: Trace,
  targets: readonly number[],
  given: ReadonlySet<number>,
): BackwardSlice {
  const needed = new Set<number>(targets);
  const ops: number[] = [];
  for (let place = trace.ops.length - 1; place >= 0; place--) {
    const record = trace.ops[place];
    const isNeeded = record?.outputs.some((id) => needed.has(id) && !given.has(id)) ?? false;
    if (record === undefined || !isNeeded) continue;
    ops.unshift(place);
    for (const { tensor } of record.inputs) needed.add(tensor);
  }
  const made = new Set(ops.flatMap((place) => trace.ops[place]?.outputs ?? []));
  const isLeaf = (id: number): boolean => given.has(id) || !made.has(id);
  const used = ops.flatMap((place) => trace.ops[place]?.inputs.map(({ tensor }) => tensor) ?? []);
  const leaves = [...new Set([...used, ...targets])].filter(isLeaf);
  return { ops, leaves: leaves.map((id) => tensorAt(trace, id)) };
}
