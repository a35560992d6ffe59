/** @file REINFORCE against the exact gradient of the expected loss, which every outcome of the draws is enumerated for. */
import { describe, expect, it } from 'vitest';
import { Graph, type Value } from '../../src/engine/graph.ts';
import { createPlainKernels } from '../../src/engine/kernels/plain.ts';
import { Random } from '../../src/lib/random.ts';
import { translationLoss } from '../../src/models/seq2seq/loss.ts';
import type { Model } from '../../src/models/seq2seq/model.ts';
import { costsToGo, movingAverage, surrogateLoss } from '../../src/training/reinforce.ts';
import { smallModel } from '../models/seq2seq/smallModel.ts';

const PLACES = 3;
const STEPS = 2;
const axis = (name: string, size: number): { name: string; size: number } => ({ name, size });
const [j, t, b] = [axis('j', PLACES), axis('t', STEPS), axis('b', 1)];

/** The program for one sentence of three words and two words to write, as often as wanted. */
function program(model: Model) {
  const graph = new Graph(createPlainKernels(), { eager: false });
  const p = Object.fromEntries(
    model.parameters.map(({ shape, values }) => [
      shape.name,
      graph.parameter(shape.name, shape.axes, values),
    ]),
  );
  const u = graph.input('u', [t, b]);
  const weight = graph.input('weight', [t, b], [0.5, 0.5]);
  const advantage = graph.input('advantage', [t, b]);
  const made = translationLoss(graph, p, model.mechanism, {
    source: graph.input('source', [j, b], [3, 5, 4]),
    previous: graph.input('previous', [t, b], [2, 4]),
    target: graph.input('target', [t, b], [4, 2]),
    weight,
    u,
  });
  const surrogate = surrogateLoss(graph, made, { advantage, weight, entropyWeight: 0 });
  const backward = graph.backward(surrogate);
  const cells = (value: Value): number[] => [...graph.read(value)];
  return {
    p,
    /** The loss for some numbers u, and log α of the places that they drew. */
    run(numbers: readonly number[]) {
      graph.write(u, numbers);
      graph.run();
      return {
        loss: cells(made.loss)[0] as number,
        logWeights: made.chance === undefined ? [] : cells(made.chance.logWeights),
      };
    },
    /** The estimate of the gradient from the last run. */
    estimate(expected: number): Map<string, number[]> {
      graph.write(advantage, costsToGo(cells(made.nll), [0.5, 0.5], 1, expected));
      backward();
      return new Map(Object.entries(p).map(([name, value]) => [name, [...(graph.gradient(value) ?? [])]]));
    },
  };
}

/** A number u that draws each place at a step, given those before: found by asking, from the shares that small steps of u tell. */
function branches(
  run: ReturnType<typeof program>['run'],
  before: readonly number[],
): { u: number; share: number }[] {
  const found = new Map<string, { u: number; share: number }>();
  for (let k = 0; k < 4000 && found.size < PLACES; k++) {
    const u = (k + 0.5) / 4000;
    const { logWeights } = run([...before, u, ...Array<number>(STEPS - 1 - before.length).fill(0)]);
    const share = Math.exp(logWeights[before.length] as number);
    const key = share.toFixed(12);
    if (!found.has(key)) found.set(key, { u, share });
  }
  return [...found.values()];
}

/** E[loss] over all outcomes, and the number of outcomes. */
function expectedLoss(model: Model): { value: number; outcomes: number; total: number } {
  const { run } = program(model);
  let [value, outcomes, total] = [0, 0, 0];
  for (const first of branches(run, [])) {
    for (const second of branches(run, [first.u])) {
      const share = first.share * second.share;
      value += share * run([first.u, second.u]).loss;
      total += share;
      outcomes += 1;
    }
  }
  return { value, outcomes, total };
}

function nudged(model: Model, name: string, cell: number, by: number): Model {
  const parameters = model.parameters.map((one) =>
    one.shape.name === name
      ? { ...one, values: Float64Array.from(one.values, (value, k) => (k === cell ? value + by : value)) }
      : one,
  );
  return { ...model, parameters };
}

describe('REINFORCE', () => {
  const model = smallModel('hard', 3);

  it('is within 4 standard errors of the exact gradient, in cells of the score and of other parameters', () => {
    const { outcomes, total, value } = expectedLoss(model);
    expect(outcomes).toBe(PLACES ** STEPS);
    expect(total).toBeCloseTo(1, 9);
    const watched = [
      ['W_a', 0],
      ['W_a', 5],
      ['W_a', 10],
      ['W_s', 1],
      ['U_h', 3],
      ['C_z', 2],
      ['W_o_c', 4],
    ] as const;
    const { run, estimate } = program(model);
    const random = new Random(20150210);
    const samples = 6000;
    const sums = watched.map(() => ({ sum: 0, squares: 0 }));
    for (let k = 0; k < samples; k++) {
      run([random.next(), random.next()]);
      const gradients = estimate(value);
      watched.forEach(([name, cell], w) => {
        const g = gradients.get(name)?.[cell] ?? Number.NaN;
        const own = sums[w] as { sum: number; squares: number };
        own.sum += g;
        own.squares += g * g;
      });
    }
    const STEP = 1e-5;
    watched.forEach(([name, cell], w) => {
      const { sum, squares } = sums[w] as { sum: number; squares: number };
      const mean = sum / samples;
      const error = Math.sqrt((squares / samples - mean * mean) / samples);
      const high = expectedLoss(nudged(model, name, cell, STEP)).value;
      const low = expectedLoss(nudged(model, name, cell, -STEP)).value;
      const exact = (high - low) / (2 * STEP);
      expect(error, `${name}[${cell}]`).toBeGreaterThan(0);
      expect(Math.abs(mean - exact), `${name}[${cell}]`).toBeLessThan(4 * error);
      // Were the draws left out of account, the score would have no gradient at all.
      if (name === 'W_a') expect(Math.abs(exact), `${name}[${cell}]`).toBeGreaterThan(1e-4);
    });
  });

  it('has the same mean with and without a baseline, and varies less with one', () => {
    const { run, estimate } = program(model);
    const spread = (expected: number): { mean: number; variance: number } => {
      const random = new Random(7);
      const gradients = Array.from({ length: 2000 }, () => {
        run([random.next(), random.next()]);
        return estimate(expected).get('W_a')?.[5] ?? Number.NaN;
      });
      const mean = gradients.reduce((sum, g) => sum + g, 0) / gradients.length;
      return { mean, variance: gradients.reduce((sum, g) => sum + (g - mean) ** 2, 0) / gradients.length };
    };
    const [without, with_] = [spread(0), spread(expectedLoss(model).value)];
    const error = Math.sqrt((without.variance + with_.variance) / 2000);
    expect(Math.abs(without.mean - with_.mean)).toBeLessThan(4 * error);
    expect(with_.variance).toBeLessThan(without.variance);
  });

  it('refuses a model that draws nothing', () => {
    const soft = smallModel('general');
    expect(() => program(soft)).toThrow(/nothing was drawn/);
  });
});

describe('costsToGo', () => {
  it('adds up what the words from each step on cost, less what was expected', () => {
    // Two sentences: costs 1, 2, 3 and 4, 5, padding.
    const nll = [1, 4, 2, 5, 3, 9];
    const weight = [1, 1, 1, 1, 1, 0];
    expect([...costsToGo(nll, weight, 2, 0)]).toEqual([6, 9, 5, 5, 3, 0]);
    expect([...costsToGo(nll, weight, 2, 2)]).toEqual([0, 5, 1, 3, 1, 0]);
  });
});

describe('movingAverage', () => {
  it('starts at the first cost and follows slowly', () => {
    expect(movingAverage(undefined, 4)).toBe(4);
    expect(movingAverage(4, 2)).toBeCloseTo(3.8, 12);
  });
});
