/** @file Retelling each of the closed rules, against numbers worked by hand or published. */

import { describe, expect, it } from 'vitest';
import {
  copyOf,
  functionOf,
  hidden,
  mapAddresses,
  operandsOf,
  sumOf,
  term,
  type Explanation,
  type Normaliser,
} from '../../src/engine/explanation.ts';
import { magnitude, retell } from '../../src/engine/retell.ts';

const cells: Record<string, number> = { a: 2, b: -3, c: 0.5, zero: 0 };
const read = (name: string): number => cells[name] ?? Number.NaN;

const whole = (by: Normaliser, own: number, scores: readonly number[], temperature = 1): number =>
  retell({ rule: 'share', by, own, whole: scores.map((_, k) => k), temperature }, (k) => scores[k] as number);

describe('retell', () => {
  it('adds up products, an empty product being 1', () => {
    expect(retell(sumOf<string>([term(1, 'a', 'b'), term(-2, 'c'), term(10)]), read)).toBe(2 * -3 - 1 + 10);
    expect(retell(sumOf<string>([]), read)).toBe(0);
  });

  it('applies a function with its declared constant', () => {
    expect(retell(functionOf('atLeast', 'b', -1), read)).toBe(-1);
    expect(retell(functionOf('reciprocal', 'c'), read)).toBe(2);
  });

  it('copies a chosen cell, finds the largest of some, and gives the constant where none was chosen', () => {
    expect(retell(copyOf('b'), read)).toBe(-3);
    const max: Explanation<string> = {
      rule: 'choice',
      by: 'max',
      of: 'a',
      constant: 0,
      among: ['b', 'a', 'c'],
      because: null,
    };
    expect(retell(max, read)).toBe(2);
    expect(retell(hidden(-Infinity, 'zero'), read)).toBe(-Infinity);
    expect(retell({ rule: 'given' }, read)).toBeNaN();
  });

  it('gives the softmax shares of the Illustrated Transformer: 14 and 12 are 0.88 and 0.12', () => {
    expect(whole('softmax', 0, [14, 12])).toBeCloseTo(0.88, 2);
    expect(whole('softmax', 1, [14, 12])).toBeCloseTo(0.12, 2);
    // 1 / (1 + e⁻¹) at a temperature of 2.
    expect(whole('softmax', 0, [14, 12], 2)).toBeCloseTo(0.7310585786300049, 15);
  });

  it('gives sparsemax and entmax-1.5 shares that are exact where the threshold can be worked by hand', () => {
    // sparsemax [1, 0.5]: threshold 0.25.
    expect(whole('sparsemax', 0, [1, 0.5])).toBeCloseTo(0.75, 15);
    expect(whole('sparsemax', 1, [1, -1])).toBe(0);
    // entmax-1.5 [2, 0]: threshold 0, shares 1 and 0; of equals, all alike.
    expect(whole('entmax-1.5', 0, [2, 0])).toBeCloseTo(1, 15);
    expect(whole('entmax-1.5', 1, [2, 0])).toBeCloseTo(0, 15);
    expect(whole('entmax-1.5', 2, [7, 7, 7, 7])).toBeCloseTo(0.25, 15);
    // The published example of the entmax package: [-2, 0, 0.5].
    const shares = [0, 1, 2].map((own) => whole('entmax-1.5', own, [-2, 0, 0.5]));
    [0, 0.326, 0.674].forEach((share, k) => expect(shares[k]).toBeCloseTo(share, 4));
  });

  it('keeps its digits at scores near a million and any temperature', () => {
    expect(whole('softmax', 0, [1e6 + 1, 1e6], 0.7)).toBeCloseTo(1 / (1 + Math.exp(-1 / 0.7)), 15);
    expect(whole('sparsemax', 0, [1e6 + 0.25, 1e6], 0.5)).toBeCloseTo(0.75, 15);
  });
});

describe('operandsOf', () => {
  it('names what a value depends on: not what only decided, and nothing where a whole is one cell', () => {
    expect(operandsOf(sumOf([term(1, 'a', 'b'), term(2, 'a')]))).toEqual(['a', 'b', 'a']);
    expect(operandsOf(copyOf('a', 'index', 'b'))).toEqual(['a']);
    expect(operandsOf(hidden(0, 'b'))).toEqual([]);
    expect(operandsOf({ rule: 'share', by: 'softmax', own: 0, whole: ['a'], temperature: 1 })).toEqual([]);
    expect(operandsOf({ rule: 'given' })).toEqual([]);
  });
});

describe('mapAddresses', () => {
  it('rewrites every address of every rule', () => {
    const up = (name: string): string => name.toUpperCase();
    expect(mapAddresses(sumOf([term(3, 'a', 'b')]), up)).toEqual(sumOf([term(3, 'A', 'B')]));
    expect(mapAddresses(functionOf('exp', 'a'), up)).toEqual(functionOf('exp', 'A'));
    expect(mapAddresses(copyOf('a', 'index', 'b'), up)).toEqual(copyOf('A', 'index', 'B'));
    const share: Explanation<string> = {
      rule: 'share',
      by: 'softmax',
      own: 1,
      whole: ['a', 'b'],
      temperature: 2,
    };
    expect(mapAddresses(share, up)).toEqual({ ...share, whole: ['A', 'B'] });
  });
});

describe('magnitude', () => {
  it('is the sum of the sizes of the terms, so that what cancels is not asked for digits that it cannot have', () => {
    expect(magnitude(sumOf([term(1, 'a'), term(-1, 'a')]), read)).toBe(4);
    expect(magnitude(functionOf('negate', 'b'), read)).toBe(3);
    expect(
      magnitude({ rule: 'share', by: 'sparsemax', own: 0, whole: ['a', 'b'], temperature: 1 }, read),
    ).toBe(1);
  });
});
