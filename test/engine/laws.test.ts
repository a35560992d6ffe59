/** @file The laws of the house over every op of the registry, with random shapes, attributes and values. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ops } from '../../src/engine/ops/all.ts';
import { Bench, type Sample } from './laws/bench.ts';
import { generators, samplesOf } from './laws/generators.ts';
import { completeness, gradient, perturbing, retelling } from './laws/laws.ts';

/** Normalisers bend where a place gains or loses its share: there the difference is no measure. */
function isSmooth(sample: Sample): boolean {
  if (sample.op.name !== 'sparsemax' && sample.op.name !== 'entmax-1.5') return true;
  const bench = new Bench(sample);
  const [own = []] = bench.run(bench.cells);
  const supports = (shift: number): string =>
    own
      .map((_, cell) => {
        const cells = bench.cells.map((x) => x.map((value, k) => (k === cell ? value + shift : value)));
        return (bench.run(cells)[0] ?? []).map((share) => (share > 0 ? 1 : 0)).join('');
      })
      .join();
  const rows = own.map((share) => (share > 0 ? 1 : 0)).join('');
  return [1e-3, -1e-3].every((shift) => supports(shift) === own.map(() => rows).join());
}

/** Checks a law on random samples of an op. */
function hold(
  name: string,
  law: (sample: Sample) => string[],
  numRuns: number,
  scales: readonly [number, ...number[]],
): void {
  const generate = generators[name];
  if (generate === undefined) throw new Error(`${name} has no generator in test/engine/laws/generators.ts`);
  fc.assert(
    fc.property(samplesOf(generate, scales), (sample) => {
      fc.pre(law !== gradient || isSmooth(sample));
      expect(law(sample)).toEqual([]);
    }),
    { numRuns, seed: 20150519 },
  );
}

describe('the registry of ops', () => {
  it('has a generator of random applications for every op, and none besides', () => {
    expect(Object.keys(generators).toSorted()).toEqual([...ops.keys()].toSorted());
  });
});

describe.each([...ops.keys()])('%s', (name) => {
  it('has an explanation for every cell that retells it, at every size of number', () => {
    hold(name, retelling, 60, [1, 30, 1e4]);
  });

  it('retells its cells as they become when an operand is changed', () => {
    hold(name, perturbing, 25, [1]);
  });

  it('names exactly the cells on which a cell depends', () => {
    hold(name, completeness, 25, [1]);
  });

  it('adds the gradient that the central difference gives', () => {
    hold(name, gradient, 40, [1]);
  });
});
