/** @file Batches of the translation task turned round, French to English: for the model that judges phrases by the way back. */

import { Random } from '../lib/random.ts';
import type { Example } from '../tasks/translation/realise.ts';
import { trainingExample } from '../tasks/translation/splits.ts';
import { sourceVocabulary, targetVocabulary, unknownNoise } from '../tasks/translation/vocabulary.ts';
import { packBatch, stateOf, type Batch, type BatchSource } from './batches.ts';
import { longestAt, type TrainingSettings } from './settings.ts';
import { Trainer } from './trainer.ts';
import type { Kernels } from '../engine/kernels/kernels.ts';

/** English lengths are rounded up to a multiple of this, so that few shapes of batch occur. */
const LENGTH_STEP = 4;

/**
 * Sentences drawn one by one, each waiting with others whose French has as many tokens until there are enough for a batch. Those that wait
 * are part of the state: they are drawn again from the state before the first batch.
 */
export class TurnedBatches implements BatchSource {
  private readonly settings: TrainingSettings;
  private random: Random;
  private start: readonly number[];
  private waiting = new Map<number, Example[]>();

  constructor(random: Random, settings: TrainingSettings) {
    this.settings = settings;
    this.random = random;
    this.start = [...random.state];
  }

  next(step: number): Batch {
    const { batch: size, shortest, unknown } = this.settings;
    for (;;) {
      const example = trainingExample(this.random, [shortest, longestAt(this.settings, step)]);
      const { length } = example.target;
      const alike = this.waiting.get(length) ?? [];
      alike.push(example);
      this.waiting.set(length, alike);
      if (alike.length < size) continue;
      this.waiting.set(length, []);
      return packBatch(
        alike.map(({ source, target }) => ({
          source: unknownNoise(this.random, target, targetVocabulary, unknown),
          target: unknownNoise(this.random, source, sourceVocabulary, unknown),
        })),
        LENGTH_STEP,
      );
    }
  }

  /** The state at the start: all that was drawn follows from it. */
  state(): readonly number[] {
    return this.start;
  }

  resume(state: readonly number[], step: number): void {
    this.random = Random.fromState(stateOf(state));
    this.start = state;
    this.waiting = new Map();
    for (let past = 0; past < step; past++) this.next(past);
  }
}

/** A run on the translation task turned round. */
export function turnedTrainer(kernels: Kernels, settings: TrainingSettings): Trainer<TrainingSettings> {
  return new Trainer(kernels, settings, {
    sourceSymbols: targetVocabulary.size,
    targetSymbols: sourceVocabulary.size,
    batches: (random, of) => new TurnedBatches(random, of),
  });
}
