/** @file Batches of translations, all of one source length, from the generator: fresh sentences for as long as training goes on. */

import { Random } from '../lib/random.ts';
import type { Example } from '../tasks/translation/realise.ts';
import { trainingExample, type LengthRange } from '../tasks/translation/splits.ts';
import { sourceVocabulary, targetVocabulary, unknownNoise } from '../tasks/translation/vocabulary.ts';
import { packBatch, stateOf, type Batch, type BatchSource } from './batches.ts';
import { longestAt, type TrainingSettings } from './settings.ts';

/** Target lengths are rounded up to a multiple of this, so that few shapes of batch occur. */
const LENGTH_STEP = 4;

/** Lengths that are drawn together, and batches of each: sentences with translations of like length share a batch, so that little is padded. */
const LENGTHS = 8;
const EACH = 4;
export const POOL = LENGTHS * EACH;

/**
 * Draws `POOL` batches of `size` training sentences, in no particular order; all sentences of a batch have one length, drawn from `range`.
 * Each word is made unknown with probability `unknown`, on each side.
 */
export function translationPool(random: Random, size: number, range: LengthRange, unknown: number): Batch[] {
  const batches = Array.from({ length: LENGTHS }, () => {
    const length = range[0] + random.integer(range[1] - range[0] + 1);
    const examples = Array.from({ length: EACH * size }, () =>
      trainingExample(random, [length, length]),
    ).toSorted((a, b) => a.target.length - b.target.length);
    return Array.from({ length: EACH }, (_, k) =>
      batchOf(examples.slice(k * size, (k + 1) * size), unknown, random),
    );
  }).flat();
  random.shuffle(batches);
  return batches;
}

/** These translations, all of one source length, as a batch. */
export function batchOf(examples: readonly Example[], unknown: number, random = new Random(0)): Batch {
  const sources = examples.map(({ source }) => unknownNoise(random, source, sourceVocabulary, unknown));
  const targets = examples.map(({ target }) => unknownNoise(random, target, targetVocabulary, unknown));
  return packBatch(
    sources.map((source, b) => ({ source, target: targets[b] ?? [] })),
    LENGTH_STEP,
  );
}

/** Pools of batches, one after another. */
export class TranslationBatches implements BatchSource {
  private readonly settings: TrainingSettings;
  private random: Random;
  /** Batches that were drawn together, and the generator's state before that. */
  private pool: Batch[] = [];
  private beforePool: readonly number[];

  constructor(random: Random, settings: TrainingSettings) {
    this.settings = settings;
    this.random = random;
    this.beforePool = [...random.state];
  }

  /** A new pool is drawn every `POOL` steps. */
  next(step: number): Batch {
    const { batch, shortest, unknown } = this.settings;
    if (step % POOL === 0) {
      this.beforePool = [...this.random.state];
      this.pool = translationPool(this.random, batch, [shortest, longestAt(this.settings, step)], unknown);
    }
    return this.pool[step % POOL] as Batch;
  }

  /** Between two pools nothing has to be drawn again. */
  state(step: number): readonly number[] {
    return step % POOL === 0 ? [...this.random.state] : this.beforePool;
  }

  resume(state: readonly number[], step: number): void {
    this.random = Random.fromState(stateOf(state));
    this.pool = [];
    for (let past = step - (step % POOL); past < step; past++) this.next(past);
    this.beforePool = state;
  }
}
