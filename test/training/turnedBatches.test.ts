/** @file Batches of the task turned round: French to English, one French length a batch, and the same again from a state. */
import { describe, expect, it } from 'vitest';
import { loadWasmKernels } from '../../src/cli/loadWasmKernels.ts';
import { Random } from '../../src/lib/random.ts';
import { reference } from '../../src/tasks/translation/parse.ts';
import { splitOf } from '../../src/tasks/translation/splits.ts';
import { sourceVocabulary, targetVocabulary } from '../../src/tasks/translation/vocabulary.ts';
import { END } from '../../src/tasks/vocabulary.ts';
import type { Batch } from '../../src/training/batches.ts';
import { lengthSettings } from '../../src/training/lengthExperiment.ts';
import { TurnedBatches, turnedTrainer } from '../../src/training/turnedBatches.ts';

const settings = { ...lengthSettings('none', 1, 16), batch: 8, unknown: 0 };

/** The English and French of a batch's example. */
function example({ size, sourceLength, targetLength, source, target }: Batch, b: number) {
  const column = (data: Float32Array, length: number): number[] =>
    Array.from({ length }, (_, k) => data[k * size + b] ?? 0);
  return {
    french: column(source, sourceLength).map((id) => targetVocabulary.word(id)),
    english: sourceVocabulary.decode(column(target, targetLength)),
  };
}

describe('TurnedBatches', () => {
  it('read French and say English: each pair is one of the grammar, from the sentences of training', () => {
    const batches = new TurnedBatches(new Random(3), settings);
    for (let step = 0; step < 6; step++) {
      const batch = batches.next(step);
      expect(batch.size).toBe(8);
      for (let b = 0; b < batch.size; b++) {
        const { french, english } = example(batch, b);
        expect(reference(english)?.target).toEqual(french);
        expect(splitOf(english)).toBe('training');
        expect(batch.previous[b]).toBe(END);
      }
    }
  });

  it('go on from their state as if they had never stopped', () => {
    const whole = new TurnedBatches(new Random(4), settings);
    for (let step = 0; step < 5; step++) whole.next(step);
    const resumed = new TurnedBatches(new Random(9), settings);
    resumed.resume(whole.state(), 5);
    for (let step = 5; step < 8; step++) expect(resumed.next(step)).toEqual(whole.next(step));
  });
});

describe('turnedTrainer', () => {
  it('learns: the loss of a small model falls', () => {
    const widths = { embedding: 12, encoder: 8, decoder: 16, attention: 8, readout: 12 };
    const trainer = turnedTrainer(loadWasmKernels(), {
      ...settings,
      batch: 16,
      longest: 6,
      firstLongest: 4,
      steps: 200,
      widths,
    });
    const losses = Array.from({ length: 200 }, () => trainer.next().loss);
    const mean = (part: readonly number[]): number => part.reduce((sum, one) => sum + one, 0) / part.length;
    expect(mean(losses.slice(-20))).toBeLessThan(0.8 * mean(losses.slice(0, 20)));
  });
});
