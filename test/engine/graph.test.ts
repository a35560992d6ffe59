/** @file The graph: how it runs, what it keeps, where gradients go, what it is when it has run. */

import { describe, expect, it } from 'vitest';
import { Graph, renamed } from '../../src/engine/graph.ts';
import { createPlainKernels } from '../../src/engine/kernels/plain.ts';
import { add, scale, subtract } from '../../src/engine/ops/add.ts';
import { contract } from '../../src/engine/ops/contract.ts';
import { tanh } from '../../src/engine/ops/map.ts';
import { mean, sum } from '../../src/engine/ops/sum.ts';
import { multiply } from '../../src/engine/ops/multiply.ts';
import { cellsOf, findTensor } from '../../src/engine/trace.ts';

const j = { name: 'j', size: 3 };
const n = { name: 'n', size: 2 };

describe('an eager graph', () => {
  it('has computed every op when it is applied', () => {
    const graph = new Graph(createPlainKernels(), { eager: true });
    const x = graph.input('x', [j], [1, 2, 3]);
    expect([...graph.read(scale(graph, x, 2))]).toEqual([2, 4, 6]);
    expect([...graph.read(subtract(graph, x, x))]).toEqual([0, 0, 0]);
    expect([...graph.read(mean(graph, x, 'j'))]).toEqual([2]);
  });

  it('is plain data when it has run: a trace survives JSON and keeps names, roles, stages and cells', () => {
    const graph = new Graph(createPlainKernels(), { eager: true });
    graph.stage({ group: 'read', t: -1, stage: 'embedding' });
    const x = graph.input('x', [j], [1, 2, 3]);
    graph.stage({ group: 'word', t: 0, stage: 'score' });
    graph.named('e', scale(graph, x, 2), 'score');
    graph.stage({ group: 'word', t: 1, stage: 'score' });
    graph.named('e', scale(graph, x, 3), 'score');
    const trace = graph.trace();
    expect(JSON.parse(JSON.stringify(trace.ops))).toEqual(trace.ops);
    expect(structuredClone(trace)).toEqual(trace);
    const second = findTensor(trace, 'e', 1);
    expect(second).toMatchObject({ name: 'e', role: 'score', kind: 'computed', stage: 2 });
    expect(second === undefined ? [] : [...cellsOf(trace, second)]).toEqual([3, 6, 9]);
    expect(findTensor(trace, 'e')?.stage).toBe(1);
    expect(findTensor(trace, 'e', 2)).toBeUndefined();
  });

  it('starts anew in the memory that another graph has used, whatever lies there', () => {
    const kernels = createPlainKernels();
    kernels.heap.fill(Number.NaN);
    const graph = new Graph(kernels, { eager: true });
    const x = graph.input('x', [j, n], [1, 2, 3, 4, 5, 6], true);
    const loss = sum(graph, sum(graph, tanh(graph, x), 'j'), 'n');
    graph.backward(loss)();
    expect([...(graph.gradient(x) ?? [])].map((slope, k) => slope - (1 - Math.tanh(k + 1) ** 2))).toEqual([
      expect.closeTo(0, 15),
      expect.closeTo(0, 15),
      expect.closeTo(0, 15),
      expect.closeTo(0, 15),
      expect.closeTo(0, 15),
      expect.closeTo(0, 15),
    ]);
  });
});

describe('a planned graph', () => {
  it('computes at each run from what was written since, and from what it was given', () => {
    const graph = new Graph(createPlainKernels(), { eager: false });
    const x = graph.input('x', [j]);
    const factor = graph.input('factor', [], [10]);
    const y = multiply(graph, x, factor);
    graph.write(x, [1, 2, 3]);
    graph.run();
    expect([...graph.read(y)]).toEqual([10, 20, 30]);
    graph.write(x, [4, 5, 6]);
    graph.kernels.fill(graph.at(factor), 1, 0);
    graph.run();
    expect([...graph.read(y)]).toEqual([40, 50, 60]);
  });

  it('uses the same memory at every run', () => {
    const graph = new Graph(createPlainKernels(), { eager: false });
    const x = graph.input('x', [j], [1, 2, 3], true);
    const backward = graph.backward(sum(graph, tanh(graph, x), 'j'));
    graph.run();
    backward();
    const [end, heap, first] = [graph.end, graph.kernels.heap, [...(graph.gradient(x) ?? [])]];
    for (let time = 0; time < 5; time++) {
      graph.run();
      backward();
    }
    expect(graph.end).toBe(end);
    expect(graph.kernels.heap).toBe(heap);
    expect([...(graph.gradient(x) ?? [])]).toEqual(first);
  });
});

describe('gradients', () => {
  it('of a tensor that is used several times, under several names, are added up', () => {
    const graph = new Graph(createPlainKernels(), { eager: true });
    const x = graph.input('x', [j], [1, 2, 3], true);
    // Σ_jk x_j x_k = (Σ x)², whose derivative is 2 Σ x for each.
    const outer = contract(graph, x, renamed(x, { j: 'k' }));
    graph.backward(sum(graph, sum(graph, outer, 'j'), 'k'))();
    expect([...(graph.gradient(x) ?? [])]).toEqual([12, 12, 12]);
  });

  it('of several values of one graph do not mix', () => {
    const graph = new Graph(createPlainKernels(), { eager: true });
    const x = graph.input('x', [j], [1, 2, 3], true);
    const y = multiply(graph, x, x);
    const [first, second] = [graph.backward(y, [1, 0, 0]), graph.backward(sum(graph, y, 'j'))];
    first();
    expect([...(graph.gradient(x) ?? [])]).toEqual([2, 0, 0]);
    second();
    expect([...(graph.gradient(x) ?? [])]).toEqual([2, 4, 6]);
    first();
    expect([...(graph.gradient(x) ?? [])]).toEqual([2, 0, 0]);
  });

  it('of parameters that several graphs share are added up over them, until their owner clears them', () => {
    const kernels = createPlainKernels();
    const [values, gradient] = [0, 4];
    kernels.heap.set([5, 7], values);
    kernels.fill(gradient, 2, 0);
    for (const data of [
      [1, 2],
      [10, 20],
    ]) {
      const graph = new Graph(kernels, { eager: true, base: 8 });
      const w = graph.sharedParameter('w', [n], values, gradient);
      graph.backward(contract(graph, w, graph.input('x', [n], data), 'n'))();
    }
    expect([...kernels.heap.subarray(gradient, gradient + 2)]).toEqual([11, 22]);
    expect([...kernels.heap.subarray(values, values + 2)]).toEqual([5, 7]);
  });

  it('are undefined where none was wanted, and where a value does not lead to the one that was asked', () => {
    const graph = new Graph(createPlainKernels(), { eager: true });
    const [x, y, z] = [
      graph.input('x', [j], [1, 2, 3], true),
      graph.input('y', [j], [1, 1, 1]),
      graph.input('z', [j], [1, 1, 1], true),
    ];
    const of = sum(graph, add(graph, x, y), 'j');
    scale(graph, z, 2);
    graph.backward(of)();
    expect([...(graph.gradient(x) ?? [])]).toEqual([1, 1, 1]);
    expect(graph.gradient(y)).toBeUndefined();
    expect(graph.gradient(z)).toBeUndefined();
  });
});
