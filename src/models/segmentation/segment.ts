/** @file Translating a sentence in phrases: every span is translated and scored, the best cut is found, its phrases are joined (Pouget-Abadie 2014). */

import { END, type Model } from '../seq2seq/model.ts';
import { decodeTogether } from '../seq2seq/together.ts';
import { sourceIds } from '../seq2seq/translate.ts';
import { bestCut, type Cut } from './cut.ts';
import { paperScore, spanScore } from './spanScore.ts';

/** A span of the sentence with its translation and what the two models say of it. */
export interface Span {
  /** From this word (from 0) up to but without that. */
  readonly from: number;
  readonly to: number;
  readonly target: readonly string[];
  readonly logP: number;
  readonly logQ: number;
  readonly score: number;
  /** By the paper's form; undefined for one word. */
  readonly paper: number | undefined;
}

/** The two models: English to French, and French to English. */
export interface ModelPair {
  readonly forward: Model;
  readonly backward: Model;
}

/** A sentence translated in phrases. */
export interface Segmented {
  /** Every span of up to `longest` words. */
  readonly spans: readonly Span[];
  readonly cut: Cut;
  /** The cut that the paper's form finds, which has no phrase of one word; undefined where there is none. */
  readonly paperCut: Cut | undefined;
  /** The phrases' translations, joined. */
  readonly target: readonly string[];
}

/** Spans of up to so many words are tried: no longer ones were seen in training. */
export const longestSpan = 20;

/** Batches are this large at most, so that a piece of work stays short. */
const BATCH = 24;

interface Half {
  readonly from: number;
  readonly to: number;
  readonly english: readonly number[];
  readonly french: readonly number[];
  readonly logP: number;
}

/** Items in lists of those that have the same key, each list of at most `BATCH`. */
function alike<T>(items: readonly T[], key: (item: T) => number): T[][] {
  const groups = new Map<number, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / BATCH) }, (_, k) =>
      group.slice(k * BATCH, (k + 1) * BATCH),
    ),
  );
}

/**
 * Translates every span of a sentence of at least one word, scores it, cuts the sentence best and joins. Yields after every step of a
 * decoder. An empty translation is read backwards as its end mark alone.
 */
export function* segment(
  { forward, backward }: ModelPair,
  words: readonly string[],
  longest = longestSpan,
): Generator<void, Segmented> {
  const ids = sourceIds(forward, words);
  const all = ids.flatMap((_, from) =>
    Array.from({ length: Math.min(longest, ids.length - from) }, (_, k) => ({ from, to: from + k + 1 })),
  );
  const halves: Half[] = [];
  for (const group of alike(all, ({ from, to }) => to - from)) {
    const sources = group.map(({ from, to }) => ids.slice(from, to));
    const decoded = yield* decodeTogether(forward, sources);
    group.forEach(({ from, to }, k) => {
      const one = decoded[k];
      if (one === undefined) return;
      const english = ids.slice(from, to);
      halves.push({ from, to, english, french: one.ids, logP: one.logProbability });
    });
  }
  const spans: Span[] = [];
  for (const group of alike(halves, ({ french }) => Math.max(1, french.length))) {
    const sources = group.map(({ french }) => (french.length === 0 ? [END] : french));
    const back = yield* decodeTogether(
      backward,
      sources,
      group.map(({ english }) => english),
    );
    group.forEach(({ from, to, french, logP }, k) => {
      const confidence = { logP, logQ: back[k]?.logProbability ?? -Infinity };
      const target = french.map((id) => forward.targetWords[id] ?? '');
      const [score, paper] = [spanScore(confidence, to - from), paperScore(confidence, to - from)];
      spans.push({ from, to, target, ...confidence, score, paper });
    });
  }
  const at = (from: number, to: number): string => `${from} ${to}`;
  const byPlace = new Map(spans.map((span) => [at(span.from, span.to), span]));
  const cut = bestCut(words.length, (from, to) => byPlace.get(at(from, to))?.score);
  const paperCut = bestCut(words.length, (from, to) => byPlace.get(at(from, to))?.paper);
  return {
    spans: spans.toSorted((a, b) => a.from - b.from || a.to - b.to),
    cut,
    paperCut: paperCut.phrases.length === 0 ? undefined : paperCut,
    target: cut.phrases.flatMap(({ from, to }) => byPlace.get(at(from, to))?.target ?? []),
  };
}
