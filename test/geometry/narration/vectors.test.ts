/** @file The small arithmetic behind the narrator, against numbers worked by hand. */
import { describe, expect, it } from 'vitest';
import {
  cosineOf,
  distanceOf,
  dotOf,
  evenly,
  largestFirst,
  lengthOf,
  meanOf,
  termsOf,
} from '../../../src/geometry/narration/vectors.ts';

describe('lengthOf, dotOf, cosineOf and distanceOf', () => {
  it('give 5, 24, 0.96 and √2 for (3, 4) and (4, 3)', () => {
    expect(lengthOf([3, 4])).toBe(5);
    expect(dotOf([3, 4], [4, 3])).toBe(24);
    expect(cosineOf([3, 4], [4, 3])).toBeCloseTo(24 / 25, 15);
    expect(distanceOf([3, 4], [4, 3])).toBeCloseTo(Math.SQRT2, 15);
  });

  it('give 0 as the cosine with a zero vector, and the length as the distance from nothing', () => {
    expect(cosineOf([0, 0], [1, 2])).toBe(0);
    expect(distanceOf([3, 4], [])).toBe(5);
  });
});

describe('evenly', () => {
  it('is the number of places of an even share, and 1 where one place has all', () => {
    expect(evenly([0.25, 0.25, 0.25, 0.25])).toBeCloseTo(4, 12);
    expect(evenly([0, 1, 0])).toBe(1);
  });

  it('is 2^1.5 for a half and two quarters, whose entropy is 1.5 bits', () => {
    expect(evenly([0.5, 0.25, 0.25])).toBeCloseTo(2 ** 1.5, 12);
  });
});

describe('largestFirst, meanOf and termsOf', () => {
  it('order places by value, equals as they stand', () => {
    expect(largestFirst([1, 3, 2, 3])).toEqual([1, 3, 2, 0]);
  });

  it('average, and give 0 for nothing', () => {
    expect(meanOf([1, 2, 6])).toBe(3);
    expect(meanOf([])).toBe(0);
  });

  it('split a sum into what pushes up and what pushes down', () => {
    expect(termsOf([1, -4, 2.5, 0])).toEqual({ largest: 1, up: 3.5, ups: 2, down: -4, downs: 1 });
  });
});
