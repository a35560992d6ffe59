/** @file What the engine says when shapes do not fit: the axis, both sizes, and whose they are. */

import { describe, expect, it } from 'vitest';
import { explain, valueAt } from '../../src/engine/explain.ts';
import { Graph, type Value } from '../../src/engine/graph.ts';
import { createPlainKernels } from '../../src/engine/kernels/plain.ts';
import { add } from '../../src/engine/ops/add.ts';
import { concat } from '../../src/engine/ops/concat.ts';
import { contract } from '../../src/engine/ops/contract.ts';
import { crossEntropy } from '../../src/engine/ops/crossEntropy.ts';
import { entmax15 } from '../../src/engine/ops/entmax15.ts';
import { gather } from '../../src/engine/ops/gather.ts';
import { gru } from '../../src/engine/ops/gru.ts';
import { layerNorm } from '../../src/engine/ops/layerNorm.ts';
import { mask } from '../../src/engine/ops/mask.ts';
import { max } from '../../src/engine/ops/max.ts';
import { multiply } from '../../src/engine/ops/multiply.ts';
import { pick, slice } from '../../src/engine/ops/slice.ts';
import { softmax } from '../../src/engine/ops/softmax.ts';
import { sparsemax } from '../../src/engine/ops/sparsemax.ts';
import { stack } from '../../src/engine/ops/stack.ts';
import { sum } from '../../src/engine/ops/sum.ts';
import { dot } from '../../src/mechanisms/dot.ts';
import { location } from '../../src/mechanisms/location.ts';

/** What is said when this is done on a graph that has `input('h', { j: 4 })`. */
function said(
  act: (graph: Graph, input: (name: string, axes: Record<string, number>) => Value) => unknown,
): string {
  const graph = new Graph(createPlainKernels(), { eager: true });
  const input = (name: string, axes: Record<string, number>): Value => {
    const named = Object.entries(axes).map(([axis, size]) => ({ name: axis, size }));
    return graph.input(
      name,
      named,
      new Float64Array(named.reduce((count, { size }) => count * size, 1)),
      true,
    );
  };
  try {
    act(graph, input);
  } catch (error) {
    return error instanceof Error ? error.message : 'something else was thrown';
  }
  return 'nothing';
}

describe('shapes that do not fit', () => {
  it.each<[string, (graph: Graph, input: (name: string, axes: Record<string, number>) => Value) => unknown]>([
    [
      'axis j is 4 in h and 3 in mask',
      (graph, input) => mask(graph, input('h', { i: 2, j: 4 }), input('mask', { i: 2, j: 3 })),
    ],
    [
      'axis n is 3 in h and 2 in W',
      (graph, input) => contract(graph, input('h', { j: 4, n: 3 }), input('W', { m: 1, n: 2 }), 'n'),
    ],
    [
      'axis j is 4 in h and 5 in c',
      (graph, input) => multiply(graph, input('h', { j: 4 }), input('c', { j: 5 })),
    ],
    [
      'axis a is 2 in Ws and 3 in b',
      (graph, input) => add(graph, input('Ws', { a: 2 }), input('Uh', { j: 4, a: 2 }), input('b', { a: 3 })),
    ],
    [
      'axis j is 4 in Uh and 3 in b',
      (graph, input) => add(graph, input('Ws', { a: 2 }), input('Uh', { j: 4, a: 2 }), input('b', { j: 3 })),
    ],
    [
      'contract: s [m = 3] and h [n = 3] do not both have the axis n',
      (graph, input) => contract(graph, input('s', { m: 3 }), input('h', { n: 3 }), 'n'),
    ],
    ['softmax: no axis j in [i = 2]', (graph, input) => softmax(graph, input('e', { i: 2 }), 'j')],
    ['sparsemax: no axis j in [i = 2]', (graph, input) => sparsemax(graph, input('e', { i: 2 }), 'j')],
    ['entmax-1.5: no axis j in [i = 2]', (graph, input) => entmax15(graph, input('e', { i: 2 }), 'j')],
    ['sum: no axis j in [i = 2]', (graph, input) => sum(graph, input('e', { i: 2 }), 'j')],
    ['max: no axis j in [i = 2]', (graph, input) => max(graph, input('e', { i: 2 }), 'j')],
    [
      'mask: it has an axis b that the scores do not have',
      (graph, input) => mask(graph, input('e', { j: 2 }), input('mask', { b: 2 })),
    ],
    [
      'concat along n: [n = 2, j = 3] does not fit [j = 3, n = 2]',
      (graph, input) => concat(graph, [input('a', { j: 3, n: 2 }), input('b', { n: 2, j: 3 })], 'n'),
    ],
    [
      'stack as t: [n = 3] does not fit [n = 2]',
      (graph, input) => stack(graph, [input('a', { n: 2 }), input('b', { n: 3 })], 't'),
    ],
    [
      'slice j = 3 to 5: the operand is [j = 4]',
      (graph, input) => slice(graph, input('h', { j: 4 }), 'j', 2, 5),
    ],
    ['slice t = 1 to 1: the operand is [j = 4]', (graph, input) => pick(graph, input('h', { j: 4 }), 't', 0)],
    [
      'gather: a table [w = 3, y = 2] cannot be read at [y = 4]',
      (graph, input) => gather(graph, input('E', { w: 3, y: 2 }), input('ids', { y: 4 })),
    ],
    [
      'cross-entropy: v must be the last axis of [v = 3, t = 2]',
      (graph, input) => crossEntropy(graph, input('x', { v: 3, t: 2 }), input('target', { t: 2 }), 'v'),
    ],
    [
      'cross-entropy: [t = 3] targets for logits [t = 2, v = 3]',
      (graph, input) => crossEntropy(graph, input('x', { t: 2, v: 3 }), input('target', { t: 3 }), 'v'),
    ],
    [
      'layer-norm: gamma is [d = 2]; expected [d = 3]',
      (graph, input) =>
        layerNorm(graph, input('x', { d: 3 }), input('gamma', { d: 2 }), input('beta', { d: 3 }), 'd'),
    ],
    [
      'layer-norm: d must be the last axis of [d = 3, i = 2]',
      (graph, input) =>
        layerNorm(graph, input('x', { d: 3, i: 2 }), input('gamma', { d: 3 }), input('beta', { d: 3 }), 'd'),
    ],
    [
      'gru: h0 is [d = 2]; expected [d = 3]',
      (graph, input) => {
        const x = input('x', { t: 2, d: 3 });
        const U = input('U', { d: 3, k: 3 });
        return gru(
          graph,
          { xz: x, xr: x, xh: x, h0: input('h0', { d: 2 }), Uz: U, Ur: U, U },
          { over: 't', reverse: false, reset: 'before', update: 'keep' },
        );
      },
    ],
    [
      'inputs: s is 2 wide and h is 3; expected equal widths (d_s = d_h)',
      (graph, input) => {
        const keys = input('h', { j: 4, n: 3 });
        return dot.score(graph, { query: input('s', { m: 2 }), keys, prepared: keys, p: {} }, {});
      },
    ],
    [
      'params: W has 3 rows and h has 4 places; expected a row for each place',
      (graph, input) => {
        const keys = input('h', { j: 4, n: 3 });
        const p = { W: input('W', { j: 3, m: 2 }) };
        return location.score(graph, { query: input('s', { m: 2 }), keys, prepared: keys, p }, {});
      },
    ],
  ])('%s', (message, act) => {
    expect(said(act)).toBe(message);
  });
});

describe('values that do not fit', () => {
  it('a row with nothing to attend is named, counted from 1', () => {
    const message = said((graph, input) =>
      softmax(graph, mask(graph, input('e', { h: 2, i: 3, j: 2 }), input('mask', { i: 3, j: 2 })), 'j'),
    );
    expect(message).toBe('mask: row h = 1, i = 1 leaves nothing to attend; expected at least one 1');
    for (const normalise of [sparsemax, entmax15]) {
      expect(
        said((graph, input) =>
          normalise(graph, mask(graph, input('e', { j: 2 }), input('mask', { j: 2 })), 'j'),
        ),
      ).toBe('mask: row 1 leaves nothing to attend; expected at least one 1');
    }
  });

  it('a number that is no row of the table is named, counted from 1', () => {
    expect(
      said((graph, input) =>
        gather(graph, input('E', { w: 3, y: 2 }), graph.input('ids', [{ name: 't', size: 2 }], [0, 3])),
      ),
    ).toBe('gather: number 2 is 3; expected a whole number from 0 to 2');
  });

  it('numbers that do not fill their tensor are counted', () => {
    expect(said((graph) => graph.input('h', [{ name: 'j', size: 4 }], [1, 2, 3]))).toBe(
      'h: 3 numbers for 4 cells',
    );
  });

  it('a gradient of what depends on no wanted tensor is refused', () => {
    expect(said((graph) => graph.backward(graph.input('x', [], [1])))).toMatch(/depends on nothing/);
  });
});

describe('a trace', () => {
  it('refuses a cell, a tensor and an op that it does not have', () => {
    const graph = new Graph(createPlainKernels(), { eager: true });
    const x = graph.input('x', [{ name: 'j', size: 2 }], [1, 2]);
    sum(graph, x, 'j');
    const trace = graph.trace();
    expect(() => valueAt(trace, { tensor: 0, cell: 2 })).toThrow('no cell 3 in tensor x');
    expect(() => valueAt(trace, { tensor: 9, cell: 0 })).toThrow('no cell 1 in tensor 9');
    expect(() => explain(trace, { tensor: 9, cell: 0 })).toThrow('no tensor 9');
    const strange = { ...trace, ops: trace.ops.map((op) => ({ ...op, op: 'fold' })) };
    expect(() => explain(strange, { tensor: 1, cell: 0 })).toThrow('no op fold');
    expect(explain(trace, { tensor: 0, cell: 0 })).toEqual({ rule: 'given' });
  });

  it('does not hand out tensors that its run has not kept', () => {
    const graph = new Graph(createPlainKernels(), { eager: false });
    const x = graph.input('x', [{ name: 'd', size: 2 }], [1, 2]);
    const y = layerNorm(
      graph,
      x,
      graph.input('gamma', x.axes, [1, 1]),
      graph.input('beta', x.axes, [0, 0]),
      'd',
    );
    const mean = graph.trace().tensors.find((tensor) => tensor.name === 'mean');
    expect(mean?.at).toBe(-1);
    expect(() => graph.read({ id: mean?.id ?? -1, axes: [] })).toThrow('mean is not kept in this run');
    expect(() => valueAt(graph.trace(), { tensor: mean?.id ?? -1, cell: 0 })).toThrow(
      'no cell 1 in tensor mean',
    );
    expect(graph.read(y)).toHaveLength(2);
  });
});
