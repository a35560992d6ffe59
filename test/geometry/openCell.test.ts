/** @file The opened number as a link names it, there and back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, openCellOf } from '../../src/geometry/openCell.ts';
import { sizeOf } from '../../src/geometry/tensorIndex.ts';
import { untrainedScene } from '../support/untrainedScene.ts';

const { trace } = untrainedScene();

describe('a link to a number', () => {
  it('leads back to the same cell, for every tensor of a trace', () => {
    for (const tensor of trace.tensors) {
      const cells = sizeOf(tensor.axes);
      for (const cell of new Set([0, Math.floor(cells / 2), cells - 1])) {
        const open = openCellOf(trace, { tensor: tensor.id, cell });
        expect(open).toBeDefined();
        if (open !== undefined) expect(addressOf(trace, open)).toEqual({ tensor: tensor.id, cell });
      }
    }
  });

  it('names numbers as people count: target word 3, place 2', () => {
    const alpha = addressOf(trace, { name: 'alpha', t: 3, index: [2] });
    expect(alpha).toBeDefined();
    expect(trace.tensors[alpha?.tensor ?? -1]?.name).toBe('alpha');
    expect(alpha?.cell).toBe(1);
  });

  it('is undefined, and does not throw, where the trace has no such number', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), fc.array(fc.double()), (name, t, index) => {
        const found = addressOf(trace, { name, t, index });
        return found === undefined || trace.tensors[found.tensor] !== undefined;
      }),
    );
    expect(addressOf(trace, { name: 'alpha', t: 3, index: [5] })).toBeUndefined();
    expect(addressOf(trace, { name: 'alpha', t: 3, index: [0] })).toBeUndefined();
    expect(addressOf(trace, { name: 'alpha', t: 3, index: [1, 1] })).toBeUndefined();
    expect(openCellOf(trace, { tensor: -1, cell: 0 })).toBeUndefined();
  });
});
