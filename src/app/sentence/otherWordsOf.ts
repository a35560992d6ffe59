/** @file The words that could stand at a target step, with their probabilities. */
import { cellsOf, findTensor } from '../../engine/trace.ts';
import type { Shown } from '../state/appState.ts';

/** The three marks at the head of a vocabulary, which cannot be written. */
const marks = 3;

export interface OtherWord {
  readonly word: string;
  readonly probability: number;
}

/** All words of the vocabulary with their probabilities at step t (from 1), the likeliest first. */
export function otherWordsOf(shown: Shown, t: number, words: readonly string[]): OtherWord[] {
  const { trace } = shown.translation;
  const tensor = findTensor(trace, 'p', t - 1);
  const cells = tensor === undefined ? new Float64Array() : cellsOf(trace, tensor);
  return words
    .map((word, number) => ({ word, probability: cells[number] ?? 0 }))
    .slice(marks)
    .toSorted((a, b) => b.probability - a.probability);
}

/** A word without accents and apostrophes, as it is searched. */
function plain(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .toLowerCase();
}

/** Those that begin with what is searched, however its accents are typed; `offered` of the likeliest where nothing is. */
export function searchedIn(all: readonly OtherWord[], search: string, offered: number): readonly OtherWord[] {
  if (plain(search.trim()) === '') return all.slice(0, offered);
  return all.filter(({ word }) => plain(word).startsWith(plain(search.trim())));
}
