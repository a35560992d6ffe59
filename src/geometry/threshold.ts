/** @file The threshold of sparsemax and 1.5-entmax: what all scores are cut at so that the shares add up to 1. */

/**
 * The τ at which Σ part(x − τ) = 1, where part(d) is [d]₊ (sparsemax) or [d/2]₊² written on x (1.5-entmax: share = [x/2 − τ]₊²).
 * Found by bisection down to neighbouring doubles.
 */
export function thresholdOf(scores: readonly number[], by: 'sparsemax' | 'entmax-1.5'): number {
  const scaled = by === 'sparsemax' ? scores : scores.map((score) => score / 2);
  const part = (distance: number): number =>
    by === 'sparsemax' ? Math.max(distance, 0) : Math.max(distance, 0) ** 2;
  const top = Math.max(...scaled);
  let [low, high] = [top - 1, top];
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    const total = scaled.reduce((sum, score) => sum + part(score - middle), 0);
    if (total >= 1) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
