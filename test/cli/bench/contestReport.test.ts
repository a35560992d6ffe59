/** @file What is told of a contest, and that contenders which compute something else are found. */
import { describe, expect, it } from 'vitest';
import {
  assertAgreement,
  contestRows,
  largestDifference,
  type Contest,
} from '../../../src/cli/bench/contestReport.ts';
import { table, withPart } from '../../../src/cli/bench/markdown.ts';

const contest = (largest: number): Contest => ({
  name: 'n = 16',
  agreements: [{ with: 'other', what: 'weights', largest, scale: 2 }],
  samples: [
    { name: 'ours', repeats: 1, milliseconds: [3, 1, 2] },
    { name: 'other', repeats: 1, milliseconds: [9, 7, 8] },
  ],
});

describe('assertAgreement', () => {
  it('lets rounding pass', () => {
    expect(() => assertAgreement(contest(1e-6))).not.toThrow();
    expect(largestDifference(contest(1e-6))).toBe(5e-7);
  });

  it.each([0.01, NaN, Infinity])('fails when numbers differ by %s', (largest) => {
    expect(() => assertAgreement(contest(largest))).toThrow(/weights of other differ/);
  });
});

describe('contestRows', () => {
  it('tells minimum, median, and the median over ours', () => {
    expect(contestRows(contest(0))).toEqual([
      ['n = 16', 'ours', '1.00', '2.00', '1.00'],
      ['n = 16', 'other', '7.00', '8.00', '4.00'],
    ]);
  });
});

describe('table', () => {
  it('lines up texts to the left and numbers to the right', () => {
    expect(
      table(
        ['who', 'ms'],
        [
          ['ours', '1'],
          ['x', '1234'],
        ],
      ),
    ).toBe(['| who  |   ms |', '| ---- | ---: |', '| ours |    1 |', '| x    | 1234 |'].join('\n'));
  });
});

describe('withPart', () => {
  const page = 'a\n<!-- x: written by the benchmark -->\nold\n<!-- end of x -->\nb';

  it('replaces what stands between the marks and nothing else', () => {
    const once = withPart(page, 'x', 'new');
    expect(once).toBe(page.replace('old', 'new'));
    expect(withPart(once, 'x', 'new')).toBe(once);
  });

  it('refuses a page without the part', () => {
    expect(() => withPart(page, 'y', 'new')).toThrow(/no part y/);
  });
});
