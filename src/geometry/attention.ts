/** @file One target step's attention as numbers: scores, weights, context, the state that asks and the state that follows. */

import type { TensorRecord, Trace } from '../engine/trace.ts';
import { significant, sumTexts } from './numbers.ts';
import { cellsIn, tensorNamed } from './tensorIndex.ts';

/** A tensor with its cells. */
export interface Cells {
  readonly tensor: TensorRecord;
  readonly values: Float64Array;
}

/** What one target step computed; what the trace does not have is null. */
export interface Attention {
  /** The target step, from 0. */
  readonly t: number;
  readonly scores: Cells | null;
  readonly weights: Cells | null;
  readonly context: Cells | null;
  /** The state that asks: of the step before, or the first state. */
  readonly query: Cells | null;
  /** The new state; null in a step that did not update it. */
  readonly next: Cells | null;
  readonly output: Cells | null;
  readonly scoreTexts: readonly string[];
  /** Three decimals, or four, that add up to 1. */
  readonly weightTexts: readonly string[];
  /** The source place (from 0) of the largest weight; −1 without weights. */
  readonly most: number;
}

const known = new WeakMap<Trace, Map<number, Attention>>();

/** The attention of target step `t` (from 0). */
export function attentionAt(trace: Trace, t: number): Attention {
  const steps = known.get(trace) ?? new Map<number, Attention>();
  known.set(trace, steps);
  const remembered = steps.get(t);
  if (remembered !== undefined) return remembered;
  const scores = cells(trace, 'e', t);
  const weights = cells(trace, 'alpha', t);
  const shares = weights === null ? [] : [...weights.values];
  const made: Attention = {
    t,
    scores,
    weights,
    context: cells(trace, 'c', t),
    query: cells(trace, 's', t - 1),
    next: cells(trace, 's', t),
    output: cells(trace, 'p', t),
    scoreTexts: scores === null ? [] : Array.from(scores.values, significant),
    weightTexts: sumTexts(
      shares,
      shares.reduce((sum, share) => sum + share, 0),
      3,
    ).parts,
    most: shares.indexOf(Math.max(...shares)),
  };
  steps.set(t, made);
  return made;
}

/** A tensor of step `t` (from 0; −1 while reading) with its cells, or null. */
export function cells(trace: Trace, name: string, t: number, stage?: string): Cells | null {
  const tensor = tensorNamed(trace, name, t, stage);
  return tensor === undefined ? null : { tensor, values: cellsIn(trace, tensor) };
}

/** The number of source words and of target words (the step of the end mark is not counted). */
export interface Lengths {
  readonly source: number;
  readonly target: number;
}

/** How long both sentences are, by the trace alone. */
export function lengthsOf(trace: Trace): Lengths {
  const source = tensorNamed(trace, 'h', -1)?.axes[0]?.size ?? 0;
  const target = trace.stages.reduce(
    (most, mark) => (mark.group === 'word' ? Math.max(most, mark.t + 1) : most),
    0,
  );
  return { source, target };
}

/** The largest magnitudes that scales have to hold, over the whole trace. */
export interface Extents {
  readonly score: number;
  readonly vector: number;
}

const extents = new WeakMap<Trace, Extents>();

/** The extents of a trace: of all scores that are shown, and of all states, contexts and embeddings. */
export function extentsOf(trace: Trace): Extents {
  const remembered = extents.get(trace);
  if (remembered !== undefined) return remembered;
  let [score, vector] = [0, 0];
  for (const tensor of trace.tensors) {
    if (tensor.at < 0 || tensor.kind === 'parameter') continue;
    if (tensor.name === 'e') score = largest(cellsIn(trace, tensor), score);
    if (vectors.has(tensor.name)) vector = largest(cellsIn(trace, tensor), vector);
  }
  const made = { score, vector };
  extents.set(trace, made);
  return made;
}

const vectors = new Set(['h', 's', 'c']);

function largest(values: Float64Array, atLeast: number): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), atLeast);
}
