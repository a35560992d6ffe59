/** @file What is said while the annotations are mixed into the context. */

import type { Question } from '../narration.ts';
import {
  ask,
  cellIn,
  rowOf,
  say,
  sourceAt,
  tensorAt,
  weightAt,
  writtenNamed,
  type Step,
  type Told,
} from '../step.ts';
import { cosineOf, largestFirst, lengthOf } from '../vectors.ts';

/** A weight that makes the second word a part of the mixture. */
const MIXED = 0.15;
/** Contexts with a cosine above this are nearly the same. */
const NEARLY = 0.9;

/** c_t = Σ_j α_tj h_j */
export function context(step: Step): Told {
  const { j, n, order, attention } = step;
  const keys = tensorAt(step, 'h', -1);
  const [top = 0, second = -1] = order;
  const width = rowOf(keys, 0).length;
  const about = { top: sourceAt(step, top), alpha: weightAt(step, top), width };
  return {
    sentences: [
      say('context.all', about),
      j < 0
        ? say('context.share', { ...about, parts: share(step, top) })
        : say('context.one', {
            english: sourceAt(step, j),
            alpha: weightAt(step, j),
            place: j + 1,
            reach: weightAt(step, j) * lengthOf(rowOf(keys, j)),
            left: n - 1 - j,
          }),
    ],
    called: [mixture(step, top, second), changes(step)],
    always: [
      ask('context.reads', { ...about, cosine: cosineOf(attention.context?.values ?? [], rowOf(keys, top)) }),
      single(step),
      before(step),
      whole(step, top),
    ],
  };
}

/** The part of all lengths ‖α_k h_k‖ that place j has. */
function share(step: Step, j: number): number {
  const keys = tensorAt(step, 'h', -1);
  const weights = step.attention.weights?.values ?? [];
  const lengths = step.story.source.map((_, k) => (weights[k] ?? 0) * lengthOf(rowOf(keys, k)));
  return (lengths[j] ?? 0) / lengths.reduce((sum, length) => sum + length, 0);
}

/** What it is to read two words at once. */
function mixture(step: Step, a: number, b: number): Question | null {
  if (b < 0 || weightAt(step, b) < MIXED) return null;
  const keys = tensorAt(step, 'h', -1);
  const c = step.attention.context?.values ?? [];
  const values = {
    a: sourceAt(step, a),
    b: sourceAt(step, b),
    aWeight: weightAt(step, a),
    bWeight: weightAt(step, b),
    aCosine: cosineOf(c, rowOf(keys, a)),
    bCosine: cosineOf(c, rowOf(keys, b)),
    between: cosineOf(rowOf(keys, a), rowOf(keys, b)),
  };
  return ask('context.mixture', values, [
    ...cellIn(step.attention.weights, a),
    ...cellIn(step.attention.weights, b),
  ]);
}

/** How different this context is from the one of the word before. */
function changes(step: Step): Question | null {
  const earlier = tensorAt(step, 'c', step.t - 1);
  if (step.t < 1 || earlier === null) return null;
  const cosine = cosineOf(step.attention.context?.values ?? [], earlier.values);
  return ask('context.changes', {
    ...writtenNamed(step, 'earlier', step.t - 1),
    cosine,
    near: cosine > NEARLY ? 'yes' : 'no',
  });
}

/** One number of the context: a sum of as many products as there are words. */
function single(step: Step): Question | null {
  const keys = tensorAt(step, 'h', -1);
  const { context: c, weights } = step.attention;
  if (c === null || keys === null) return null;
  const k = largestFirst(Array.from(c.values, Math.abs))[0] ?? 0;
  const products = step.story.source.map((_, j) => (weights?.values[j] ?? 0) * (rowOf(keys, j)[k] ?? 0));
  const j = largestFirst(products.map(Math.abs))[0] ?? 0;
  const values = {
    number: k + 1,
    sum: c.values[k] ?? 0,
    english: sourceAt(step, j),
    alpha: weightAt(step, j),
    h: rowOf(keys, j)[k] ?? 0,
    product: products[j] ?? 0,
  };
  return ask('context.single', values, cellIn(c, k));
}

/** What models did before attention, and how far their vector would be from this context. */
function before(step: Step): Question {
  const keys = tensorAt(step, 'h', -1);
  const last = step.n - 1;
  const cosine = cosineOf(step.attention.context?.values ?? [], rowOf(keys, last));
  const values = { last: sourceAt(step, last), cosine, width: rowOf(keys, 0).length, words: step.T };
  return ask('context.before', values);
}

/** An annotation is more than its word. */
function whole(step: Step, top: number): Question {
  const keys = tensorAt(step, 'h', -1);
  const neighbour = top + 1 < step.n ? top + 1 : top - 1;
  const values = {
    top: sourceAt(step, top),
    alpha: weightAt(step, top),
    neighbour: sourceAt(step, Math.max(0, neighbour)),
    alone: step.n < 2 ? 'yes' : 'no',
    cosine: cosineOf(rowOf(keys, top), rowOf(keys, Math.max(0, neighbour))),
  };
  return ask('context.whole', values, cellIn(step.attention.weights, top));
}
