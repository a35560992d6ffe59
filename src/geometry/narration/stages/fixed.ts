/** @file What is said where nothing is attended: one vector is handed to every step. */

import { ask, cellIn, rowOf, say, sourceAt, tensorAt, type Step, type Told } from '../step.ts';
import { cosineOf, largestFirst } from '../vectors.ts';

/** c_t = h_S for every t */
export function fixed(step: Step): Told {
  const { n, T, attention } = step;
  const keys = tensorAt(step, 'h', -1);
  const c = attention.context;
  const width = c?.values.length ?? 0;
  const largest = largestFirst(Array.from(c?.values ?? [], Math.abs))[0] ?? 0;
  const about = {
    first: sourceAt(step, 0),
    last: sourceAt(step, n - 1),
    width,
    words: T,
    each: width / Math.max(1, n),
    number: largest + 1,
    value: c?.values[largest] ?? 0,
    cosine: cosineOf(rowOf(keys, 0), rowOf(keys, n - 1)),
  };
  const cells = cellIn(c, largest);
  return {
    sentences: [say('context.all', about), say('context.share', about)],
    called: [],
    always: [
      ask('context.same', about, cells),
      ask('context.narrow', about),
      ask('context.first', about),
      ask('context.attention', about),
    ],
  };
}
