/** @file The two ways of running the training program: float64 at once, and float32 planned on WASM. */

import { describe, expect, it } from 'vitest';
import { loadWasmKernels } from '../../../src/cli/loadWasmKernels.ts';
import { Graph, type Value } from '../../../src/engine/graph.ts';
import type { Kernels } from '../../../src/engine/kernels/kernels.ts';
import { createPlainKernels } from '../../../src/engine/kernels/plain.ts';
import { attentions } from '../../../src/mechanisms/all.ts';
import { translationLoss } from '../../../src/models/seq2seq/loss.ts';
import { fallingBack, smallModel } from './smallModel.ts';

const axis = (name: string, size: number): { name: string; size: number } => ({ name, size });

/** Loss and every parameter's gradient for a fixed batch of 3 sentences of 4 words. */
function run(
  id: string,
  kernels: Kernels,
  eager: boolean,
  nudge?: { name: string; cell: number; by: number },
): { loss: number; gradients: Map<string, number[]>; p: Record<string, Value> } {
  const model = smallModel(id);
  const graph = new Graph(kernels, { eager });
  const nudged = (name: string, values: ArrayLike<number>): number[] =>
    Array.from(values, (value, cell) =>
      nudge?.name === name && nudge.cell === cell ? value + nudge.by : value,
    );
  const p = Object.fromEntries(
    model.parameters.map(({ shape, values }) => [
      shape.name,
      graph.parameter(shape.name, shape.axes, nudged(shape.name, values)),
    ]),
  );
  const [j, t, b] = [axis('j', 4), axis('t', 3), axis('b', 3)];
  const { loss } = translationLoss(graph, p, model.mechanism, {
    source: graph.input('source', [j, b], [3, 4, 5, 6, 3, 1, 4, 4, 5, 6, 3, 3]),
    previous: graph.input('previous', [t, b], [2, 2, 2, 3, 4, 5, 5, 0, 3]),
    target: graph.input('target', [t, b], [3, 4, 5, 5, 2, 3, 2, 0, 2]),
    weight: graph.input(
      'weight',
      [t, b],
      [1, 1, 1, 1, 1, 1, 1, 0, 1].map((one) => one / 8),
    ),
  });
  const backward = graph.backward(loss);
  if (!eager) graph.run();
  backward();
  const gradients = new Map(
    Object.entries(p).map(([name, value]) => [name, [...(graph.gradient(value) ?? [])]]),
  );
  return { loss: graph.read(loss)[0] as number, gradients, p };
}

describe.each(attentions.map(({ id }) => id))('the training program with %s', (id) => {
  it('gives the same loss and gradients in float64 and in planned float32, without leaving the WASM kernels', () => {
    const kernels = loadWasmKernels();
    const exact = run(id, createPlainKernels(), true);
    const fast = run(id, kernels, false);
    expect([...kernels.fallbacks.keys()].toSorted()).toEqual(fallingBack(id));
    expect(fast.loss).toBeCloseTo(exact.loss, 5);
    for (const [name, gradient] of exact.gradients) {
      const other = fast.gradients.get(name) ?? [];
      expect(other.length, name).toBe(gradient.length);
      gradient.forEach((g, k) =>
        expect(Math.abs(g - (other[k] as number)), `${name}[${k}]`).toBeLessThan(2e-5),
      );
    }
  });

  it('has the gradient that the central difference of its loss gives, in cells of every parameter', () => {
    const { gradients } = run(id, createPlainKernels(), true);
    const step = 1e-5;
    for (const { shape } of smallModel(id).parameters) {
      const gradient = gradients.get(shape.name) ?? [];
      for (const cell of [0, Math.floor(gradient.length / 2), gradient.length - 1]) {
        const loss = (by: number): number =>
          run(id, createPlainKernels(), true, { name: shape.name, cell, by }).loss;
        const difference = (loss(step) - loss(-step)) / (2 * step);
        expect(Math.abs(difference - (gradient[cell] as number)), `${shape.name}[${cell}]`).toBeLessThan(
          1e-8,
        );
      }
    }
  });
});
