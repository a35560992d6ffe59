/** @file The functions of the float32 kernels: their errors over wide ranges, and what they do at the edges. */
import { describe, expect, it } from 'vitest';
import { derivative, evaluate } from '../../../src/engine/kernels/functions.ts';
import type { FunctionName } from '../../../src/engine/kernels/kernels.ts';
import { Arena, MACHINES } from './arena.ts';

const [, wasm] = MACHINES[2] as (typeof MACHINES)[number];

/** f of each number, through the kernel; one number more than a multiple of four, so that the last one is alone. */
function through(f: FunctionName, numbers: readonly number[], constant = 0): { x: number[]; y: number[] } {
  const arena = new Arena(wasm, 1);
  const length = numbers.length + ((5 - (numbers.length % 4)) % 4);
  const x = arena.numbers(length, 0, 0, (i) => numbers[i] ?? 1);
  const y = arena.numbers(length);
  wasm.map(f, y, x, length, constant);
  const { heap } = wasm;
  return { x: [...heap.subarray(x, x + numbers.length)], y: [...heap.subarray(y, y + numbers.length)] };
}

/** `count` numbers from low to high, evenly, or evenly in their logarithm. */
function spread(low: number, high: number, count: number, logarithmic = false): number[] {
  return Array.from({ length: count }, (_, i) => {
    const share = i / (count - 1);
    return logarithmic ? low * (high / low) ** share : low + (high - low) * share;
  });
}

/** The largest relative error over the numbers. */
function worst(f: FunctionName, numbers: readonly number[], constant = 0): number {
  const { x, y } = through(f, numbers, constant);
  let largest = 0;
  for (const [i, value] of x.entries()) {
    const truth = evaluate(f, value, Math.fround(constant));
    const error = Math.abs((y[i] as number) - truth) / Math.abs(truth);
    if (!(error <= largest) && truth !== 0) largest = error;
  }
  return largest;
}

const around = (size: number): number[] => [...spread(-size, size, 40_001), ...spread(-1, 1, 10_001)];
const tiny = (sign: number): number[] => spread(1e-30, 1, 5000, true).map((x) => sign * x);

describe('wasm functions of one number', () => {
  it.each<[FunctionName, readonly number[], number]>([
    ['exp', [...spread(-86.9, 88.72, 200_001), ...around(3)], 1.3e-7],
    ['log', [...spread(1e-38, 3e38, 100_001, true), ...spread(0.5, 2, 50_001)], 1.3e-7],
    ['tanh', [...around(12), ...tiny(1), ...tiny(-1)], 1.8e-7],
    ['sigmoid', [...around(80), ...tiny(1), ...tiny(-1)], 2e-7],
    ['gelu', [...around(5), ...spread(0, 30, 50_001), ...tiny(1), ...tiny(-1)], 6e-7],
    ['gelu', spread(-12, -5, 20_001), 1e-6],
    ['elu', [...around(20), ...tiny(-1)], 2e-7],
    ['sqrt', spread(1e-38, 3e38, 20_001, true), 6e-8],
    ['reciprocal', spread(1e-37, 1e37, 20_001, true), 6e-8],
    ['square', around(1000), 6e-8],
  ])('%s is within its relative error', (f, numbers, bound) => {
    expect(worst(f, numbers)).toBeLessThanOrEqual(bound);
  });

  it('log near 1 keeps its relative accuracy', () => {
    expect(worst('log', spread(0.999, 1.001, 20_001))).toBeLessThanOrEqual(1.3e-7);
  });

  it('functions with a constant use it', () => {
    expect(worst('leakyRelu', around(5), 0.2)).toBeLessThanOrEqual(6e-8);
    expect(worst('inverseSqrt', spread(0, 100, 5001), 1e-5)).toBeLessThanOrEqual(2e-7);
    expect(worst('atLeast', around(5), 0.3)).toBe(0);
    expect(worst('scale', around(5), -0.7)).toBeLessThanOrEqual(6e-8);
  });

  it.each<[FunctionName, readonly (readonly [number, number])[]]>([
    [
      'exp',
      [
        [0, 1],
        [-0, 1],
        [-Infinity, 0],
        [-200, 0],
        [89, Infinity],
        [Infinity, Infinity],
        [NaN, NaN],
      ],
    ],
    [
      'log',
      [
        [1, 0],
        [0, -Infinity],
        [-0, -Infinity],
        [-1, NaN],
        [Infinity, Infinity],
        [-Infinity, NaN],
        [NaN, NaN],
      ],
    ],
    [
      'tanh',
      [
        [0, 0],
        [-0, -0],
        [10, 1],
        [-10, -1],
        [3e38, 1],
        [Infinity, 1],
        [-Infinity, -1],
        [NaN, NaN],
      ],
    ],
    [
      'sigmoid',
      [
        [0, 0.5],
        [20, 1],
        [3e38, 1],
        [Infinity, 1],
        [-Infinity, 0],
        [-3e38, 0],
        [NaN, NaN],
      ],
    ],
    [
      'relu',
      [
        [0, 0],
        [-0, 0],
        [-3, 0],
        [3, 3],
        [-Infinity, 0],
        [NaN, NaN],
      ],
    ],
    [
      'elu',
      [
        [0, 0],
        [-Infinity, -1],
        [-3e38, -1],
        [Infinity, Infinity],
        [NaN, NaN],
      ],
    ],
    [
      'gelu',
      [
        [0, 0],
        [100, 100],
        [Infinity, Infinity],
        [-Infinity, -0],
        [-100, -0],
        [NaN, NaN],
      ],
    ],
    [
      'negate',
      [
        [0, -0],
        [2, -2],
      ],
    ],
  ])('%s is exact at its edges', (f, pairs) => {
    const { y } = through(
      f,
      pairs.map(([x]) => x),
    );
    expect(y).toEqual(pairs.map(([, value]) => value));
  });

  it("exp ends at float32's largest number above and at 2e-38 below", () => {
    const { x, y } = through('exp', spread(-110, -86.9, 5001));
    for (const [i, value] of x.entries())
      expect(Math.abs((y[i] as number) - Math.exp(value))).toBeLessThan(2e-38);
    expect(through('exp', [88.72, 88.73]).y.map(Number.isFinite)).toEqual([true, false]);
  });

  it('log reaches into the subnormal numbers', () => {
    expect(worst('log', [1e-39, 1e-42, 2 ** -149])).toBeLessThanOrEqual(1.3e-7);
  });

  it('no function makes NaN of a finite number that it is defined for', () => {
    const finite = [
      ...spread(1e-45, 3.4e38, 2001, true),
      ...spread(1e-45, 3.4e38, 2001, true).map((x) => -x),
      0,
      -0,
    ];
    for (const f of ['exp', 'tanh', 'sigmoid', 'relu', 'leakyRelu', 'elu', 'gelu'] as const) {
      expect(through(f, finite, 0.1).y.filter(Number.isNaN), f).toEqual([]);
    }
  });

  it('tanh is odd to the last bit', () => {
    const { y } = through('tanh', spread(0, 11, 5001));
    const mirrored = through(
      'tanh',
      spread(0, 11, 5001).map((x) => -x),
    ).y;
    expect(mirrored).toEqual(y.map((value) => -value));
  });
});

describe.each(MACHINES)('%s map', (_name, kernels, unit) => {
  const all: readonly (readonly [FunctionName, number, number, number])[] = [
    ['exp', -5, 5, 0],
    ['log', 0.1, 5, 0],
    ['tanh', -4, 4, 0],
    ['sigmoid', -6, 6, 0],
    ['relu', -2, 2, 0],
    ['leakyRelu', -2, 2, 0.1],
    ['elu', -4, 2, 0],
    ['gelu', -5, 5, 0],
    ['square', -3, 3, 0],
    ['sqrt', 0.2, 4, 0],
    ['reciprocal', 0.2, 4, 0],
    ['inverseSqrt', 0.2, 4, 0.25],
    ['atLeast', -2, 2, 0.5],
    ['negate', -2, 2, 0],
    ['scale', -2, 2, -1.5],
  ];

  it.each(all)('maps %s and adds its gradient, for every length and in place', (f, low, high, constant) => {
    for (let length = 0; length <= 13; length++) {
      const arena = new Arena(kernels, 100 + length);
      const x = arena.numbers(length, low, high);
      const y = arena.numbers(length);
      let before = arena.copy();
      let expected = before.slice();
      for (let i = 0; i < length; i++) expected[y + i] = evaluate(f, before[x + i] as number, constant);
      kernels.map(f, y, x, length, constant);
      arena.expectLike(before, expected, 8 * unit, f);

      const gx = arena.numbers(length);
      const gy = arena.numbers(length);
      before = arena.copy();
      expected = before.slice();
      for (let i = 0; i < length; i++) {
        const slope = derivative(f, before[x + i] as number, before[y + i] as number, constant);
        expected[gx + i] = (before[gx + i] as number) + (before[gy + i] as number) * slope;
      }
      kernels.mapGradient(f, gx, gy, x, y, length, constant);
      arena.expectLike(before, expected, 64 * unit, `${f} gradient`);

      before = arena.copy();
      expected = before.slice();
      for (let i = 0; i < length; i++) expected[x + i] = evaluate(f, before[x + i] as number, constant);
      kernels.map(f, x, x, length, constant);
      arena.expectLike(before, expected, 8 * unit, `${f} in place`);
    }
  });
});
