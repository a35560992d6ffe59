/** @file What is said while scores become weights. */

import { significant } from '../../numbers.ts';
import type { Question } from '../narration.ts';
import {
  ask,
  cellIn,
  mostAt,
  say,
  scoreAt,
  sourceAt,
  stepAt,
  twinsOf,
  weightAt,
  writtenNamed,
  type Step,
  type Told,
  type Values,
} from '../step.ts';
import { evenly } from '../vectors.ts';
import { without } from '../without.ts';

/** The larger of two weights is less than this many times the other: a close call. */
const CLOSE = 2;
/** The weights are spread as if evenly among so many words or more. */
const SPREAD = 2.5;
/** A weight that is worth a word. */
const NOTABLE = 0.08;
/** A step from one source word to the next that a reader would wonder about. */
const FAR = 3;
/** Past this the largest score is subtracted before the exponential: the numbers would be too large to read. */
const PLAIN = 20;

/** α_tj = exp(e_tj) / Σ_k exp(e_tk) */
export function softmax(step: Step): Told {
  const { j, order, attention } = step;
  const [top = 0, second = -1] = order;
  const sum = normaliser(step);
  const about = {
    n: step.seen,
    top: sourceAt(step, top),
    topWeight: weightAt(step, top),
    second: sourceAt(step, second),
    secondWeight: weightAt(step, second),
    also: second >= 0 && weightAt(step, second) >= NOTABLE ? 'yes' : 'no',
  };
  const own = {
    english: sourceAt(step, j),
    e: scoreAt(step, j),
    alpha: weightAt(step, j),
    ...sum,
    raised: significant(Math.exp(scoreAt(step, j) - sum.shift)),
  };
  return {
    sentences: [
      say(step.t >= step.T ? 'softmax.end' : 'softmax.all', { n: step.seen }),
      j < 0
        ? say('softmax.most', about)
        : say(attention.masked?.values[j] === -Infinity ? 'softmax.hidden' : 'softmax.one', own),
    ],
    called: [
      step.seen === 1 ? ask('softmax.single', about) : null,
      spread(step),
      unknown(step),
      win(step),
      ahead(step),
      shared(step),
      back(step),
      twice(step),
    ],
    always: [
      ask(
        'softmax.sum',
        { ...sum, ...about, raised: Math.exp(scoreAt(step, top) - sum.shift) },
        cellIn(attention.weights, top),
      ),
      exponential(step, sum.shift),
      without(step, 'softmax'),
    ],
  };
}

/** Σ exp(e_k − shift), where shift is 0 unless the scores are too large to read plainly. */
function normaliser(step: Step): {
  readonly shift: number;
  readonly shifted: string;
  readonly total: number;
  readonly n: number;
} {
  const scores = [...(step.attention.masked?.values ?? [])];
  const most = Math.max(...scores);
  const shift = Math.abs(most) > PLAIN ? most : 0;
  return {
    shift,
    shifted: shift === 0 ? 'no' : 'yes',
    total: scores.reduce((sum, e) => sum + Math.exp(e - shift), 0),
    n: step.seen,
  };
}

/** How many words are looked at, if they are many; and that the end's row is no alignment. */
function spread(step: Step): Question | null {
  const count = evenly(step.attention.weights?.values ?? []);
  if (step.t >= step.T) return ask('softmax.endRow', { count, n: step.seen });
  return count < SPREAD
    ? null
    : ask(
        'softmax.spread',
        { count, n: step.seen, ...pair(step) },
        cellIn(step.attention.weights, step.order[0] ?? -1),
      );
}

/** The two largest weights, with their words and scores. */
function pair(step: Step): Values & { readonly ratio: number } {
  const [a = 0, b = 0] = step.order;
  const gap = scoreAt(step, a) - scoreAt(step, b);
  return {
    a: sourceAt(step, a),
    b: sourceAt(step, b),
    aWeight: weightAt(step, a),
    bWeight: weightAt(step, b),
    aScore: scoreAt(step, a),
    bScore: scoreAt(step, b),
    aPlace: a + 1,
    bPlace: b + 1,
    same: sourceAt(step, a) === sourceAt(step, b) ? 'yes' : 'no',
    gap,
    ratio: Math.exp(gap),
  };
}

/** Why the first wins over the second, or why it hardly does. */
function win(step: Step): Question | null {
  const [a, b] = step.order;
  if (a === undefined || b === undefined) return null;
  const values = pair(step);
  const cells = [...cellIn(step.attention.scores, a), ...cellIn(step.attention.scores, b)];
  return ask(values.ratio < CLOSE ? 'softmax.close' : 'softmax.win', values, cells);
}

/** The most attended word is one that the model does not know. */
function unknown(step: Step): Question | null {
  const top = step.order[0] ?? -1;
  if (!step.story.unknown.includes(top)) return null;
  return ask(
    'softmax.unknown',
    { english: sourceAt(step, top), alpha: weightAt(step, top) },
    cellIn(step.attention.weights, top),
  );
}

/** The word that the next target word reads already has a notable weight: the state is a word ahead. */
function ahead(step: Step): Question | null {
  const next = mostAt(step, step.t + 1);
  const top = step.order[0] ?? -1;
  if (next < 0 || next === top || weightAt(step, next) < NOTABLE) return null;
  const later = stepAt(step.story, { ...step.cursor, t: step.cursor.t + 1 }, step.mechanism);
  const values = {
    ...writtenNamed(step, 'next', step.t + 1),
    english: sourceAt(step, next),
    alpha: weightAt(step, next),
    later: weightAt(later, next),
    top: sourceAt(step, top),
    topWeight: weightAt(step, top),
  };
  return ask('softmax.ahead', values, cellIn(step.attention.weights, next));
}

/** Two target words in a row read the same source word. */
function shared(step: Step): Question | null {
  const top = step.order[0] ?? -1;
  const [before, after] = [mostAt(step, step.t - 1), mostAt(step, step.t + 1)];
  if (step.t >= step.T || (before !== top && after !== top)) return null;
  const other = after === top ? step.t + 1 : step.t - 1;
  const values = {
    ...writtenNamed(step, 'other', other),
    english: sourceAt(step, top),
    later: other > step.t ? 'yes' : 'no',
  };
  return ask('softmax.shared', values, cellIn(step.attention.weights, top));
}

/** It looks back, or far ahead of the word before. */
function back(step: Step): Question | null {
  const [from, to] = [mostAt(step, step.t - 1), step.order[0] ?? -1];
  if (step.t >= step.T || from < 0 || (to >= from && to - from < FAR)) return null;
  const values = {
    from: sourceAt(step, from),
    fromPlace: from + 1,
    to: sourceAt(step, to),
    toPlace: to + 1,
    alpha: weightAt(step, to),
  };
  return ask(to < from ? 'softmax.back' : 'softmax.leap', values, cellIn(step.attention.weights, to));
}

/** The attended word stands somewhere else, too. */
function twice(step: Step): Question | null {
  const top = step.order[0] ?? -1;
  const twin = twinsOf(step, top)[0];
  if (twin === undefined) return null;
  const values = {
    twin: sourceAt(step, top),
    a: top + 1,
    b: twin + 1,
    aWeight: weightAt(step, top),
    bWeight: weightAt(step, twin),
    aScore: scoreAt(step, top),
    bScore: scoreAt(step, twin),
  };
  return ask('softmax.twice', values, [
    ...cellIn(step.attention.weights, top),
    ...cellIn(step.attention.weights, twin),
  ]);
}

/** Why e to the power of the score, and not the score itself. */
function exponential(step: Step, shift: number): Question {
  const low = step.order.at(-1) ?? 0;
  const values = {
    low: sourceAt(step, low),
    lowScore: scoreAt(step, low),
    lowRaised: significant(Math.exp(scoreAt(step, low) - shift)),
    lowWeight: weightAt(step, low),
    shifted: shift === 0 ? 'no' : 'yes',
    shift,
    sign: scoreAt(step, low) < 0 ? 'negative' : 'positive',
  };
  return ask('softmax.exponential', values, cellIn(step.attention.scores, low));
}
