/** @file Translating a sentence in one float64 run: what the app shows is what was decoded. */

import type { Trace } from '../../engine/trace.ts';
import { beamSearch, largestPlaces, type Candidate } from './beam.ts';
import { decodeStep, END, openSession, UNKNOWN, type Model, type Session } from './model.ts';

/** A word to write at a step (0-based) whatever the model would have. */
export interface Forced {
  readonly t: number;
  readonly word: string;
}

export interface TranslateOptions {
  /** 1 (greedy) to 8. */
  readonly beam?: number;
  /** Which of the found translations is traced; 0 is the best. */
  readonly hypothesis?: number;
  /** With forced words decoding is greedy. */
  readonly forced?: readonly Forced[];
}

/** One found translation, in words. */
export interface Found {
  readonly target: readonly string[];
  readonly logProbability: number;
  readonly score: number;
  readonly finished: boolean;
}

export interface Translated {
  /** Places (0-based) of source words that the model does not know. */
  readonly unknown: readonly number[];
  readonly target: readonly string[];
  readonly hypotheses: readonly Found[];
  readonly chosen: number;
  readonly logProbability: number;
  readonly trace: Trace;
}

/** The most words that are written for a sentence of `length` words before decoding gives up. */
export function lengthCap(length: number): number {
  return 2 * length + 10;
}

/** Whether the model knows a source word (marks are not words). */
function knows(model: Model, word: string): boolean {
  return !/^<.*>s?$/.test(word) && model.sourceWords.includes(word);
}

/** Word numbers of a source sentence; a word that the model does not know is the unknown word, or the unknown word ending in s. */
export function sourceIds(model: Model, words: readonly string[]): number[] {
  return words.map((word) => {
    if (knows(model, word)) return model.sourceWords.indexOf(word);
    const ending = word.endsWith('s') ? model.sourceWords.indexOf('<unknown>s') : -1;
    return ending < 0 ? UNKNOWN : ending;
  });
}

/** Writes the given words and, when they are used up, the likeliest ones, up to the end mark or the cap. */
function* write(
  session: Session,
  given: (t: number) => number | undefined,
  cap: number,
): Generator<void, Candidate> {
  const ids: number[] = [];
  let [logProbability, s, finished] = [0, session.encoded.s, false];
  for (let t = 0; t < cap && !finished; t++) {
    const step = decodeStep(session, s, ids.at(-1) ?? END, t);
    const p = step.p === undefined ? [] : session.graph.read(step.p);
    const id = given(t) ?? largestPlaces(p, 1)[0] ?? END;
    logProbability += Math.log(p[id] as number);
    finished = id === END;
    if (!finished) ids.push(id);
    s = step.s;
    yield;
  }
  return { ids, logProbability, score: logProbability / (ids.length + (finished ? 1 : 0)), finished };
}

/** The trace with the step that wrote the end mark as a group of its own. */
function closed(trace: Trace, written: Candidate): Trace {
  if (!written.finished) return trace;
  const stages = trace.stages.map((mark) =>
    mark.t === written.ids.length ? { ...mark, group: 'end' as const } : mark,
  );
  return { ...trace, stages };
}

/**
 * Translates 1 or more words. Greedy with beam 1, else by beam search; the chosen translation is traced by writing it again, which gives
 * the same numbers. Yields after every step of the decoder. Throws for a forced word that is not of the target vocabulary.
 */
export function* translate(
  model: Model,
  words: readonly string[],
  options: TranslateOptions = {},
): Generator<void, Translated> {
  const { beam = 1, hypothesis = 0, forced = [] } = options;
  if (words.length === 0) throw new Error('sentence: it is empty; expected at least one word');
  const ids = sourceIds(model, words);
  const cap = lengthCap(words.length);
  const must = new Map(
    forced.map(({ t, word }): [number, number] => {
      const id = model.targetWords.indexOf(word);
      if (id <= END) throw new Error(`forced word ${t + 1}: “${word}” is not in the model’s vocabulary`);
      return [t, id];
    }),
  );
  let found: readonly Candidate[] = [];
  if (beam > 1 && must.size === 0) found = yield* beamSearch(openSession(model, ids), beam, cap);
  const chosen = Math.min(hypothesis, Math.max(0, found.length - 1));
  const again = found[chosen];
  const session = openSession(model, ids);
  const given =
    again === undefined
      ? (t: number) => must.get(t)
      : (t: number) => again.ids[t] ?? (again.finished ? END : undefined);
  const written = yield* write(
    session,
    given,
    again === undefined || again.finished ? cap : again.ids.length,
  );
  const inWords = (candidate: Candidate): Found => ({
    target: candidate.ids.map((id) => model.targetWords[id] ?? ''),
    logProbability: candidate.logProbability,
    score: candidate.score,
    finished: candidate.finished,
  });
  return {
    unknown: words.flatMap((word, j) => (knows(model, word) ? [] : [j])),
    target: inWords(written).target,
    hypotheses: found.length === 0 ? [inWords(written)] : found.map(inWords),
    chosen,
    logProbability: written.logProbability,
    trace: closed(session.graph.trace(), written),
  };
}

/** How likely the word written at a step would have been, and the likeliest word, had the sentence been `words`. */
export interface Likelihood {
  readonly probability: number;
  readonly likeliest: string;
}

function likelihood(
  model: Model,
  words: readonly string[],
  target: readonly string[],
  t: number,
): Likelihood {
  const session = openSession(model, sourceIds(model, words));
  const ids = target.map((word) => (word === '' ? END : model.targetWords.indexOf(word)));
  let s = session.encoded.s;
  for (let step = 0; step < t; step++) s = decodeStep(session, s, ids[step - 1] ?? END, step, false).s;
  const { p } = decodeStep(session, s, ids[t - 1] ?? END, t);
  const cells = p === undefined ? [] : session.graph.read(p);
  return {
    probability: cells[ids[t] ?? END] ?? 0,
    likeliest: model.targetWords[largestPlaces(cells, 1)[0] ?? END] ?? '',
  };
}

/**
 * Counterfactuals: the same words written before step t (0-based), with each source word left out in turn. `target` holds the words
 * up to and including that of step t; '' stands for the end mark. Yields after each. Nothing is left of a one-word sentence: no entries then.
 */
export function* withoutEach(
  model: Model,
  words: readonly string[],
  target: readonly string[],
  t: number,
): Generator<void, { probability: number; without: Likelihood[] }> {
  const { probability } = likelihood(model, words, target, t);
  const without: Likelihood[] = [];
  for (let j = 0; j < words.length && words.length > 1; j++) {
    yield;
    without.push(
      likelihood(
        model,
        words.filter((_, at) => at !== j),
        target,
        t,
      ),
    );
  }
  return { probability, without };
}

/** Runs a generator to its end at once. */
export function finish<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
