/** @file Softmax, cross-entropy, layer norm, tables, the GRU and Adam, of every machine, against plain loops. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kernels } from '../../../src/engine/kernels/kernels.ts';
import { Random } from '../../../src/lib/random.ts';
import { Arena, MACHINES } from './arena.ts';
import * as reference from './reference.ts';

const seeds = fc.integer({ min: 0, max: 1e9 });
const small = fc.integer({ min: 1, max: 9 });
const width = fc.integer({ min: 1, max: 70 });

/** Runs a call and its reference on the same numbers and compares the whole heap. */
function compare(
  arena: Arena,
  tolerance: number,
  call: (kernels: Kernels) => void,
  loops: (heap: Float64Array) => void,
): void {
  const before = arena.copy();
  const expected = before.slice();
  loops(expected);
  call(arena.kernels);
  arena.expectLike(before, expected, tolerance, 'call');
}

describe.each(MACHINES)('%s softmax', (_name, kernels, unit) => {
  const call = fc.record({
    outer: small,
    n: fc.integer({ min: 1, max: 40 }),
    inner: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 9 })),
    masked: fc.constantFrom(0, 0.3, 0.8),
    temperature: fc.constantFrom(1, 0.5, 3),
    same: fc.boolean(),
    seed: seeds,
  });

  it('gives shares along the middle axis, exactly 0 where masked, and names the first row that is masked throughout', () => {
    fc.assert(
      fc.property(call, ({ outer, n, inner, masked, temperature, same, seed }) => {
        const arena = new Arena(kernels, seed);
        const random = new Random(seed);
        const x = arena.numbers(outer * n * inner, 0, 0, () =>
          random.chance(masked) ? -Infinity : 20 * random.next() - 10,
        );
        const y = same ? x : arena.numbers(outer * n * inner);
        const before = arena.copy();
        const expected = before.slice();
        const empty = reference.softmax(expected, y, x, [outer, n, inner], temperature);
        expect(kernels.softmax(y, x, { outer, n, inner }, temperature)).toBe(empty);
        if (empty >= 0) return;
        arena.expectLike(before, expected, 32 * unit, `seed ${seed}`);
        if (!same) {
          for (let i = 0; i < outer * n * inner; i++)
            if (before[x + i] === -Infinity) expect(kernels.heap[y + i]).toBe(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([1, 2])('lets a NaN through instead of taking it for a mask (inner %i)', (inner) => {
    const arena = new Arena(kernels, 1);
    const x = arena.numbers(3 * inner, 0, 0, (i) => (i < inner ? NaN : -Infinity));
    expect(kernels.softmax(x, x, { outer: 1, n: 3, inner }, 1)).toBe(-1);
    expect(kernels.heap[x]).toBeNaN();
  });

  it('does not take the numbers beside a row for the row', () => {
    const arena = new Arena(kernels, 1);
    // [2, 2, 3]; −∞ stands right behind each row's end, never in a whole row.
    const x = arena.numbers(12, 0, 0, (i) => (i === 3 || i === 6 ? -Infinity : 1));
    expect(kernels.softmax(x, x, { outer: 2, n: 2, inner: 3 }, 1)).toBe(-1);
    expect(Array.from(kernels.heap.subarray(x, x + 12))).toEqual([
      1, 0.5, 0.5, 0, 0.5, 0.5, 0, 0.5, 0.5, 1, 0.5, 0.5,
    ]);
  });

  it('gives its gradient by the Jacobian', () => {
    fc.assert(
      fc.property(call, ({ outer, n, inner, temperature, seed }) => {
        const arena = new Arena(kernels, seed);
        const length = outer * n * inner;
        const gx = arena.numbers(length);
        const gy = arena.numbers(length);
        const y = arena.numbers(length, 0, 1 / n);
        compare(
          arena,
          unit * (n + 8) * 2,
          (machine) => machine.softmaxGradient(gx, gy, y, { outer, n, inner }, temperature),
          (heap) => reference.softmaxGradient(heap, gx, gy, y, [outer, n, inner], temperature),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe.each(MACHINES)('%s crossEntropy', (_name, kernels, unit) => {
  it.each([false, true])('gives −log p of the targets, p and the gradient (p over x: %s)', (same) => {
    fc.assert(
      fc.property(small, width, seeds, (rows, n, seed) => {
        const arena = new Arena(kernels, seed);
        const x = arena.numbers(rows * n, -8, 8);
        const p = same ? x : arena.numbers(rows * n);
        const targets = arena.numbers(rows, 0, 0, (i) => (i * 7 + seed) % n);
        const nll = arena.numbers(rows);
        compare(
          arena,
          32 * unit,
          (machine) => machine.crossEntropy(nll, p, x, targets, rows, n),
          (heap) => reference.crossEntropy(heap, nll, p, x, targets, rows, n),
        );
        const gx = arena.numbers(rows * n);
        const g = arena.numbers(rows);
        compare(
          arena,
          8 * unit,
          (machine) => machine.crossEntropyGradient(gx, g, p, targets, rows, n),
          (heap) => reference.crossEntropyGradient(heap, gx, g, p, targets, rows, n),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('stays finite and exact for logits far apart', () => {
    const arena = new Arena(kernels, 1);
    const x = arena.numbers(3, 0, 0, (i) => [1000, 0, -1000][i] as number);
    const targets = arena.numbers(1, 0, 0, () => 2);
    const nll = arena.numbers(1);
    kernels.crossEntropy(nll, x, x, targets, 1, 3);
    expect(kernels.heap[nll]).toBe(2000);
    expect([...kernels.heap.subarray(x, x + 3)]).toEqual([1, 0, 0]);
  });
});

describe.each(MACHINES)('%s layerNorm', (_name, kernels, unit) => {
  it('centres and scales each row, and gives the gradient that central differences give', () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 2, max: 40 }), seeds, (rows, n, seed) => {
        const arena = new Arena(kernels, seed);
        const x = arena.numbers(rows * n, -3, 3);
        const normalised = arena.numbers(rows * n);
        const inverse = arena.numbers(rows);
        // Two numbers close together make the inverse large, and the rounding with it: eps bounds it.
        compare(
          arena,
          400 * unit,
          (machine) => machine.layerNorm(normalised, inverse, x, rows, n, 0.05),
          (heap) => reference.layerNorm(heap, normalised, inverse, x, rows, n, 0.05),
        );
        const gx = arena.numbers(rows * n);
        const g = arena.numbers(rows * n);
        const was = arena.copy();
        kernels.layerNormGradient(gx, g, normalised, inverse, rows, n);
        const numbers = arena.copy();
        const loss = (at: number, step: number): number => {
          const moved = numbers.slice();
          moved[at] = (moved[at] as number) + step;
          reference.layerNorm(moved, normalised, inverse, x, rows, n, 0.05);
          let sum = 0;
          for (let i = 0; i < rows * n; i++)
            sum += (moved[normalised + i] as number) * (numbers[g + i] as number);
          return sum;
        };
        for (let i = 0; i < Math.min(rows * n, 12); i++) {
          const slope = (loss(x + i, 1e-5) - loss(x + i, -1e-5)) / 2e-5;
          const added = (kernels.heap[gx + i] as number) - (was[gx + i] as number);
          expect(Math.abs(added - slope)).toBeLessThan(1e-6 + 2000 * unit);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(MACHINES)('%s tables', (_name, kernels, unit) => {
  it('gathers rows by number, and adds rows that come twice twice', () => {
    fc.assert(
      fc.property(
        small,
        width,
        fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 20 }),
        seeds,
        (rows, n, picks, seed) => {
          const arena = new Arena(kernels, seed);
          const table = arena.numbers(rows * n);
          const ids = arena.numbers(picks.length, 0, 0, (i) => (picks[i] as number) % rows);
          const d = arena.numbers(picks.length * n);
          compare(
            arena,
            0,
            (machine) => machine.gather(d, table, ids, picks.length, n),
            (heap) => reference.gather(heap, d, table, ids, picks.length, n),
          );
          compare(
            arena,
            unit * 32,
            (machine) => machine.scatterAdd(table, d, ids, picks.length, n),
            (heap) => reference.scatterAdd(heap, table, d, ids, picks.length, n),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe.each(MACHINES)('%s GRU', (_name, kernels, unit) => {
  const call = fc.record({ length: width, keep: fc.boolean(), same: fc.boolean(), seed: seeds });

  it('gives gates and states, in place too', () => {
    fc.assert(
      fc.property(call, ({ length, keep, same, seed }) => {
        const arena = new Arena(kernels, seed);
        const zIn = arena.numbers(length, -4, 4);
        const rIn = arena.numbers(length, -4, 4);
        const cIn = arena.numbers(length, -3, 3);
        const h = arena.numbers(length);
        const z = same ? zIn : arena.numbers(length);
        const r = same ? rIn : arena.numbers(length);
        const candidate = same ? cIn : arena.numbers(length);
        const reset = arena.numbers(length);
        const next = arena.numbers(length);
        compare(
          arena,
          8 * unit,
          (machine) => machine.gruGates(z, r, reset, zIn, rIn, h, length),
          (heap) => reference.gruGates(heap, z, r, reset, zIn, rIn, h, length),
        );
        compare(
          arena,
          8 * unit,
          (machine) => machine.gruNext(next, candidate, cIn, z, h, length, keep),
          (heap) => reference.gruNext(heap, next, candidate, cIn, z, h, length, keep),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('gives the gradients that central differences give', () => {
    fc.assert(
      fc.property(call, ({ length, keep, seed }) => {
        const arena = new Arena(kernels, seed);
        const pre = arena.numbers(3 * length, -3, 3);
        const [zIn, rIn, cIn] = [pre, pre + length, pre + 2 * length];
        const [h, gNext, gReset] = [arena.numbers(length), arena.numbers(length), arena.numbers(length)];
        const [z, r, reset] = [arena.numbers(length), arena.numbers(length), arena.numbers(length)];
        const [candidate, next] = [arena.numbers(length), arena.numbers(length)];
        const [gC, gZ, gR] = [arena.numbers(length), arena.numbers(length), arena.numbers(length)];
        const gH = arena.numbers(length);
        const was = arena.copy();
        kernels.gruGates(z, r, reset, zIn, rIn, h, length);
        kernels.gruNext(next, candidate, cIn, z, h, length, keep);
        kernels.gruNextGradient(gC, gZ, gH, gNext, candidate, z, h, length, keep);
        kernels.gruResetGradient(gR, gH, gReset, r, h, length);
        const numbers = arena.copy();
        const loss = (at: number, step: number): number => {
          const moved = numbers.slice();
          moved[at] = (moved[at] as number) + step;
          reference.gruGates(moved, z, r, reset, zIn, rIn, h, length);
          reference.gruNext(moved, next, candidate, cIn, z, h, length, keep);
          let sum = 0;
          for (let i = 0; i < length; i++) {
            sum += (moved[next + i] as number) * (numbers[gNext + i] as number);
            sum += (moved[reset + i] as number) * (numbers[gReset + i] as number);
          }
          return sum;
        };
        for (const [at, gradient] of [
          [zIn, gZ],
          [rIn, gR],
          [cIn, gC],
          [h, gH],
        ] as const) {
          for (let i = 0; i < length; i++) {
            const slope = (loss(at + i, 1e-5) - loss(at + i, -1e-5)) / 2e-5;
            // The gradients of pre-activations are overwritten, the state's is added to.
            const start = gradient === gH ? (was[gH + i] as number) : 0;
            const made = (kernels.heap[gradient + i] as number) - start;
            expect(Math.abs(made - slope)).toBeLessThan(1e-8 + 16 * unit);
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe.each(MACHINES)('%s updates', (_name, kernels, unit) => {
  it('moves parameters as Adam does', () => {
    fc.assert(
      fc.property(width, fc.integer({ min: 1, max: 20 }), seeds, (length, step, seed) => {
        const arena = new Arena(kernels, seed);
        const call = {
          parameter: arena.numbers(length),
          gradient: arena.numbers(length),
          m: arena.numbers(length),
          v: arena.numbers(length, 0, 1),
          length,
          rate: 0.01,
          beta1: 0.9,
          beta2: 0.98,
          correction1: 1 - 0.9 ** step,
          correction2: 1 - 0.98 ** step,
          eps: 1e-8,
          gradientFactor: 0.5,
        };
        compare(
          arena,
          16 * unit,
          (machine) => machine.adam(call),
          (heap) => reference.adam(heap, call),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('adds up squares in float64', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 70 }), seeds, (length, seed) => {
        const arena = new Arena(kernels, seed);
        const x = arena.numbers(length);
        let sum = 0;
        for (let i = 0; i < length; i++) sum += (kernels.heap[x + i] as number) ** 2;
        expect(Math.abs(kernels.sumOfSquares(x, length) - sum)).toBeLessThanOrEqual(1e-14 * sum);
      }),
      { numRuns: 60 },
    );
  });
});
