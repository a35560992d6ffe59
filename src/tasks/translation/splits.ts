/** @file Training, development and test sentences that no seed can mix, and the set of word pairs never seen in training. */
import { Random } from '../../lib/random.ts';
import { examples } from './examples.ts';
import { hashText } from '../hash.ts';
import { heldOutPairs } from './pairs.ts';
import { allPools, trainingPools } from './pools.ts';
import { realise } from './realise.ts';
import type { Example } from './realise.ts';
import { LONGEST, sampleSentence, SHORTEST } from './sample.ts';

/** Raised whenever the words, the grammar or the splits change; a model's card names the version it was trained on. */
export const grammarVersion = 1;

/** The parts into which sentences fall by a hash of their English words. */
export type Split = 'training' | 'development' | 'test';

/** A range of English words a sentence, both ends included. */
export type LengthRange = readonly [shortest: number, longest: number];

/** The buckets of the published table. */
export const lengthBuckets: readonly LengthRange[] = [
  [1, 10],
  [11, 20],
  [21, 30],
  [31, 40],
];

/** Of 100 sentences, this many are for testing and as many for development. */
const PERCENT = 5;

const exampleSentences: ReadonlySet<string> = new Set(examples.map(({ english }) => english));

/**
 * The split of an English sentence, by a hash of its words alone. The eight examples are test sentences.
 * @param source lower-case words.
 */
export function splitOf(source: readonly string[]): Split {
  const text = source.join(' ');
  if (exampleSentences.has(text)) return 'test';
  const part = hashText(`sentence ${text}`) % 100;
  return part < PERCENT ? 'test' : part < 2 * PERCENT ? 'development' : 'training';
}

function drawLength(random: Random, [shortest, longest]: LengthRange): number {
  const from = Math.max(SHORTEST, shortest);
  const to = Math.min(LONGEST, longest);
  if (!(from <= to))
    throw new RangeError(
      `range is ${shortest} to ${longest}; lengths from ${SHORTEST} to ${LONGEST} were expected`,
    );
  return from + random.integer(to - from + 1);
}

/**
 * Draws a sentence for training: by its hash neither for testing nor for development, and without any held-out pair.
 * @param range English words, both ends included; every length in it is as likely as the others.
 */
export function trainingExample(random: Random, range: LengthRange = [SHORTEST, LONGEST]): Example {
  for (;;) {
    const example = realise(sampleSentence(random, trainingPools, drawLength(random, range)));
    if (splitOf(example.source) === 'training') return example;
  }
}

/** After so many draws in a row without a new sentence there are taken to be no more. */
const PATIENCE = 50000;

/** Draws until there are n different sentences. */
function distinct(n: number, next: () => Example | null): Example[] {
  const seen = new Set<string>();
  const found: Example[] = [];
  for (let misses = 0; found.length < n; misses += 1) {
    if (misses > PATIENCE)
      throw new RangeError(`n is ${n}; only ${found.length} different sentences were found in this range`);
    const example = next();
    if (example === null) continue;
    const text = example.source.join(' ');
    if (seen.has(text)) continue;
    seen.add(text);
    found.push(example);
    misses = 0;
  }
  return found;
}

/**
 * n different held-out sentences drawn as those of training are, but for the hash of the sentence.
 * @param range English words, both ends included; one of `lengthBuckets` for the published table.
 * @param split `test` for the table, `development` for early stopping.
 * @throws RangeError when the range does not hold so many.
 */
export function heldOut(
  range: LengthRange,
  n: number,
  seed: number,
  split: 'test' | 'development' = 'test',
): Example[] {
  const random = new Random(seed);
  return distinct(n, () => {
    const example = realise(sampleSentence(random, trainingPools, drawLength(random, range)));
    return splitOf(example.source) === split && !exampleSentences.has(example.source.join(' '))
      ? example
      : null;
  });
}

/** A sentence with the pairs in it that training never shows together. */
export interface UnseenExample extends Example {
  /** `adjective noun` and `verb noun`, in English base forms. */
  readonly pairs: string[];
}

/**
 * n different sentences, each with at least one adjective–noun or verb–noun pair that is never together in training.
 * @throws RangeError when the range does not hold so many.
 */
export function unseenPairs(
  n: number,
  seed: number,
  range: LengthRange = [SHORTEST, LONGEST],
): UnseenExample[] {
  const random = new Random(seed);
  return distinct(n, () => {
    const sentence = sampleSentence(random, allPools, drawLength(random, range));
    const pairs = heldOutPairs(sentence);
    return pairs.length === 0 ? null : { ...realise(sentence), pairs };
  }) as UnseenExample[];
}
