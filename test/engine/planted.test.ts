/** @file The laws bite: each planted wrong op breaks exactly the laws that its fault is against. */

import { describe, expect, it } from 'vitest';
import { ops } from '../../src/engine/ops/all.ts';
import { Bench } from './laws/bench.ts';
import { drawOf, generators } from './laws/generators.ts';
import { laws } from './laws/laws.ts';
import { plantedOps, type Planted } from './laws/planted.ts';

/** The laws that are broken by at least one of some samples. */
function brokenBy({ generate }: Planted): string[] {
  return Object.entries(laws)
    .filter(([, law]) =>
      Array.from({ length: 25 }, (_, seed) => generate(drawOf(seed, 3, 1))).some(
        (one) => law(one).length > 0,
      ),
    )
    .map(([name]) => name);
}

describe('a wrong op', () => {
  it.each(plantedOps.map((planted): [string, Planted] => [planted.fault, planted]))(
    '(%s) is caught by the laws that it breaks and by no other',
    (_, planted) => {
      expect(brokenBy(planted).toSorted()).toEqual([...planted.breaks].toSorted());
    },
  );

  it('is planted for every law', () => {
    expect(new Set(plantedOps.flatMap(({ breaks }) => breaks))).toEqual(new Set(Object.keys(laws)));
  });
});

describe('the bench', () => {
  const draw = drawOf(1, 3, 1);
  const good = generators['add']?.(draw);
  const addOp = ops.get('add');

  it('sees an op that writes past its output', () => {
    if (good === undefined || addOp === undefined) throw new Error('there is no add');
    const op: typeof addOp = {
      ...addOp,
      forward: (site) => {
        const right = addOp.forward(site);
        return () => {
          right();
          site.kernels.heap[(site.outputs[0]?.at ?? 0) - 1] = 1;
        };
      },
    };
    const bench = new Bench({ ...good, op });
    expect(() => bench.run(bench.cells)).toThrow('guard');
  });

  it('sees an op that changes its operand', () => {
    if (good === undefined || addOp === undefined) throw new Error('there is no add');
    const op: typeof addOp = {
      ...addOp,
      forward: (site) => {
        const right = addOp.forward(site);
        return () => {
          right();
          site.kernels.heap[site.inputs[0]?.at ?? 0] = 99;
        };
      },
    };
    const bench = new Bench({ ...good, op });
    expect(() => bench.run(bench.cells)).toThrow('operand 1 was changed');
  });

  it('gives ops scratch memory that holds no zeros by luck', () => {
    if (good === undefined || addOp === undefined) throw new Error('there is no add');
    const op: typeof addOp = {
      ...addOp,
      scratch: () => 1,
      forward: (site) => {
        const right = addOp.forward(site);
        return () => {
          right();
          const at = site.outputs[0]?.at ?? 0;
          site.kernels.heap[at] =
            (site.kernels.heap[at] as number) + (site.kernels.heap[site.scratch] as number);
        };
      },
    };
    expect(laws.retelling({ ...good, op })).not.toEqual([]);
  });
});
