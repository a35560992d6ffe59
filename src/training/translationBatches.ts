/** @file Batches of translations, all of one source length, from the generator: fresh sentences for as long as training goes on. */

import { Random } from '../lib/random.ts';
import type { Example } from '../tasks/translation/realise.ts';
import { trainingExample, type LengthRange } from '../tasks/translation/splits.ts';
import { sourceVocabulary, targetVocabulary, unknownNoise } from '../tasks/translation/vocabulary.ts';
import { END, PAD } from '../tasks/vocabulary.ts';

/** Word numbers of a batch, step-major: [j, b] and [t, b]. */
export interface TranslationBatch {
  readonly size: number;
  readonly sourceLength: number;
  readonly targetLength: number;
  readonly source: Float32Array;
  readonly previous: Float32Array;
  readonly target: Float32Array;
  /** 1 / (number of words in the batch) for each word, 0 for padding. */
  readonly weight: Float32Array;
  readonly words: number;
}

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
export function translationPool(
  random: Random,
  size: number,
  range: LengthRange,
  unknown: number,
): TranslationBatch[] {
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
export function batchOf(
  examples: readonly Example[],
  unknown: number,
  random = new Random(0),
): TranslationBatch {
  const size = examples.length;
  const length = examples[0]?.source.length ?? 0;
  const sources = examples.map(({ source }) => unknownNoise(random, source, sourceVocabulary, unknown));
  const targets = examples.map(({ target }) => [
    ...unknownNoise(random, target, targetVocabulary, unknown),
    END,
  ]);
  const longest = targets.reduce((most, target) => Math.max(most, target.length), 0);
  const targetLength = Math.ceil(longest / LENGTH_STEP) * LENGTH_STEP;
  const words = targets.reduce((sum, target) => sum + target.length, 0);
  const batch = {
    size,
    sourceLength: length,
    targetLength,
    source: new Float32Array(length * size),
    previous: new Float32Array(targetLength * size).fill(PAD),
    target: new Float32Array(targetLength * size).fill(PAD),
    weight: new Float32Array(targetLength * size),
    words,
  };
  sources.forEach((source, b) => {
    source.forEach((id, j) => {
      batch.source[j * size + b] = id;
    });
  });
  targets.forEach((target, b) => {
    batch.previous[b] = END;
    target.forEach((id, t) => {
      batch.target[t * size + b] = id;
      batch.weight[t * size + b] = 1 / words;
      if (t + 1 < targetLength) batch.previous[(t + 1) * size + b] = id;
    });
  });
  return batch;
}
