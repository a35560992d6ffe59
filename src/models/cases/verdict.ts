/** @file Compares what was computed with what was expected. */

import type { TensorData } from './tensorData.ts';

export interface Verdict {
  /** The largest |got − expected| / max(1, |expected|) over all that could be compared. */
  readonly maxError: number;
  readonly pass: boolean;
  /** What is missing, has another shape, holds a NaN or is over the tolerance. */
  readonly failed: readonly string[];
}

/** Two equal infinities differ by 0; an infinity and anything else by infinity. A NaN differs from everything by NaN. */
function errorOf(got: number, expected: number): number {
  if (got === expected) return 0;
  if (Number.isNaN(got)) return Number.NaN;
  if (!Number.isFinite(expected)) return Infinity;
  return Math.abs(got - expected) / Math.max(1, Math.abs(expected));
}

/** The verdict on all that is expected. */
export function judge(
  got: ReadonlyMap<string, TensorData>,
  expected: ReadonlyMap<string, TensorData>,
  tolerance: number,
): Verdict {
  let maxError = 0;
  const failed: string[] = [];
  for (const [name, want] of expected) {
    const found = got.get(name);
    const sameShape =
      found !== undefined &&
      found.shape.length === want.shape.length &&
      found.shape.every((size, d) => size === want.shape[d]);
    const errors = Array.from(sameShape ? want.data : [], (cell, k) =>
      errorOf(found?.data[k] as number, cell),
    );
    const worst = errors.reduce((most, error) => (error > most ? error : most), 0);
    maxError = Math.max(maxError, worst);
    if (!sameShape || worst > tolerance || errors.some(Number.isNaN)) failed.push(name);
  }
  return { maxError, pass: failed.length === 0, failed };
}
