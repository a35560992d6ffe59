/** @file Where the reader stands in a trace: the cursor as links write it, and the steps that it can stand on. */

import type { StageMark, Trace } from '../engine/trace.ts';

/**
 * A place in a trace, as a link names it: `t` is 0 while the sentence is read, then the target word counted from 1, and one past
 * the last word for the end mark; `at` is the stage's id; `cell` is 0 for the whole step, or the source place (from 1) that the
 * reader has come to inside it.
 */
export interface Cursor {
  readonly t: number;
  readonly at: string;
  readonly cell: number;
}

/** A source place, a target step, or both (each from 1): what is lit everywhere at once. */
export interface Pair {
  readonly t?: number;
  readonly j?: number;
}

/** The cursor on a whole step. */
export function cursorOf(mark: StageMark): Cursor {
  return { t: mark.t + 1, at: mark.stage, cell: 0 };
}

/** The index in `trace.stages` of the cursor's step; −1 if the trace has no such step. */
export function stepOf(trace: Trace, cursor: Cursor): number {
  return trace.stages.findIndex((mark) => mark.t === cursor.t - 1 && mark.stage === cursor.at);
}

/**
 * The source places (from 1) that a step goes through when the reader goes into it, in the order in which they are computed:
 * from left to right, but from right to left where the sentence is read backwards. Empty where a step has no inner order.
 */
export function placesOf(trace: Trace, cursor: Cursor): readonly number[] {
  if (!divided.has(cursor.at)) return [];
  // Without weights there is no sum to go through: one vector is handed over whole.
  if (cursor.at === 'context' && !weighs(trace)) return [];
  const length = trace.tensors.find((tensor) => tensor.name === 'h')?.axes[0]?.size ?? 0;
  const places = Array.from({ length }, (_, j) => j + 1);
  return cursor.at === 'backward' ? places.toReversed() : places;
}

const divided = new Set(['embedding', 'forward', 'backward', 'score', 'softmax', 'gaussian', 'context']);

const known = new WeakMap<Trace, boolean>();

/** Whether anything is attended in a trace. */
export function weighs(trace: Trace): boolean {
  const remembered = known.get(trace);
  if (remembered !== undefined) return remembered;
  const made = trace.tensors.some((tensor) => tensor.name === 'alpha');
  known.set(trace, made);
  return made;
}
