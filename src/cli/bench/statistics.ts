/** @file What is told of a list of times. */

/**
 * The number below which the given share of the others lies, between neighbours by a straight line (the median for 0.5).
 * @param share from 0 to 1.
 */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) throw new Error('quantile: there are no numbers');
  return low + (high - low) * (place - Math.floor(place));
}

/** The number in the middle. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** The largest difference between numbers at the same place of two lists, and the largest size among the first. */
export function difference(
  one: ArrayLike<number>,
  other: ArrayLike<number>,
): { largest: number; scale: number } {
  if (one.length !== other.length) throw new Error(`difference: ${one.length} numbers and ${other.length}`);
  let [largest, scale] = [0, 0];
  for (let k = 0; k < one.length; k++) {
    const apart = Math.abs((one[k] as number) - (other[k] as number));
    // Not `Math.max`: a NaN must not pass.
    if (!(apart <= largest)) largest = apart;
    scale = Math.max(scale, Math.abs(one[k] as number));
  }
  return { largest, scale };
}
