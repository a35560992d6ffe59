/** @file Named axes: places in row-major order, and how two tensors' axes come together. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellAt,
  cellCount,
  describeAxes,
  findAxis,
  indexOf,
  mergeAxes,
  nameOf,
  projectCell,
  strideAlong,
  stridesOf,
  withoutAxis,
  type Axes,
} from '../../src/engine/tensor.ts';

const axes = fc
  .array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 })
  .map((sizes): Axes => sizes.map((size, k) => ({ name: 'abcd'[k] ?? '', size })));

describe('indexOf and cellAt', () => {
  it('are each other’s inverse over all cells', () => {
    fc.assert(
      fc.property(axes, (one) => {
        for (let cell = 0; cell < cellCount(one); cell++) expect(cellAt(one, indexOf(one, cell))).toBe(cell);
      }),
    );
  });

  it('count the last axis fastest', () => {
    const one = [
      { name: 'i', size: 2 },
      { name: 'j', size: 3 },
    ];
    expect([0, 1, 2, 3].map((cell) => indexOf(one, cell))).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
    ]);
    expect(stridesOf(one)).toEqual([3, 1]);
    expect(strideAlong(one, 'i')).toBe(3);
    expect(strideAlong(one, 'k')).toBe(0);
  });
});

describe('projectCell', () => {
  it('keeps the place along shared axes, whatever their order, and forgets the others', () => {
    const from = [
      { name: 'i', size: 2 },
      { name: 'j', size: 3 },
    ];
    const to = [
      { name: 'j', size: 3 },
      { name: 'k', size: 5 },
      { name: 'i', size: 2 },
    ];
    // i = 1, j = 2: cell 5 of the one is j = 2, k = 0, i = 1 of the other.
    expect(projectCell(from, 5, to)).toBe(cellAt(to, [2, 0, 1]));
    expect(projectCell(from, 5, [])).toBe(0);
  });
});

describe('mergeAxes', () => {
  const [i, j, a] = [
    { name: 'i', size: 2 },
    { name: 'j', size: 3 },
    { name: 'a', size: 4 },
  ];

  it('puts what only one has before the next axis that both have', () => {
    expect(mergeAxes([i, a], [j, a], ['s', 'h'])).toEqual([i, j, a]);
    expect(mergeAxes([j, a], [a], ['h', 'v'])).toEqual([j, a]);
    expect(mergeAxes([i], [j], ['s', 'h'])).toEqual([i, j]);
    expect(mergeAxes([], [a, j], ['x', 'y'])).toEqual([a, j]);
  });

  it('refuses an axis of two sizes by the names of the two', () => {
    expect(() => mergeAxes([j], [{ name: 'j', size: 4 }], ['h', 'mask'])).toThrow(
      'axis j is 3 in h and 4 in mask',
    );
  });
});

describe('small things', () => {
  it('describe, find and drop axes, and name operands', () => {
    const one = [
      { name: 'j', size: 9 },
      { name: 'n', size: 64 },
    ];
    expect(describeAxes(one)).toBe('[j = 9, n = 64]');
    expect(findAxis(one, 'n')?.size).toBe(64);
    expect(withoutAxis(one, 'j')).toEqual([{ name: 'n', size: 64 }]);
    expect([nameOf(['h'], 0), nameOf(['h'], 1)]).toEqual(['h', 'operand 2']);
  });
});
