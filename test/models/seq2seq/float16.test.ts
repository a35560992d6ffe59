/** @file Half precision: exact both ways, and nearest with ties to even. */

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fromHalf, packHalves, toHalf, unpackHalves } from '../../../src/models/seq2seq/float16.ts';

describe('half precision', () => {
  it('reads the values that IEEE 754 gives for known patterns', () => {
    expect(fromHalf(0x3c00)).toBe(1);
    expect(fromHalf(0xc000)).toBe(-2);
    expect(fromHalf(0x7bff)).toBe(65504);
    expect(fromHalf(0x0001)).toBe(2 ** -24);
    expect(fromHalf(0x0400)).toBe(2 ** -14);
    expect(fromHalf(0x3555)).toBe(0.333251953125);
    expect(fromHalf(0x7c00)).toBe(Infinity);
  });

  it('writes back every pattern that is a number', () => {
    for (let half = 0; half < 0x10000; half++) {
      if ((half & 0x7c00) === 0x7c00 && (half & 0x3ff) !== 0) continue;
      expect(toHalf(fromHalf(half))).toBe(half);
    }
  });

  it('rounds to the nearest neighbour, and to the even one between two', () => {
    fc.assert(
      fc.property(fc.double({ min: -60000, max: 60000, noNaN: true }), (wide) => {
        const x = Math.fround(wide);
        const half = toHalf(x);
        const error = Math.abs(fromHalf(half) - x);
        for (const near of [half - 1, half + 1]) {
          if ((near & 0x7c00) === 0x7c00 || near < 0 || (near ^ half) & 0x8000) continue;
          const other = Math.abs(fromHalf(near) - x);
          expect(error < other || (error === other && (half & 1) === 0)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('packs parts one after the other, low byte first', () => {
    const bytes = packHalves([[1], [-2, 0.5]]);
    expect([...bytes]).toEqual([0x00, 0x3c, 0x00, 0xc0, 0x00, 0x38]);
    expect([...unpackHalves(bytes)]).toEqual([1, -2, 0.5]);
  });
});
