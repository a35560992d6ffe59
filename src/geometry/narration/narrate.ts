/** @file narrate: what the narrator says where the reader stands, chosen by the numbers of the trace. */

import type { Cursor } from '../cursor.ts';
import { timelineGroups } from '../timelineModel.ts';
import { formulasOf } from './formulas.ts';
import type { Line, Narration, Question, Story, Without } from './narration.ts';
import { context } from './stages/context.ts';
import { embedding } from './stages/embedding.ts';
import { fixed } from './stages/fixed.ts';
import { gaussian } from './stages/gaussian.ts';
import { position } from './stages/position.ts';
import { backward, firstState, forward } from './stages/reading.ts';
import { score } from './stages/score.ts';
import { softmax } from './stages/softmax.ts';
import { state } from './stages/state.ts';
import { word } from './stages/word.ts';
import { say, stepAt, writtenNamed, type Step, type Told, type Values } from './step.ts';
import { tellWithout } from './without.ts';

/** The most questions that a step's numbers may add to those that always stand there. */
const CALLED = 3;

const stages: Readonly<Record<string, (step: Step) => Told>> = {
  embedding,
  forward,
  backward,
  'first-state': firstState,
  position,
  score,
  softmax,
  gaussian,
  context: (step) => (step.attention.weights === null ? fixed(step) : context(step)),
  state,
  word,
};

/** What is said at a place of a trace; null if the trace has no such step, or none of the stages that are known. */
export function narrate(story: Story, cursor: Cursor, mechanism: string): Narration | null {
  const group = timelineGroups(story.trace).find((one) => one.t === cursor.t - 1);
  const place = group?.marks.findIndex((mark) => mark.stage === cursor.at) ?? -1;
  const mark = group?.marks[place];
  const stage = stages[cursor.at];
  if (group === undefined || mark === undefined || stage === undefined) return null;
  const step = stepAt(story, cursor, mechanism);
  const { sentences, called, always } = stage(step);
  const asked = (list: readonly (Question | null)[]): Question[] => list.filter((one) => one !== null);
  const base = baseValues(step);
  return {
    stage: cursor.at,
    role: mark.role,
    place: place + 1,
    count: group.marks.length,
    title: withBase(base, say(`title.${cursor.at}`)),
    sentences: sentences.map((line) => withBase(base, line)),
    formulas: formulasOf(cursor.at, mechanism, step.n),
    questions: [...asked(called).slice(0, CALLED), ...asked(always)].map((one) => ({
      ...one,
      asked: withBase(base, one.asked),
      answer: one.answer.map((line) => withBase(base, line)),
    })),
  };
}

/** The answer to the counterfactual question at a target step, from what the worker found. */
export function narrateWithout(
  story: Story,
  cursor: Cursor,
  mechanism: string,
  found: Without,
): readonly Line[] {
  const step = stepAt(story, cursor, mechanism);
  const base = baseValues(step);
  return tellWithout(step, found).map((line) => withBase(base, line));
}

/** What every message of a step may name: the written word, the one before, places and counts. */
function baseValues(step: Step): Values {
  return {
    n: step.n,
    t: step.t + 1,
    before: step.t,
    mechanism: step.mechanism,
    ...(step.t < 0
      ? {}
      : { ...writtenNamed(step, 'word', step.t), ...writtenNamed(step, 'previous', step.t - 1) }),
  };
}

/** The line's own values come before those that every message may name. */
function withBase(base: Values, line: Line): Line {
  return { key: line.key, values: { ...base, ...line.values } };
}
