/** @file What is told of times: quantiles and differences, by hand-worked lists. */
import { describe, expect, it } from 'vitest';
import { difference, median, quantile } from '../../../src/cli/bench/statistics.ts';

describe('quantile', () => {
  it('is the number in the middle, or halfway between the two there', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('goes from the smallest to the largest', () => {
    const numbers = [30, 10, 20];
    expect([0, 0.25, 0.75, 1].map((share) => quantile(numbers, share))).toEqual([10, 15, 25, 30]);
  });

  it('refuses an empty list', () => {
    expect(() => median([])).toThrow(/no numbers/);
  });
});

describe('difference', () => {
  it('is the largest one at the same place, with the size of the numbers', () => {
    expect(difference([1, -8, 3], [1.5, -8, 2])).toEqual({ largest: 1, scale: 8 });
  });

  it('does not let NaN pass', () => {
    expect(difference([1, 2], [1, NaN]).largest).toBeNaN();
  });

  it('refuses lists of two lengths', () => {
    expect(() => difference([1], [])).toThrow(/1 numbers and 0/);
  });
});
