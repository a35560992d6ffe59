/** @file What is said while a Gaussian around the window's centre takes from the weights. */

import { ask, cellIn, rounded, say, sourceAt, weightAt, type Step, type Told } from '../step.ts';
import { windowValues } from './position.ts';

/** α_tj = align_tj exp(−(j − p_t)² / 2σ²) */
export function gaussian(step: Step): Told {
  const { attention, j, order } = step;
  const [top = 0] = order;
  const factors = attention.window?.gaussian?.values ?? [];
  const before = attention.aligned?.values ?? [];
  const at = j < 0 ? top : j;
  const about = {
    ...windowValues(step),
    english: sourceAt(step, at),
    place: at + 1,
    away: Math.abs(at + 1 - (attention.window?.centre ?? 0)),
    before: rounded(before[at] ?? 0),
    factor: rounded(factors[at] ?? 0),
    alpha: weightAt(step, at),
    total: rounded(attention.total),
    short: rounded(1 - attention.total),
  };
  return {
    sentences: [
      say(j < 0 ? 'gaussian.all' : 'gaussian.one', about),
      ...(j < 0 ? [say('gaussian.sum', about)] : []),
    ],
    called: [],
    always: [
      ask('gaussian.short', about, cellIn(attention.weights, at)),
      ask('gaussian.why', about),
      ask('gaussian.width', about),
    ],
  };
}
