/** @file A heap full of random numbers for one call of a kernel, and the check of what the call left there. */
import { expect } from 'vitest';
import { loadWasmKernels } from '../../../src/cli/loadWasmKernels.ts';
import type { Kernels } from '../../../src/engine/kernels/kernels.ts';
import { createPlainKernels } from '../../../src/engine/kernels/plain.ts';
import { Random } from '../../../src/lib/random.ts';

/** All kernels under test, with the relative rounding error of one of their operations. */
export const MACHINES: readonly (readonly [string, Kernels, number])[] = [
  ['plain float64', createPlainKernels('float64'), 2 ** -52],
  ['plain float32', createPlainKernels('float32'), 2 ** -23],
  ['wasm float32', loadWasmKernels(), 2 ** -23],
];

/** Stands between the arrays: a call that reads past an array's end spreads it, one that writes there removes it. */
const GUARD = NaN;

/** Hands out places in a kernel's heap, each followed by a few guards, and keeps a float64 copy of what is there. */
export class Arena {
  readonly kernels: Kernels;
  private readonly random: Random;
  private end = 0;

  constructor(kernels: Kernels, seed: number) {
    this.kernels = kernels;
    this.random = new Random(seed);
  }

  /** A place for `length` numbers, from `low` to `high`, or as `make` gives them; odd offsets, so that nothing is aligned. */
  numbers(length: number, low = -1, high = 1, make?: (i: number) => number): number {
    const at = this.end + 1 + Math.floor(this.random.next() * 4);
    const next = at + length + 5;
    this.kernels.reserve(next);
    const { heap } = this.kernels;
    heap.fill(GUARD, this.end, next);
    for (let i = 0; i < length; i++) heap[at + i] = make ? make(i) : low + (high - low) * this.random.next();
    this.end = next;
    return at;
  }

  /** What the heap holds now, as a reference may change it. */
  copy(): Float64Array {
    return Float64Array.from(this.kernels.heap.subarray(0, this.end));
  }

  /** The heap must hold what the reference made, number by number within `tolerance`, and be as it was elsewhere. */
  expectLike(before: Float64Array, reference: Float64Array, tolerance: number, what: string): void {
    const { heap } = this.kernels;
    for (let i = 0; i < this.end; i++) {
      const expected = reference[i] as number;
      const actual = heap[i] as number;
      if (Object.is(expected, before[i])) {
        if (Object.is(actual, expected)) continue;
        // A cell that the reference wrote and left the same, by adding 0, may carry a rounding; a guard may not.
        if (Math.abs(actual - expected) <= tolerance) continue;
      } else if (Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected))) continue;
      expect.fail(
        `${what}: number ${i} of the heap is ${actual}, expected ${expected} (it was ${before[i]})`,
      );
    }
  }
}
