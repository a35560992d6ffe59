/** @file Our own contenders compute what they say they do. */
import { describe, expect, it } from 'vitest';
import { attentionTask, ourAttention } from '../../../src/cli/bench/attention.ts';
import { difference } from '../../../src/cli/bench/statistics.ts';
import { ourTraining, trainingTask } from '../../../src/cli/bench/training.ts';
import { loadWasmKernels } from '../../../src/cli/loadWasmKernels.ts';
import { createPlainKernels } from '../../../src/engine/kernels/plain.ts';

describe('our attention', () => {
  it('is softmax(q kᵀ / √d) v with all that lies between', async () => {
    const [n, d] = [7, 4];
    const task = attentionTask(n, d);
    const contender = ourAttention(loadWasmKernels(), task);
    void contender.run();
    const { products, scores, weights, context } = await contender.read();
    const at = (rows: Float32Array, i: number, k: number): number => rows[i * d + k] ?? NaN;
    for (let i = 0; i < n; i++) {
      const row = Array.from({ length: n }, (_, j) => {
        let sum = 0;
        for (let k = 0; k < d; k++) sum += at(task.q, i, k) * at(task.k, j, k);
        return sum;
      });
      const powers = row.map((product) => Math.exp(product / Math.sqrt(d)));
      const total = powers.reduce((sum, power) => sum + power, 0);
      row.forEach((product, j) => {
        expect(products[i * n + j]).toBeCloseTo(product, 4);
        expect(scores[i * n + j]).toBeCloseTo(product / Math.sqrt(d), 4);
        expect(weights[i * n + j]).toBeCloseTo((powers[j] ?? NaN) / total, 5);
      });
      for (let k = 0; k < d; k++) {
        const expected = powers.reduce((sum, power, j) => sum + (power / total) * at(task.v, j, k), 0);
        expect(context[i * d + k]).toBeCloseTo(expected, 4);
      }
    }
  });
});

describe('our training step', () => {
  it('has the loss and gradients of float64, uses no fallback, and learns', async () => {
    const task = trainingTask();
    const kernels = loadWasmKernels();
    const fast = ourTraining(kernels, task);
    const exact = ourTraining(createPlainKernels(), task);
    const before = await fast.loss();
    expect(before).toBeCloseTo(await exact.loss(), 4);
    const expected = await exact.gradients();
    const found = await fast.gradients();
    expect([...found.keys()]).toEqual(task.parameters.map(({ shape }) => shape.name));
    for (const [name, gradient] of expected) {
      const { largest, scale } = difference(gradient, found.get(name) ?? []);
      expect(scale, name).toBeGreaterThan(0);
      expect(largest / scale, name).toBeLessThan(1e-4);
    }
    for (let step = 0; step < 5; step++) void fast.run();
    expect(await fast.loss()).toBeLessThan(before);
    expect([...kernels.fallbacks]).toEqual([]);
  });
});
