/** @file The two executors, op by op: float64 at once on the plain kernels, and float32 planned and run again on the WASM kernels. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadWasmKernels } from '../../src/cli/loadWasmKernels.ts';
import { Graph, type Value } from '../../src/engine/graph.ts';
import type { Kernels } from '../../src/engine/kernels/kernels.ts';
import { createPlainKernels } from '../../src/engine/kernels/plain.ts';
import { ops } from '../../src/engine/ops/all.ts';
import { Random } from '../../src/lib/random.ts';
import { translationLoss } from '../../src/models/seq2seq/loss.ts';
import { smallModel } from '../models/seq2seq/smallModel.ts';
import type { Sample } from './laws/bench.ts';
import { generators, samplesOf } from './laws/generators.ts';

/** Largest difference, relative to the largest number of the array (at least 1). */
const TOLERANCE = 5e-5;

/** Ops that no model which looks at all places uses: float32 computes them in TypeScript and counts each time. */
const FALLING_BACK = ['draw', 'entmax-1.5', 'mask', 'max', 'replace', 'sparsemax', 'window'];

interface Ran {
  readonly value: readonly number[];
  readonly gradients: readonly (readonly number[])[];
}

/** Value and gradients of a sample. Planned graphs run twice, so that what a run leaves behind would show in the second. */
function run(kernels: Kernels, eager: boolean, { op, operands, attributes }: Sample): Ran {
  const graph = new Graph(kernels, { eager });
  const inputs = operands.map(({ name, axes, cells, discrete }) =>
    graph.input(name, axes, cells, discrete !== true),
  );
  const value = graph.apply(op, inputs, attributes)[0] as Value;
  const random = new Random(5);
  const upstream = Array.from(
    { length: value.axes.reduce((n, axis) => n * axis.size, 1) },
    () => 2 * random.next() - 1,
  );
  const backward = graph.backward(value, upstream);
  for (let time = 0; time < (eager ? 1 : 2); time++) {
    if (!eager) graph.run();
    backward();
  }
  return {
    value: [...graph.read(value)],
    gradients: inputs.map((input, k) =>
      operands[k]?.discrete === true ? [] : [...(graph.gradient(input) ?? [])],
    ),
  };
}

function expectClose(fast: readonly number[], exact: readonly number[]): void {
  expect(fast).toHaveLength(exact.length);
  const largest = exact.reduce(
    (most, cell) => (Number.isFinite(cell) ? Math.max(most, Math.abs(cell)) : most),
    1,
  );
  exact.forEach((cell, k) => {
    if (!Object.is(cell, fast[k]))
      expect(Math.abs((fast[k] as number) - cell)).toBeLessThanOrEqual(TOLERANCE * largest);
  });
}

/** The names of the ops that the training program of any mechanism applies. */
function trainedOps(): Set<string> {
  const names = ['additive', 'dot', 'general', 'concat'].flatMap((id) => {
    const model = smallModel(id);
    const graph = new Graph(createPlainKernels(), { eager: false });
    const axis = (name: string, size: number): { name: string; size: number } => ({ name, size });
    const [j, t, b] = [axis('j', 3), axis('t', 2), axis('b', 2)];
    translationLoss(
      graph,
      Object.fromEntries(
        model.parameters.map(({ shape, values }) => [
          shape.name,
          graph.parameter(shape.name, shape.axes, values),
        ]),
      ),
      model.mechanism,
      {
        source: graph.input('source', [j, b]),
        previous: graph.input('previous', [t, b]),
        target: graph.input('target', [t, b]),
        weight: graph.input('weight', [t, b]),
        dropout: graph.input('dropout', [j, b, axis('n', 4)]),
      },
    );
    return graph.trace().ops.map(({ op }) => op);
  });
  return new Set(names);
}

describe.each([...ops.keys()])('%s', (name) => {
  it('has the same value and gradient in float64 at once and in planned float32', () => {
    const generate = generators[name];
    if (generate === undefined) throw new Error(`${name} has no generator`);
    const fast = loadWasmKernels();
    fc.assert(
      fc.property(samplesOf(generate), (sample) => {
        // Two functions are not in the compiled module, and no trained model uses them.
        fc.pre(!['sin', 'cos'].includes(String(sample.attributes['f'])));
        const exact = run(createPlainKernels(), true, sample);
        const planned = run(fast, false, sample);
        expectClose(planned.value, exact.value);
        planned.gradients.forEach((gradient, k) => expectClose(gradient, exact.gradients[k] ?? []));
      }),
      { numRuns: 30, seed: 7 },
    );
    expect(fast.fallbacks.size > 0).toBe(FALLING_BACK.includes(name));
  });
});

describe('training', () => {
  it('uses no op that falls back, and most that do not', () => {
    const used = trainedOps();
    expect(FALLING_BACK.filter((name) => used.has(name))).toEqual([]);
    expect(used.size).toBeGreaterThanOrEqual(10);
  });
});

describe('sine and cosine', () => {
  it('are computed by the float32 kernels too, and counted as fallbacks', () => {
    const fast = loadWasmKernels();
    for (const f of ['sin', 'cos'] as const) {
      const map = ops.get('map');
      if (map === undefined) throw new Error('there is no map');
      const operands = [{ name: 'x', axes: [{ name: 'a', size: 3 }], cells: [-2, 0.5, 9] }];
      const sample = { op: map, operands, attributes: { f, constant: 0 } };
      const exact = run(createPlainKernels(), true, sample);
      const planned = run(fast, false, sample);
      expectClose(planned.value, exact.value);
      expectClose(planned.gradients[0] ?? [], exact.gradients[0] ?? []);
      expect(fast.fallbacks.get(f)).toBe(4);
    }
  });
});
