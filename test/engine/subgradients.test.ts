/** @file Where a derivative does not exist the engine has chosen one, and this is which. */

import { describe, expect, it } from 'vitest';
import { Graph } from '../../src/engine/graph.ts';
import { createPlainKernels } from '../../src/engine/kernels/plain.ts';
import { entmax15 } from '../../src/engine/ops/entmax15.ts';
import { map } from '../../src/engine/ops/map.ts';
import { max } from '../../src/engine/ops/max.ts';
import { sparsemax } from '../../src/engine/ops/sparsemax.ts';
import type { Value } from '../../src/engine/graph.ts';
import type { FunctionName } from '../../src/engine/kernels/kernels.ts';
import { cosine } from '../../src/mechanisms/cosine.ts';

/** The gradient of Σ upstream ∘ f(x) at x. */
function gradientAt(
  x: readonly number[],
  upstream: readonly number[],
  f: (graph: Graph, x: Value) => Value,
): number[] {
  const graph = new Graph(createPlainKernels(), { eager: true });
  const input = graph.input('x', [{ name: 'j', size: x.length }], x, true);
  const of = f(graph, input);
  graph.backward(of, upstream)();
  return [...(graph.gradient(input) ?? [])];
}

describe('at a kink', () => {
  it.each<[FunctionName, number, number, number]>([
    ['relu', 0, 0, 0],
    ['leakyRelu', 0, 0.2, 0.2],
    ['elu', 0, 0, 1],
    ['atLeast', 0.5, 0.5, 0],
  ])('map %s at %f has the derivative from the left', (f, x, constant, slope) => {
    expect(gradientAt([x], [1], (graph, value) => map(graph, f, value, constant))).toEqual([slope]);
  });

  it('max gives the whole gradient to the first of equals', () => {
    expect(gradientAt([1, 3, 3, 2], [2], (graph, x) => max(graph, x, 'j').largest)).toEqual([0, 2, 0, 0]);
  });

  it('sparsemax leaves a place out whose share is exactly 0', () => {
    // x = [1, 0]: the threshold is 0, and the second place is about to enter.
    expect(gradientAt([1, 0], [1, 0], (graph, x) => sparsemax(graph, x, 'j'))).toEqual([0, 0]);
    expect(gradientAt([0.5, 0.5, -0.5], [1, 0, 7], (graph, x) => sparsemax(graph, x, 'j'))).toEqual([
      0.5, -0.5, 0,
    ]);
  });

  it('entmax-1.5 leaves a place out whose share is exactly 0', () => {
    // x = [2, 0]: z = [0, −1], the threshold −1, the shares 1 and 0.
    expect(gradientAt([2, 0], [1, 0], (graph, x) => entmax15(graph, x, 'j'))).toEqual([0, 0]);
  });

  it('equal scores of sparsemax and entmax-1.5 share the gradient alike', () => {
    for (const normalise of [sparsemax, entmax15]) {
      const [first = 0, second = 0, third = 0] = gradientAt([1, 1, 1], [1, 0, 0], (graph, x) =>
        normalise(graph, x, 'j'),
      );
      expect(second).toBe(third);
      expect(first + second + third).toBeCloseTo(0, 14);
      expect(first).toBeGreaterThan(0);
    }
  });

  it('the cosine of a vector of zeros is 0, with a finite gradient', () => {
    const graph = new Graph(createPlainKernels(), { eager: true });
    const s = graph.input('s', [{ name: 'm', size: 2 }], [0, 0], true);
    const h = graph.input(
      'h',
      [
        { name: 'j', size: 2 },
        { name: 'n', size: 2 },
      ],
      [3, 4, 0, 0],
      true,
    );
    const e = cosine.score(graph, { query: s, keys: h, prepared: cosine.prepare(graph, h, {}), p: {} }, {});
    expect([...graph.read(e)]).toEqual([0, 0]);
    graph.backward(e, [1, 1])();
    expect([...(graph.gradient(s) ?? [])].every(Number.isFinite)).toBe(true);
    expect([...(graph.gradient(h) ?? [])]).toEqual([0, 0, 0, 0]);
  });
});
