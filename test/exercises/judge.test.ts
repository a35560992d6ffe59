/** @file What is typed is judged within half a unit of the last digit asked for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, typedNumber } from '../../src/exercises/judge.ts';

describe('typedNumber', () => {
  it.each([
    ['0.5', 0.5],
    [' -1.25 ', -1.25],
    ['−1,25', -1.25],
    ['.5', 0.5],
    ['+3', 3],
    ['1e-3', 0.001],
  ])('reads %s', (text, value) => {
    expect(typedNumber(text)).toBe(value);
  });

  it.each(['', 'x', '1.2.3', '1,000,5', '--1', '0x10', 'Infinity', '1 2', 'NaN'])(
    'does not read “%s”',
    (text) => {
      expect(typedNumber(text)).toBeNaN();
    },
  );
});

describe('judge', () => {
  it('takes 0.33 for a third to two decimals, and neither 0.32 nor 0.34', () => {
    expect(
      ['0.33', '0.3333', '0.335', '0.32', '0.34', 'a third'].map((text) => judge(text, 1 / 3, 2)),
    ).toEqual(['right', 'right', 'right', 'wrong', 'wrong', 'unreadable']);
  });

  it('takes every number rounded to the decimals asked for, and none that is a unit off', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -100, max: 100, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (value, decimals) => {
          expect(judge(value.toFixed(decimals), value, decimals)).toBe('right');
          const unit = 10 ** -decimals;
          expect(judge(String(value + 0.51 * unit), value, decimals)).toBe('wrong');
          expect(judge(String(value - 0.51 * unit), value, decimals)).toBe('wrong');
        },
      ),
      { numRuns: 2000 },
    );
  });
});
