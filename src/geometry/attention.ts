/** @file One target step's attention as numbers: scores, weights, context, the state that asks and the state that follows. */

import type { TensorRecord, Trace } from '../engine/trace.ts';
import { significant, sumTexts } from './numbers.ts';
import { cellsIn, tensorNamed } from './tensorIndex.ts';

/** A tensor with its cells. */
export interface Cells {
  readonly tensor: TensorRecord;
  readonly values: Float64Array;
}

/** Where local attention looks. */
export interface Window {
  /** p_t, a place counted from 1. */
  readonly centre: number;
  /** p_t's own tensor. */
  readonly position: Cells;
  /** D. */
  readonly reach: number;
  /** 1 at the places that are looked at. */
  readonly inside: Cells;
  /** Whether no place was within D, so that the nearest one is taken. */
  readonly fellBack: boolean;
  /** exp(−(j − p_t)² / 2σ²) at each place; null where the weights are the softmax's. */
  readonly gaussian: Cells | null;
}

/** What one target step computed; what the trace does not have is null. */
export interface Attention {
  /** The target step, from 0. */
  readonly t: number;
  readonly scores: Cells | null;
  /** What enters the softmax: −∞ where a window hides a place; the scores themselves where nothing does. */
  readonly masked: Cells | null;
  /** The weights with which the annotations are read, and the stage that makes them. */
  readonly weights: Cells | null;
  readonly weighing: string;
  /** The softmax's own weights, where a Gaussian is still to come; null where these are the weights. */
  readonly aligned: Cells | null;
  /** The window of local attention; null where all places are looked at. */
  readonly window: Window | null;
  readonly context: Cells | null;
  /** The state that asks: of the step before, or the first state. */
  readonly query: Cells | null;
  /** The new state; null in a step that did not update it. */
  readonly next: Cells | null;
  readonly output: Cells | null;
  readonly scoreTexts: readonly string[];
  /** Three decimals, or four, that add up to 1. */
  readonly weightTexts: readonly string[];
  readonly alignedTexts: readonly string[];
  /** Σ α: 1, or less where a Gaussian has taken from it. */
  readonly total: number;
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
  const aligned = cells(trace, 'align', t);
  const shares = weights === null ? [] : [...weights.values];
  const made: Attention = {
    t,
    scores,
    masked: cells(trace, 'masked', t) ?? scores,
    weights,
    weighing: weights === null ? '' : (trace.stages[weights.tensor.stage]?.stage ?? ''),
    aligned,
    window: windowAt(trace, t),
    context: cells(trace, 'c', t),
    query: cells(trace, 's', t - 1),
    next: cells(trace, 's', t),
    // A window's centre has the same letter.
    output: cells(trace, 'p', t, 'word'),
    scoreTexts: scores === null ? [] : Array.from(scores.values, significant),
    weightTexts: shareTexts(shares),
    alignedTexts: aligned === null ? [] : shareTexts([...aligned.values]),
    total: totalOf(shares),
    most: shares.indexOf(Math.max(...shares)),
  };
  steps.set(t, made);
  return made;
}

function totalOf(shares: readonly number[]): number {
  return shares.reduce((sum, share) => sum + share, 0);
}

/** Three decimals, or four, that add up as the shares do. */
function shareTexts(shares: readonly number[]): readonly string[] {
  return sumTexts(shares, totalOf(shares), 3).parts;
}

/** The window of a step, from the op that drew it. */
function windowAt(trace: Trace, t: number): Window | null {
  const [position, inside] = [cells(trace, 'p', t, 'position'), cells(trace, 'window', t)];
  if (position === null || inside === null) return null;
  return {
    centre: position.values[0] ?? 0,
    position,
    reach: Number(trace.ops[inside.tensor.op]?.attributes['reach'] ?? 0),
    inside,
    fellBack: (cells(trace, 'fallback', t)?.values[0] ?? 0) > 0,
    gaussian: cells(trace, 'gauss', t),
  };
}

const withCells = new WeakMap<TensorRecord, Cells>();

/** A tensor of step `t` (from 0; −1 while reading) with its cells, or null. The same object each time. */
export function cells(trace: Trace, name: string, t: number, stage?: string): Cells | null {
  const tensor = tensorNamed(trace, name, t, stage);
  if (tensor === undefined) return null;
  const made = withCells.get(tensor) ?? { tensor, values: cellsIn(trace, tensor) };
  withCells.set(tensor, made);
  return made;
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
