/** @file What each score is made of, for what is said about it: its terms, and the question that it alone raises. */

import type { Question } from './narration.ts';
import {
  ask,
  cellIn,
  parameterOf,
  rowOf,
  scoreAt,
  sourceAt,
  tensorAt,
  type Step,
  type Values,
} from './step.ts';
import { cosineOf, dotOf, largestFirst, lengthOf } from './vectors.ts';

/** Beyond this, tanh has little left to give. */
const FLAT = 0.9;

/** One score. */
export interface ScoreKind {
  /** The products whose sum the score of place j (from 0) is; none where it is no such sum. */
  readonly products: (step: Step, j: number) => readonly number[];
  /** The values of the question `score.special` for place j; null where its numbers are not in the trace. */
  readonly special: (step: Step, j: number) => Values | null;
}

function multiplied(x: ArrayLike<number>, y: ArrayLike<number>): number[] {
  return Array.from({ length: Math.min(x.length, y.length) }, (_, k) => (x[k] ?? 0) * (y[k] ?? 0));
}

function queryOf(step: Step): ArrayLike<number> {
  return step.attention.query?.values ?? [];
}

function keyOf(step: Step, j: number): Float64Array {
  return rowOf(tensorAt(step, 'h', -1), j);
}

/** v · tanh(…): one term a number of v. */
function throughTanh(step: Step, j: number): readonly number[] {
  return multiplied(parameterOf(step, 'v_a')?.values ?? [], rowOf(tensorAt(step, 'tanh'), j));
}

/** The lengths of state and annotation and the angle between them; null where they are not of one width. */
function geometry(step: Step, j: number): Values | null {
  const [query, key] = [queryOf(step), keyOf(step, j)];
  if (query.length !== key.length) return null;
  return { queryLength: lengthOf(query), keyLength: lengthOf(key), cosine: cosineOf(query, key) };
}

const additive: ScoreKind = {
  products: throughTanh,
  special: (step, j) => {
    const [sum, squeezed] = [rowOf(tensorAt(step, 'sum'), j), rowOf(tensorAt(step, 'tanh'), j)];
    if (sum.length === 0) return null;
    const flat = squeezed.filter((value) => Math.abs(value) > FLAT).length;
    return { inner: sum.length, least: Math.min(...sum), greatest: Math.max(...sum), flat };
  },
};

const concat: ScoreKind = {
  products: throughTanh,
  special: (step, j) => {
    const left = tensorAt(step, 'Ws');
    const right = rowOf(tensorAt(step, 'Wh', -1), j);
    return left === null ? null : { left: lengthOf(left.values), right: lengthOf(right) };
  },
};

const dot: ScoreKind = {
  products: (step, j) => multiplied(queryOf(step), keyOf(step, j)),
  special: geometry,
};

/** What the score would be without its matrix. */
const general: ScoreKind = {
  products: (step, j) => multiplied(queryOf(step), rowOf(tensorAt(step, 'Wh', -1), j)),
  special: (step, j) => {
    const query = queryOf(step);
    if (query.length !== keyOf(step, j).length) return null;
    const raw = step.story.source.map((_, k) => dotOf(query, keyOf(step, k)));
    const best = largestFirst(raw)[0] ?? 0;
    return {
      raw: raw[j] ?? 0,
      best: sourceAt(step, best),
      bestRaw: raw[best] ?? 0,
      same: best === j ? 'yes' : 'no',
    };
  },
};

const scaledDot: ScoreKind = {
  products: (step, j) => {
    const width = queryOf(step).length;
    return dot.products(step, j).map((product) => product / Math.sqrt(width));
  },
  special: (step, j) => {
    const raw = tensorAt(step, 'product')?.values;
    const width = queryOf(step).length;
    return raw === undefined ? null : { raw: raw[j] ?? 0, width, root: Math.sqrt(width) };
  },
};

const location: ScoreKind = {
  products: (step, j) => multiplied(queryOf(step), rowOf(tensorAt(step, 'W_used'), j)),
  special: (step, j) => {
    const rows = parameterOf(step, 'W_a')?.tensor.axes[0]?.size;
    return rows === undefined ? null : { place: j + 1, rows };
  },
};

const cosine: ScoreKind = {
  products: () => [],
  special: (step, j) => {
    const found = geometry(step, j);
    const beta = tensorAt(step, 'beta')?.values[0];
    return found === null || beta === undefined ? null : { ...found, beta };
  },
};

/** The scores by their mechanisms; local attention is shipped with the general one. */
const kinds: Readonly<Record<string, ScoreKind>> = {
  additive,
  concat,
  dot,
  general,
  location,
  'scaled-dot': scaledDot,
  cosine,
  'local-m': general,
  'local-p': general,
};

/** The products of the score of place j (from 0). */
export function productsOf(step: Step, j: number): readonly number[] {
  return kinds[step.mechanism]?.products(step, j) ?? [];
}

/** The question that this mechanism alone raises. */
export function special(step: Step, j: number): Question | null {
  const values = kinds[step.mechanism]?.special(step, j) ?? null;
  if (values === null) return null;
  const about = { english: sourceAt(step, j), e: scoreAt(step, j), ...values };
  return ask('score.special', about, cellIn(step.attention.scores, j));
}
