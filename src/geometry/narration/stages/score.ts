/** @file What is said while the state is compared with each annotation. */

import { decimalsFor, roundedUnits } from '../../numbers.ts';
import type { Line, Question } from '../narration.ts';
import { productsOf, special } from '../scoreKinds.ts';
import {
  ask,
  cellIn,
  rowOf,
  say,
  scoreAt,
  sourceAt,
  tensorAt,
  twinsOf,
  type Step,
  type Told,
} from '../step.ts';
import { largestFirst, termsOf } from '../vectors.ts';

/** Scores closer than this are a close call: their weights differ by less than e to 1. */
const CLOSE = 1;

/** e_tj = score(s_{t−1}, h_j) */
export function score(step: Step): Told {
  const { j, attention } = step;
  const values = attention.scores?.values ?? new Float64Array(0);
  const order = largestFirst(values).filter((k) => attention.masked?.values[k] !== -Infinity);
  const [top = 0, low = 0] = [order[0], order.at(-1)];
  const about = {
    top: sourceAt(step, top),
    topScore: scoreAt(step, top),
    low: sourceAt(step, low),
    lowScore: scoreAt(step, low),
  };
  const shown = j < 0 ? top : j;
  return {
    sentences:
      j < 0
        ? [say('score.all', about), say('score.how', widths(step))]
        : [one(step), say('score.how', widths(step))],
    called:
      j < 0
        ? [close(step, order), twice(step, top), terms(step, shown), special(step, shown)]
        : [terms(step, j), special(step, j), close(step, order)],
    always: [
      compared(step, top),
      ask(
        'score.high',
        {
          ...about,
          gap: scoreAt(step, top) - scoreAt(step, low),
        },
        cellIn(attention.scores, top),
      ),
      ask('score.knows'),
      ask('score.differs'),
    ],
  };
}

/** The widths that the mechanism's own sentence names. */
function widths(step: Step): Record<string, number> {
  const keys = rowOf(tensorAt(step, 'h', -1), 0).length;
  return {
    state: step.attention.query?.values.length ?? 0,
    keys,
    inner: rowOf(tensorAt(step, 'sum'), 0).length,
  };
}

/** One score that is built alone. */
function one(step: Step): Line {
  const done = Array.from({ length: step.j + 1 }, (_, k) => scoreAt(step, k));
  const leader = largestFirst(done)[0] ?? 0;
  return say('score.one', {
    english: sourceAt(step, step.j),
    e: scoreAt(step, step.j),
    place: step.j + 1,
    best: leader !== step.j ? 'no' : step.j === 0 ? 'first' : 'yes',
    leader: sourceAt(step, leader),
    leaderScore: scoreAt(step, leader),
  });
}

function compared(step: Step, top: number): Question {
  return ask('score.compared', { ...widths(step), top: sourceAt(step, top), topScore: scoreAt(step, top) });
}

/** The race between the two highest scores. */
function close(step: Step, order: readonly number[]): Question | null {
  const [a, b] = order;
  if (a === undefined || b === undefined) return null;
  const gap = scoreAt(step, a) - scoreAt(step, b);
  const values = {
    a: sourceAt(step, a),
    b: sourceAt(step, b),
    aPlace: a + 1,
    bPlace: b + 1,
    same: sourceAt(step, a) === sourceAt(step, b) ? 'yes' : 'no',
    aScore: scoreAt(step, a),
    bScore: scoreAt(step, b),
    gap,
    ratio: Math.exp(gap),
  };
  return ask(gap < CLOSE ? 'score.close' : 'score.clear', values, [
    ...cellIn(step.attention.scores, a),
    ...cellIn(step.attention.scores, b),
  ]);
}

/** The same word at two places, of which one leads. */
function twice(step: Step, top: number): Question | null {
  const twin = twinsOf(step, top)[0];
  if (twin === undefined) return null;
  const values = {
    twin: sourceAt(step, top),
    a: top + 1,
    b: twin + 1,
    aScore: scoreAt(step, top),
    bScore: scoreAt(step, twin),
  };
  return ask('score.twice', values, [
    ...cellIn(step.attention.scores, top),
    ...cellIn(step.attention.scores, twin),
  ]);
}

/** Where the score of place j comes from, term by term. */
function terms(step: Step, j: number): Question | null {
  const list = productsOf(step, j);
  if (list.length === 0) return null;
  const { largest, up, ups, down, downs } = termsOf(list);
  // Both halves in the decimals of the shown score, so that they add up to it.
  const decimals = decimalsFor(scoreAt(step, j));
  const [upUnits = 0, downUnits = 0] = roundedUnits([up, down], up + down, decimals);
  const unit = 10 ** -decimals;
  const values = {
    english: sourceAt(step, j),
    e: scoreAt(step, j),
    count: list.length,
    largest: largest + 1,
    term: list[largest] ?? 0,
    up: upUnits * unit,
    ups,
    down: downUnits * unit,
    downs,
  };
  return ask('score.terms', values, cellIn(step.attention.scores, j));
}
