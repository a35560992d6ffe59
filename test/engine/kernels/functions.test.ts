/** @file The scalar functions and their derivatives in float64. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivative, erf, erfc, evaluate, functions } from '../../../src/engine/kernels/functions.ts';
import type { FunctionName } from '../../../src/engine/kernels/kernels.ts';

const close = (actual: number, expected: number, relative: number): void =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));

// x, erf(x), erfc(x) by mpmath 1.3 with 40 digits, rounded to float64.
const ERROR_FUNCTION = [
  [-6, -1.0, 2.0],
  [-2.5, -0.999593047982555, 1.999593047982555],
  [-1, -0.8427007929497149, 1.8427007929497148],
  [-0.3, -0.3286267594591274, 1.3286267594591274],
  [1e-10, 1.1283791670955126e-10, 0.999999999887162],
  [0.2, 0.22270258921047847, 0.7772974107895215],
  [0.5, 0.5204998778130465, 0.4795001221869535],
  [0.84, 0.7651427114549945, 0.23485728854500548],
  [0.9, 0.7969082124228322, 0.20309178757716786],
  [1.2, 0.9103139782296353, 0.08968602177036464],
  [1.3, 0.9340079449406524, 0.06599205505934755],
  [2, 0.9953222650189527, 0.004677734981047266],
  [2.9, 0.9999589021219005, 4.109787809945886e-5],
  [3.5, 0.9999992569016276, 7.430983723414128e-7],
  [5.5, 0.9999999999999927, 7.357847917974398e-15],
  [10, 1, 2.088487583762545e-45],
  [25, 1, 8.300172571196523e-274],
] as const;

// x, x·Φ(x) and Φ(x) + x·φ(x), likewise.
const GELU = [
  [-12, -2.1317785344932147e-32, -2.5578956616748956e-31],
  [-5, -1.4332578593959695e-6, -7.146946001792295e-6],
  [-1, -0.15865525393145705, -0.0833154705876863],
  [-0.1, -0.0460172162722971, 0.4204769079752698],
  [0.3, 0.18537342665668577, 0.7323277668271099],
  [1, 0.8413447460685429, 1.0833154705876864],
  [4, 3.9998733150326675, 1.0005036496612265],
] as const;

describe('erf and erfc', () => {
  it.each(ERROR_FUNCTION)('at %f are within 1e-15', (x, value, complement) => {
    close(erf(x), value, 1e-15);
    close(erfc(x), complement, 2e-15);
  });

  it('have their limits', () => {
    expect([erf(0), erf(Infinity), erf(-Infinity), erf(NaN)]).toEqual([0, 1, -1, NaN]);
    expect([erfc(0), erfc(Infinity), erfc(-Infinity), erfc(NaN)]).toEqual([1, 0, 2, NaN]);
  });
});

describe('evaluate and derivative', () => {
  it.each(GELU)('gelu at %f is x·Φ(x), its derivative Φ(x) + x·φ(x)', (x, value, slope) => {
    // Far out a rounding of x/√2 is multiplied by x².
    close(evaluate('gelu', x, 0), value, 3e-15 + 2.3e-16 * x * x);
    close(derivative('gelu', x, value, 0), slope, 3e-15 + 2.3e-16 * x * x);
  });

  it('derivatives are what central differences give, away from kinks', () => {
    const names = Object.keys(functions) as FunctionName[];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.double({ min: 0.05, max: 4, noNaN: true }),
        fc.boolean(),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (f, size, negative, constant) => {
          const positiveOnly = f === 'log' || f === 'sqrt' || f === 'inverseSqrt';
          const x = negative && !positiveOnly ? -size : size;
          fc.pre(f !== 'atLeast' || Math.abs(x - constant) > 1e-3);
          const step = 1e-5 * size;
          const difference = (evaluate(f, x + step, constant) - evaluate(f, x - step, constant)) / (2 * step);
          const slope = derivative(f, x, evaluate(f, x, constant), constant);
          expect(Math.abs(slope - difference)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(slope)));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('derivatives at kinks are the ones from the left', () => {
    expect(derivative('relu', 0, 0, 0)).toBe(0);
    expect(derivative('leakyRelu', 0, 0, 0.2)).toBe(0.2);
    expect(derivative('elu', 0, 0, 0)).toBe(1);
    expect(derivative('atLeast', 0.5, 0.5, 0.5)).toBe(0);
  });

  it.each<[FunctionName, readonly (readonly [number, number])[]]>([
    [
      'exp',
      [
        [0, 1],
        [-Infinity, 0],
      ],
    ],
    [
      'tanh',
      [
        [0, 0],
        [Infinity, 1],
        [-Infinity, -1],
      ],
    ],
    [
      'sigmoid',
      [
        [0, 0.5],
        [800, 1],
        [-800, 0],
        [-Infinity, 0],
      ],
    ],
    [
      'relu',
      [
        [-2, 0],
        [0, 0],
        [2, 2],
        [NaN, NaN],
      ],
    ],
    [
      'elu',
      [
        [-Infinity, -1],
        [0, 0],
        [3, 3],
      ],
    ],
    [
      'gelu',
      [
        [0, 0],
        [Infinity, Infinity],
        [-Infinity, -0],
        [NaN, NaN],
      ],
    ],
    [
      'atLeast',
      [
        [NaN, NaN],
        [-1, 0],
        [1, 1],
      ],
    ],
  ])('%s is exact at its edges', (f, pairs) => {
    expect(pairs.map(([x]) => evaluate(f, x, 0))).toEqual(pairs.map(([, y]) => y));
  });

  it('sigmoid keeps its relative accuracy far below 0', () => {
    close(evaluate('sigmoid', -100, 0), 3.720075976020836e-44, 1e-15);
  });
});
