/** @file Small arithmetic on vectors and shares, for what the narrator says of them. */

/** √Σ x² */
export function lengthOf(x: ArrayLike<number>): number {
  return Math.sqrt(dotOf(x, x));
}

/** Σ x y over the shorter of both. */
export function dotOf(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < Math.min(x.length, y.length); k++) sum += (x[k] ?? 0) * (y[k] ?? 0);
  return sum;
}

/** How alike two vectors point: 1 the same way, 0 at right angles, −1 opposite; 0 if one of them is zero. */
export function cosineOf(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const lengths = lengthOf(x) * lengthOf(y);
  return lengths === 0 ? 0 : dotOf(x, y) / lengths;
}

/** ‖x − y‖ */
export function distanceOf(x: ArrayLike<number>, y: ArrayLike<number>): number {
  return lengthOf(Array.from(x, (value, k) => value - (y[k] ?? 0)));
}

/** The mean; 0 of nothing. */
export function meanOf(x: ArrayLike<number>): number {
  return x.length === 0 ? 0 : Array.from(x).reduce((sum, value) => sum + value, 0) / x.length;
}

/** How many places an even share would be among: exp of the entropy −Σ α ln α. 1 if one has all, n if n have the same. */
export function evenly(shares: ArrayLike<number>): number {
  return Math.exp(-Array.from(shares).reduce((sum, a) => sum + (a > 0 ? a * Math.log(a) : 0), 0));
}

/** The places by their values, largest first; of equals the first. */
export function largestFirst(values: ArrayLike<number>): number[] {
  return Array.from(values, (_, k) => k).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
}

/** A sum's terms: the place of the largest magnitude, and how much pushes up and down. */
export interface Terms {
  readonly largest: number;
  readonly up: number;
  readonly ups: number;
  readonly down: number;
  readonly downs: number;
}

/** What the terms of a sum do. */
export function termsOf(terms: ArrayLike<number>): Terms {
  const list = Array.from(terms);
  const ups = list.filter((term) => term > 0);
  const downs = list.filter((term) => term < 0);
  const sum = (some: readonly number[]): number => some.reduce((total, term) => total + term, 0);
  return {
    largest: largestFirst(list.map(Math.abs))[0] ?? -1,
    up: sum(ups),
    ups: ups.length,
    down: sum(downs),
    downs: downs.length,
  };
}
