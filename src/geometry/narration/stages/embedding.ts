/** @file What is said while words are looked up. */

import {
  parameterOf,
  rowOf,
  say,
  ask,
  sourceAt,
  tensorAt,
  twinsOf,
  cellIn,
  type Step,
  type Told,
} from '../step.ts';
import { cosineOf } from '../vectors.ts';

/** x_j = E_x[w_j] */
export function embedding(step: Step): Told {
  const { n, j, story } = step;
  const x = tensorAt(step, 'x');
  const ids = tensorAt(step, 'ids');
  const shown = Math.max(0, j);
  const width = rowOf(x, 0).length;
  const rows = parameterOf(step, 'E_x')?.tensor.axes[0]?.size ?? 0;
  const about = {
    english: sourceAt(step, shown),
    row: (ids?.values[shown] ?? 0) + 1,
    width,
    rows,
    place: shown + 1,
  };
  const stranger = story.unknown[0] ?? -1;
  const twin = story.source.findIndex((_, k) => twinsOf(step, k).length > 0);
  const pair = alikePair(step, (k) => rowOf(x, k));
  return {
    sentences: [
      say(j < 0 ? 'embedding.all' : 'embedding.one', about),
      ...(j >= 0 && story.unknown.includes(j) ? [say('embedding.stranger', about)] : []),
    ],
    called: [
      stranger < 0
        ? null
        : ask('embedding.unknown', {
            stranger: sourceAt(step, stranger),
            row: (ids?.values[stranger] ?? 0) + 1,
          }),
      twin < 0
        ? null
        : ask('embedding.twice', { twin: sourceAt(step, twin), width }, [
            ...cellIn(x, twin * width),
            ...twinsOf(step, twin).flatMap((other) => cellIn(x, other * width)),
          ]),
      pair === null
        ? null
        : ask('embedding.alike', {
            a: sourceAt(step, pair.a),
            b: sourceAt(step, pair.b),
            cosine: pair.cosine,
          }),
    ],
    always: [
      ask('embedding.meaning', about, cellIn(x, shown * width)),
      ask('embedding.order', { ...about, n }),
      ask('embedding.known', about),
    ],
  };
}

/** The two places of different words whose vectors point most alike; null if there are fewer than two words. */
export function alikePair(
  step: Step,
  vector: (j: number) => ArrayLike<number>,
): { readonly a: number; readonly b: number; readonly cosine: number } | null {
  let best: { a: number; b: number; cosine: number } | null = null;
  for (let a = 0; a < step.n; a++) {
    for (let b = a + 1; b < step.n; b++) {
      if (sourceAt(step, a) === sourceAt(step, b)) continue;
      const cosine = cosineOf(vector(a), vector(b));
      if (best === null || cosine > best.cosine) best = { a, b, cosine };
    }
  }
  return best;
}
