/** @file Training: it learns, repeats itself bit for bit, goes on from a checkpoint, and stays inside the fast kernels and its memory. */

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { loadWasmKernels } from '../../src/cli/loadWasmKernels.ts';
import { heldOut } from '../../src/tasks/translation/splits.ts';
import { defaultSettings, longestAt, rateAt, type TrainingSettings } from '../../src/training/settings.ts';
import { attentions } from '../../src/mechanisms/all.ts';
import { mechanismOf } from '../../src/models/seq2seq/mechanismOf.ts';
import type { Trainer } from '../../src/training/trainer.ts';
import { translationTrainer } from '../../src/training/translationTrainer.ts';
import { batchOf, POOL, translationPool } from '../../src/training/translationBatches.ts';
import { Random } from '../../src/lib/random.ts';
import { fallingBack } from '../models/seq2seq/smallModel.ts';

const small: TrainingSettings = {
  ...defaultSettings,
  batch: 16,
  steps: 200,
  longest: 6,
  firstLongest: 4,
  widths: { embedding: 12, encoder: 8, decoder: 16, attention: 8, readout: 12 },
};

/** All parameters, as text: a difference is then told in one line. */
function weights(trainer: Trainer): string {
  return createHash('sha256')
    .update(JSON.stringify(trainer.store.get().map(({ values }) => [...values])))
    .digest('hex');
}

describe('Trainer', () => {
  it('learns: after 1,200 small batches it says most words of held-out sentences right', () => {
    const widths = { embedding: 24, encoder: 16, decoder: 32, attention: 16, readout: 32 };
    const settings = { ...small, batch: 32, steps: 1200, rate: 1e-2, unknown: 0, widths };
    const trainer = translationTrainer(loadWasmKernels(), settings);
    const batch = batchOf(heldOut([5, 5], 64, 3, 'development'), 0);
    expect(trainer.evaluate(batch).right).toBeLessThan(0.1);
    while (trainer.step < settings.steps) trainer.next();
    expect(trainer.evaluate(batch).right).toBeGreaterThan(0.7);
  });

  it.each(attentions.map(({ id }) => id))(
    'computes all of %s but windows and draws in the WASM kernels',
    (mechanism) => {
      const kernels = loadWasmKernels();
      const widths = { ...small.widths, decoder: 16, encoder: 8 };
      const trainer = translationTrainer(kernels, { ...small, mechanism, widths });
      const first = trainer.next().loss;
      for (let k = 0; k < 40; k++) trainer.next();
      expect(trainer.next().loss).toBeLessThan(first);
      expect([...kernels.fallbacks.keys()].toSorted()).toEqual(fallingBack(mechanism));
    },
  );

  it('learns what to draw: the scores of hard attention move, and a run goes on from a checkpoint bit for bit', () => {
    const settings = { ...small, mechanism: 'hard', dropout: 0 };
    const trainer = translationTrainer(loadWasmKernels(), settings);
    const scores = (of: Trainer): number[] => [
      ...(of.store.get().find(({ shape }) => shape.name === 'W_a')?.values ?? []),
    ];
    const before = scores(trainer);
    for (let k = 0; k < POOL; k++) trainer.next();
    expect(scores(trainer)).not.toEqual(before);
    const resumed = translationTrainer(loadWasmKernels(), settings);
    resumed.resume(trainer.checkpoint());
    for (let k = 0; k < 3; k++) {
      trainer.next();
      resumed.next();
    }
    expect(weights(resumed)).toEqual(weights(trainer));
  });

  it('gives the same bits for the same seed and others for another', () => {
    const run = (seed: number): string => {
      const trainer = translationTrainer(loadWasmKernels(), { ...small, seed });
      for (let k = 0; k < 12; k++) trainer.next();
      return weights(trainer);
    };
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
  });

  it('goes on from a checkpoint as if it had never stopped, wherever it stopped', () => {
    for (const stop of [POOL, POOL + 1, POOL - 1]) {
      const whole = translationTrainer(loadWasmKernels(), small);
      for (let k = 0; k < stop; k++) whole.next();
      const saved = whole.checkpoint();
      const resumed = translationTrainer(loadWasmKernels(), small);
      resumed.resume(saved);
      for (let k = 0; k < 4; k++) {
        whole.next();
        resumed.next();
      }
      expect(resumed.step).toBe(whole.step);
      expect(weights(resumed)).toEqual(weights(whole));
    }
  });

  it('needs no more memory once it has seen its shapes', () => {
    const kernels = loadWasmKernels();
    const trainer = translationTrainer(kernels, { ...small, shortest: 4, firstLongest: 4, longest: 4 });
    for (let k = 0; k < 40; k++) trainer.next();
    const size = kernels.heap.length;
    for (let k = 0; k < 40; k++) trainer.next();
    expect(kernels.heap.length).toBe(size);
  });

  it('refuses a checkpoint of another model', () => {
    const saved = translationTrainer(loadWasmKernels(), small).checkpoint();
    const other = translationTrainer(loadWasmKernels(), {
      ...small,
      widths: { ...small.widths, readout: 16 },
    });
    expect(() => other.resume(saved)).toThrow(/checkpoint: \d+ numbers; expected \d+/);
  });

  it('names the mechanisms there are when it is given another', () => {
    expect(() => mechanismOf('magic')).toThrow(/magic.*additive/);
  });
});

describe('rateAt', () => {
  it('rises over the warm-up, stays, and falls to nearly 0 in a straight line', () => {
    const settings = { ...defaultSettings, steps: 1000, rate: 1, warmUp: 0.1, constantUntil: 0.5 };
    expect(rateAt(settings, 49)).toBeCloseTo(0.5, 12);
    expect(rateAt(settings, 300)).toBe(1);
    expect(rateAt(settings, 749)).toBeCloseTo(0.5, 12);
    expect(rateAt(settings, 999)).toBe(0);
  });
});

describe('longestAt', () => {
  it('rises from the first longest to the longest over the curriculum', () => {
    const settings = { ...defaultSettings, steps: 1000, firstLongest: 8, longest: 40, curriculum: 0.5 };
    expect(longestAt(settings, 249)).toBe(24);
    expect(longestAt(settings, 900)).toBe(40);
  });
});

describe('translationPool', () => {
  it('holds batches of lengths in the range; every word before a step is the one said at the step before', () => {
    const batches = translationPool(new Random(4), 8, [6, 9], 0);
    expect(batches).toHaveLength(POOL);
    expect(new Set(batches.map(({ sourceLength }) => sourceLength)).size).toBeGreaterThan(1);
    for (const { size, sourceLength, targetLength, previous, target, weight, words } of batches) {
      expect(sourceLength).toBeGreaterThanOrEqual(6);
      expect(sourceLength).toBeLessThanOrEqual(9);
      expect(weight.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 5);
      expect(weight.filter((one) => one > 0)).toHaveLength(words);
      for (let t = 1; t < targetLength; t++) {
        for (let b = 0; b < size; b++) {
          if ((weight[t * size + b] as number) > 0)
            expect(previous[t * size + b]).toBe(target[(t - 1) * size + b]);
        }
      }
    }
  });
});
