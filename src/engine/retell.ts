/** @file Retelling: computes a cell anew from its explanation, with no knowledge of any op. The law: it gives the cell. */

import type { Explanation, Normaliser } from './explanation.ts';
import { evaluate } from './kernels/functions.ts';

/** The value that an explanation tells, reading the operands' cells through `read`. `given` cells have none to tell: NaN. */
export function retell<P>(explanation: Explanation<P>, read: (address: P) => number): number {
  switch (explanation.rule) {
    case 'sum':
      return explanation.terms.reduce(
        (sum, { factor, of }) => sum + of.reduce((product, address) => product * read(address), factor),
        0,
      );
    case 'function':
      return evaluate(explanation.f, read(explanation.of), explanation.constant);
    case 'share':
      return shareOf(explanation.by, explanation.whole.map(read), explanation.own, explanation.temperature);
    case 'choice':
      if (explanation.by === 'max') return largest(explanation.among.map(read));
      return explanation.of === null ? explanation.constant : read(explanation.of);
    case 'given':
      return Number.NaN;
  }
}

/**
 * The size against which a retelling's rounding is judged: Σ |terms| of a sum; the whole, 1, of a share that is what a score has over
 * a threshold (a difference); else the cell itself.
 */
export function magnitude<P>(explanation: Explanation<P>, read: (address: P) => number): number {
  if (explanation.rule === 'share' && explanation.by !== 'softmax') return 1;
  if (explanation.rule !== 'sum') return Math.abs(retell(explanation, read));
  return explanation.terms.reduce(
    (sum, { factor, of }) => sum + Math.abs(of.reduce((product, address) => product * read(address), factor)),
    0,
  );
}

/** The largest of some numbers, however many. */
function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, one) => Math.max(most, one), -Infinity);
}

/** One share of a whole, found by the definition of each normaliser: Σ = 1. */
function shareOf(by: Normaliser, scores: readonly number[], own: number, temperature: number): number {
  const top = largest(scores);
  const shifted = scores.map((score) => (score - top) / temperature);
  const mine = shifted[own] as number;
  if (by === 'softmax') return Math.exp(mine) / shifted.reduce((sum, score) => sum + Math.exp(score), 0);
  const part = by === 'sparsemax' ? (x: number) => Math.max(x, 0) : (x: number) => Math.max(x / 2, 0) ** 2;
  return part(mine - threshold(shifted, part, by === 'sparsemax' ? 1 : 2));
}

/** The threshold at which the parts sum to 1, by bisection down to neighbouring doubles. */
function threshold(shifted: readonly number[], part: (x: number) => number, reach: number): number {
  let [low, high] = [-reach, 0];
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    const total = shifted.reduce((sum, score) => sum + part(score - middle), 0);
    if (total >= 1) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
