/** @file The controls of the translation scene: which mechanism, which sentence, where in its trace the reader stands. */
import { choice } from './choice.ts';
import { forcedWords, mostForced } from './forcedWords.ts';
import { hash } from './hash.ts';
import { line } from './line.ts';
import { openedNumber } from './openedNumber.ts';
import { whole } from './whole.ts';

/** The most words of a sentence that a model is given. */
export const mostWords = 60;

/** The widest window that can be chosen. */
export const widestReach = 20;

/** The stages of reading the sentence, in order. */
export const readStages = ['embedding', 'forward', 'backward', 'first-state'] as const;

/** The stages of target words, and of the end; which of them a model has, and in which order, its trace tells. */
export const wordStages = ['score', 'softmax', 'context', 'state', 'word', 'position', 'gaussian'] as const;

export type ReadStage = (typeof readStages)[number];
export type WordStage = (typeof wordStages)[number];
export type Stage = ReadStage | WordStage;

/** Each control under its field of the state. The first values are part of the link's version: they never change. */
export const translation = {
  mechanism: choice('additive', [
    'additive',
    'dot',
    'general',
    'concat',
    'location',
    'scaled-dot',
    'cosine',
    'local-m',
    'local-p',
    'none',
  ]),
  /** As typed. */
  sentence: line('the black cat did not drink the cold milk', 2000),
  /** The model by the hash of its weights; empty: whichever there is. */
  model: hash,
  /** The target word from 1; 0 while the sentence is read. One after the last word: the end. */
  t: whole(1, 0, mostForced + 1),
  /** The stage of the words. */
  at: choice('score', wordStages),
  /** The stage of reading. */
  reading: choice('embedding', readStages),
  /** The source word whose cell is built alone, from 1; 0: the stage as a whole. */
  cell: whole(0, 0, mostWords),
  /** Hypotheses kept while decoding. */
  beam: whole(1, 1, 8),
  /** Which of them is traced, from 1. */
  hypothesis: whole(1, 1, 8),
  forced: forcedWords,
  open: openedNumber,
  /** D, how far the window of local attention reaches to each side; 0: as far as the model was trained with. */
  reach: whole(0, 0, widestReach),
  view: choice('full', ['full', 'present']),
} as const;

/** The most words that a mechanism can be given: the location score has learned a row for each of its places. */
export function mostWordsOf(mechanism: string): number {
  return mechanism === 'location' ? 50 : mostWords;
}

/** The mechanisms that look through a window, of which D can be chosen. */
export const windowed: readonly string[] = ['local-m', 'local-p'];

export type MechanismId = (typeof translation.mechanism.options)[number];
