/** @file What is said while the decoder's state is updated. */

import type { Question } from '../narration.ts';
import {
  ask,
  cellIn,
  mostAt,
  say,
  sourceAt,
  stepAt,
  tensorAt,
  weightAt,
  writtenNamed,
  type Step,
  type Told,
} from '../step.ts';
import { cosineOf, largestFirst, lengthOf, meanOf } from '../vectors.ts';

/** A mean gate above this rewrites most of the state, one below 1 − it keeps most. */
const MOSTLY = 0.6;

/** s_t = (1 − z_t) ∘ s_{t−1} + z_t ∘ s̃_t */
export function state(step: Step): Told {
  const z = tensorAt(step, 'z', step.t, 'state');
  const width = step.attention.next?.values.length ?? 0;
  const about = { share: meanOf(z?.values ?? []), width };
  return {
    sentences: [say('state.all', about), say(step.t >= step.T ? 'state.last' : 'state.next')],
    called: [rewritten(step), parts(step), reset(step)],
    always: [chooses(step), unit(step), moved(step)],
  };
}

/** How open the update gate is over all numbers. */
function rewritten(step: Step): Question | null {
  const z = tensorAt(step, 'z', step.t, 'state');
  if (z === null) return null;
  const share = meanOf(z.values);
  const values = {
    share,
    kept: 1 - share,
    manner: share > MOSTLY ? 'rewrites' : share < 1 - MOSTLY ? 'keeps' : 'both',
    width: z.values.length,
    open: z.values.filter((value) => value > 0.9).length,
    shut: z.values.filter((value) => value < 0.1).length,
  };
  return ask('state.rewritten', values);
}

/** What speaks loudest in the candidate: the word before, the context or the old state. */
function parts(step: Step): Question | null {
  const [word, read] = [tensorAt(step, 'W_h_y'), tensorAt(step, 'C_h_c')];
  const [all, input] = [tensorAt(step, 'h_tilde_in', step.t, 'state'), tensorAt(step, 'x_h')];
  if (word === null || read === null || all === null || input === null) return null;
  const own = Array.from(all.values, (value, k) => value - (input.values[k] ?? 0));
  const lengths = { word: lengthOf(word.values), read: lengthOf(read.values), own: lengthOf(own) };
  const loudest = largestFirst(Object.values(lengths))[0] ?? 0;
  const values = {
    wordPart: lengths.word,
    readPart: lengths.read,
    ownPart: lengths.own,
    loudest: ['word', 'read', 'own'][loudest] ?? '',
  };
  return ask('state.parts', values);
}

/** How much of the old state the candidate sees. */
function reset(step: Step): Question | null {
  const r = tensorAt(step, 'r', step.t, 'state');
  if (r === null) return null;
  return ask('state.reset', { share: meanOf(r.values), width: r.values.length });
}

/** Which word this state helps to choose: not the one that is being written. */
function chooses(step: Step): Question {
  if (step.attention.weights === null) return ask('state.chooses');
  const most = mostAt(step, step.t + 1);
  const asksAgain = step.story.trace.stages.some((mark) => mark.t === step.t + 1);
  if (most < 0) return ask(asksAgain ? 'state.beforeEnd' : 'state.unused');
  const later = stepAt(step.story, { ...step.cursor, t: step.cursor.t + 1 }, step.mechanism);
  const values = {
    ...writtenNamed(step, 'next', step.t + 1),
    english: sourceAt(step, most),
    alpha: weightAt(later, most),
  };
  return ask('state.chooses', values, cellIn(later.attention.weights, most));
}

/** The number that changes most. */
function unit(step: Step): Question | null {
  const [from, to] = [step.attention.query, step.attention.next];
  const [z, candidate] = [tensorAt(step, 'z', step.t, 'state'), tensorAt(step, 'h_tilde', step.t, 'state')];
  if (from === null || to === null) return null;
  const k =
    largestFirst(Array.from(to.values, (value, at) => Math.abs(value - (from.values[at] ?? 0))))[0] ?? 0;
  const values = {
    number: k + 1,
    from: from.values[k] ?? 0,
    to: to.values[k] ?? 0,
    gate: z?.values[k] ?? 0,
    candidate: candidate?.values[k] ?? 0,
  };
  return ask('state.unit', values, cellIn(to, k));
}

/** How alike the state before and after are. */
function moved(step: Step): Question {
  const [from, to] = [step.attention.query?.values ?? [], step.attention.next?.values ?? []];
  const values = { cosine: cosineOf(from, to), fromLength: lengthOf(from), toLength: lengthOf(to) };
  return ask('state.moved', values);
}
