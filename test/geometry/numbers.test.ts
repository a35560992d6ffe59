/** @file Numbers as text: three digits, true minus signs, parts that add up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compact,
  decimalsFor,
  exact,
  fixed,
  roundedUnits,
  significant,
  sumTexts,
} from '../../src/geometry/numbers.ts';

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Reads a text back, powers of ten and true minus signs included. */
function read(text: string): number {
  const plain = text
    .replaceAll('\u2212', '-')
    .replace(
      /×10(.+)$/,
      (_, power: string) =>
        `e${power.replace('⁻', '-').replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(raised.indexOf(digit)))}`,
    );
  return Number(plain);
}

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });

describe('significant', () => {
  it.each([
    [0.8071234, '0.807'],
    [-1.3249, '\u22121.32'],
    [34.6, '34.6'],
    [0.1, '0.100'],
    [1234.5, '1230'],
    [99_999, '1.00×10⁵'],
    [0.00099951, '0.00100'],
    [1.2e-7, '1.20×10⁻⁷'],
    [-0, '0'],
    [Infinity, '∞'],
    [-Infinity, '\u2212∞'],
  ])('writes %d as %s', (value, text) => {
    expect(significant(value)).toBe(text);
  });

  it('is within half a unit of the third digit', () => {
    fc.assert(
      fc.property(finite, (value) => {
        expect(Math.abs(read(significant(value)) - value)).toBeLessThanOrEqual(0.00501 * Math.abs(value));
      }),
    );
  });

  it('has no hyphen', () => {
    fc.assert(
      fc.property(finite, (value) => !significant(value).includes('-') && !exact(value).includes('-')),
    );
  });
});

describe('exact', () => {
  it('reads back as the same double', () => {
    fc.assert(fc.property(finite, (value) => read(exact(value)) === (value === 0 ? 0 : value)));
  });
});

describe('fixed', () => {
  it('gives what rounds to zero no sign', () => {
    expect([fixed(-0.0004, 3), fixed(-0.0005001, 3)]).toEqual(['0.000', '\u22120.001']);
  });
});

describe('compact', () => {
  it('leaves out the zero before the point of a weight', () => {
    expect([0.807, 1, 0.9951, 0.0049, 0.05].map((value) => compact(value, 'weight'))).toEqual([
      '.81',
      '1',
      '1',
      '0',
      '.05',
    ]);
  });

  it('gives a score one decimal, and none past 100', () => {
    expect([-1.32, 99.94, 123.4].map((value) => compact(value, 'score'))).toEqual([
      '\u22121.3',
      '99.9',
      '123',
    ]);
  });
});

describe('sumTexts', () => {
  const parts = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 40 });

  it('writes parts whose texts add up to the text of the total', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 6 }), (values, decimals) => {
        const total = values.reduce((sum, value) => sum + value, 0);
        const texts = sumTexts(values, total, decimals);
        const scale = 10 ** (decimals + 1);
        const units = (text: string): number => Math.round(read(text) * scale);
        expect(texts.parts.reduce((sum, text) => sum + units(text), 0)).toBe(units(texts.total));
      }),
    );
  });

  it('keeps every part within one unit of the last place, and within one unit and a half of the asked place', () => {
    fc.assert(
      fc.property(parts, (values) => {
        const total = values.reduce((sum, value) => sum + value, 0);
        const texts = sumTexts(values, total, 3);
        values.forEach((value, k) => {
          expect(Math.abs(read(texts.parts[k] ?? '') - value)).toBeLessThanOrEqual(0.0005 + 1e-9);
        });
      }),
    );
  });

  it('adds a decimal only where plain rounding contradicts the total', () => {
    expect(sumTexts([0.5, 0.25, 0.25], 1, 3)).toEqual({ parts: ['0.500', '0.250', '0.250'], total: '1.000' });
    expect(sumTexts([1 / 3, 1 / 3, 1 / 3], 1, 3).parts.toSorted()).toEqual(['0.3333', '0.3333', '0.3334']);
  });
});

describe('roundedUnits', () => {
  it('gives what is missing to the largest remainders', () => {
    expect(roundedUnits([0.26, 0.27, 0.47], 1, 1)).toEqual([2, 3, 5]);
  });
});

describe('decimalsFor', () => {
  it('shows three digits of a number', () => {
    expect([34.6, 0.0123, 1234, 0].map((value) => decimalsFor(value))).toEqual([1, 4, 0, 3]);
  });
});
