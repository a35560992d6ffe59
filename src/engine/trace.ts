/** @file What a graph is when it has run: plain data that can be posted, printed, compared and stored. */

import type { Attributes } from './op.ts';
import type { Axes } from './tensor.ts';

/** What a tensor is to attention, whatever letter its paper gives it; colours and comparisons go by this. */
export type Role = 'query' | 'key' | 'value' | 'score' | 'weight' | 'context' | 'output' | 'other';

/** One tensor of a trace. */
export interface TensorRecord {
  readonly id: number;
  /** The paper's symbol in ASCII: `alpha`, `W_a`, `h_tilde`. */
  readonly name: string;
  readonly kind: 'input' | 'parameter' | 'computed' | 'inner';
  readonly role: Role;
  readonly axes: Axes;
  /** Where its cells start in the packed data; −1 if they were not kept. */
  readonly at: number;
  /** The op record that made it and which output it is; −1 for inputs and parameters. */
  readonly op: number;
  readonly output: number;
  /** The stage mark it belongs to (an index); −1 before the first. */
  readonly stage: number;
}

/** An op's operand: a tensor, under the axis names that the op saw. */
export interface Operand {
  readonly tensor: number;
  readonly axes: Axes;
}

/** One application of an op. */
export interface OpRecord {
  readonly op: string;
  readonly inputs: readonly Operand[];
  readonly outputs: readonly number[];
  readonly attributes: Attributes;
}

/** One step that the reader can stop at: a stage of a group (`read`, a target word, `end`). */
export interface StageMark {
  /** `read` the input, `word` number t, or the `end` mark. */
  readonly group: 'read' | 'word' | 'end';
  /** 0-based target step; −1 in the `read` group. */
  readonly t: number;
  /** The stage's id: `score`, `softmax`, `context`, `state`, `word`, `embedding` … */
  readonly stage: string;
}

/** A finished computation. */
export interface Trace {
  readonly tensors: readonly TensorRecord[];
  readonly ops: readonly OpRecord[];
  readonly stages: readonly StageMark[];
  /** All cells of all tensors, packed. */
  readonly data: Float64Array;
}

/** The cells of one tensor of a trace, as a view (not a copy). Throws if they were not kept. */
export function cellsOf(trace: Trace, tensor: TensorRecord): Float64Array {
  if (tensor.at < 0) throw new Error(`${tensor.name} was not kept in this run`);
  let count = 1;
  for (const axis of tensor.axes) count *= axis.size;
  return trace.data.subarray(tensor.at, tensor.at + count);
}

/** The tensor of that name: of target step `t` (0-based), or of the whole if `t` is left out. Undefined if there is none. */
export function findTensor(trace: Trace, name: string, t?: number): TensorRecord | undefined {
  return trace.tensors.find((tensor) => {
    if (tensor.name !== name) return false;
    if (t === undefined) return true;
    return tensor.stage >= 0 && trace.stages[tensor.stage]?.t === t;
  });
}
