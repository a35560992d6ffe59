/** @file What a task is: symbols on two sides, examples to learn from, examples kept apart, and how a person's text is read. */
import type { Random } from '../lib/random.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is to be read and what is to be written, symbol by symbol. */
export interface TaskExample {
  readonly source: readonly string[];
  readonly target: readonly string[];
  /**
   * For each target symbol the source places (from 0) that it comes from; none where it comes from no place in particular (a hyphen of a
   * date). Only judged by, never learned from.
   */
  readonly gold: readonly (readonly number[])[];
}

/** What a person's text is read as. */
export interface TaskReading {
  readonly symbols: readonly string[];
  /** For each symbol, where it stands in the text: from `start` up to, not including, `end`. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  /** Whether what is read differs from the text without its outer white space. */
  readonly changed: boolean;
}

/** Examples kept apart: `development` is looked at while a model trains, `test` when it is done. */
export type HeldOut = 'test' | 'development';

/** A task that an encoder–decoder can learn. */
export interface Task {
  readonly id: string;
  readonly unit: 'character' | 'word';
  readonly source: Vocabulary;
  readonly target: Vocabulary;
  /** The most symbols that an example reads. */
  readonly longest: number;
  /** Draws an example for training: never one that is held out. */
  draw(random: Random): TaskExample;
  /** `count` different held-out examples, the same for the same seed; fewer where the task does not have so many. */
  heldOut(count: number, seed: number, split: HeldOut): TaskExample[];
  /** Reads what a person typed. Symbols that the task does not know are among the symbols as they are. */
  read(text: string): TaskReading;
  /** How symbols stand side by side: joined characters, words with spaces. */
  write(symbols: readonly string[]): string;
  /** Texts to begin with. */
  readonly samples: readonly string[];
}

/** After so many draws in a row without a new example there are taken to be no more. */
const PATIENCE = 2000;

/** Up to `count` different examples of those that `next` draws; null is passed over. */
export function distinctExamples(count: number, next: () => TaskExample | null): TaskExample[] {
  const seen = new Set<string>();
  const found: TaskExample[] = [];
  for (let misses = 0; found.length < count && misses < PATIENCE; misses += 1) {
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
