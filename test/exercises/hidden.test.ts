/** @file What hides with a hidden cell, and which stories give it away. */
import { describe, expect, it } from 'vitest';
import { givesAway, keyOf, withCopies } from '../../src/exercises/hidden.ts';
import type { Address } from '../../src/engine/explanation.ts';
import { runCase } from '../../src/models/cases/run.ts';

const { trace } = runCase({
  mechanism: 'dot',
  inputs: {
    s: { shape: [1, 2], data: [1, -2] },
    h: { shape: [3, 2], data: [0.5, 0.25, -1, 2, 0.75, -0.5] },
  },
  params: {},
  options: {},
});

function at(name: string, cell: number): Address {
  const tensor = trace.tensors.find((one) => one.name === name && one.at >= 0);
  if (tensor === undefined) throw new Error(`no ${name}`);
  return { tensor: tensor.id, cell };
}

describe('givesAway', () => {
  const hidden = withCopies(trace, [at('alpha', 1)]);

  it('is true of the hidden cell, and of what was made of it', () => {
    expect(givesAway(trace, at('alpha', 1), hidden)).toBe(true);
    expect(givesAway(trace, at('c', 0), hidden)).toBe(true);
    expect(givesAway(trace, at('c', 1), hidden)).toBe(true);
  });

  it('is false of what it was made of, of its neighbours, and of inputs', () => {
    expect(givesAway(trace, at('e', 1), hidden)).toBe(false);
    expect(givesAway(trace, at('alpha', 0), hidden)).toBe(false);
    expect(givesAway(trace, at('h', 0), hidden)).toBe(false);
  });

  it('is true of every weight of the row where a score is hidden: its story shows all scores', () => {
    const scores = withCopies(trace, [at('e', 2)]);
    for (const j of [0, 1, 2]) expect(givesAway(trace, at('alpha', j), scores)).toBe(true);
    expect(givesAway(trace, at('e', 0), scores)).toBe(false);
  });

  it('is false of everything where nothing is hidden', () => {
    expect(givesAway(trace, at('c', 0), new Set())).toBe(false);
  });
});

describe('withCopies', () => {
  it('holds the cell itself, and no cell of another number', () => {
    const keys = withCopies(trace, [at('alpha', 1)]);
    expect(keys.has(keyOf(at('alpha', 1)))).toBe(true);
    expect(keys.has(keyOf(at('alpha', 0)))).toBe(false);
    expect(keys.has(keyOf(at('e', 1)))).toBe(false);
  });
});
