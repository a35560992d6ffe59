/** @file What is said while the next word is chosen. */

import type { Question } from '../narration.ts';
import {
  ask,
  cellIn,
  likeliest,
  named,
  parameterOf,
  rounded,
  rowOf,
  say,
  sourceAt,
  tensorAt,
  weightAt,
  writtenAt,
  type Step,
  type Told,
  type Values,
} from '../step.ts';
import { largestFirst, lengthOf } from '../vectors.ts';
import { without } from '../without.ts';

const UNKNOWN = 1;
/** Above this a word is as good as certain. */
const SURE = 0.9;
/** A second word with so much is a rival. */
const RIVAL = 0.05;

/** p_t = softmax(W_out o_t + b_out) */
export function word(step: Step): Told {
  const { story, t, attention } = step;
  const top = likeliest(step, t);
  const written = writtenAt(step, t);
  const rival = top.find((one) => one.word !== written);
  const realRival = top.find((one) => one.word !== written && one.word !== UNKNOWN);
  const how = howChosen(step, written, top[0]?.word ?? written);
  const about = {
    p: rounded(attention.output?.values[written] ?? 0),
    ...named(story, 'rival', rival?.word ?? 0),
    rivalP: rival?.shown ?? 0,
    count: attention.output?.values.length ?? 0,
    own: written === top[0]?.word ? 'yes' : 'no',
  };
  const cells = [...cellIn(attention.output, written), ...cellIn(attention.output, rival?.word ?? -1)];
  return {
    sentences: [say('word.all', about), say(`word.${how}`, about)],
    called: [
      how === 'forced' || how === 'searched' ? ask(`word.why.${how}`, about, cells) : null,
      capped(step),
      rival?.word === UNKNOWN ? ask('word.noise', about, cellIn(attention.output, UNKNOWN)) : null,
      t >= step.T ? ask('word.stop', about, cells) : null,
      how === 'forced' ? null : certainty(about, cells),
      realRival === undefined ? null : logits(step, written, realRival.word),
    ],
    always: [decides(step), without(step, 'word'), proof(step), ask('word.limits', about)],
  };
}

/** Whether the model took its likeliest word, the reader chose, or beam search looked further than this word. */
function howChosen(
  { story, t, T }: Step,
  written: number,
  best: number,
): 'likeliest' | 'forced' | 'searched' {
  if (t < T && story.forced.includes(t + 1)) return 'forced';
  return written === best ? 'likeliest' : 'searched';
}

/** A sure word, a close call, or a doubtful one. */
function certainty(
  about: Values & { readonly p: number; readonly rivalP: number },
  cells: Question['cells'],
): Question {
  if (about.p >= SURE) return ask('word.sure', { ...about, rest: rounded(1 - about.p) }, cells);
  return ask(about.rivalP >= RIVAL ? 'word.close' : 'word.doubt', about, cells);
}

/** The translation was cut: no end mark came. */
function capped({ story, t, T, n }: Step): Question | null {
  if (t !== T - 1 || story.trace.stages.some((mark) => mark.group === 'end')) return null;
  return ask('word.capped', { words: T, n });
}

/** Why this word rather than the next likeliest: the difference of their logits. */
function logits(step: Step, a: number, b: number): Question | null {
  const [logit, weights, readout] = [
    tensorAt(step, 'logits'),
    parameterOf(step, 'W_out'),
    tensorAt(step, 'readout'),
  ];
  if (logit === null || weights === null || readout === null || a < 0) return null;
  const gap = (logit.values[a] ?? 0) - (logit.values[b] ?? 0);
  const [rowA, rowB] = [rowOf(weights, a), rowOf(weights, b)];
  const parts = Array.from(readout.values, (value, r) => ((rowA[r] ?? 0) - (rowB[r] ?? 0)) * value);
  const r = largestFirst(parts.map(Math.abs))[0] ?? 0;
  const values = {
    ...named(step.story, 'rival', b),
    a: logit.values[a] ?? 0,
    b: logit.values[b] ?? 0,
    gap,
    ratio: Math.exp(gap),
    number: r + 1,
    part: parts[r] ?? 0,
    width: parts.length,
  };
  return ask('word.logits', values, [...cellIn(logit, a), ...cellIn(logit, b)]);
}

/** Three things decide, each through its own matrix: how large their parts are. */
function decides(step: Step): Question {
  const length = (name: string): number => lengthOf(tensorAt(step, name)?.values ?? []);
  const lengths = [length('W_o_c_n'), length('W_o_s_m'), length('W_o_y_y')];
  const values = {
    read: lengths[0] ?? 0,
    asked: lengths[1] ?? 0,
    said: lengths[2] ?? 0,
    loudest: ['read', 'asked', 'said'][largestFirst(lengths)[0] ?? 0] ?? '',
    width: tensorAt(step, 'readout')?.values.length ?? 0,
  };
  return ask('word.decides', values);
}

/** Whether the weights say why. */
function proof(step: Step): Question | null {
  if (step.attention.weights === null) return null;
  const top = step.order[0] ?? 0;
  return ask(
    'word.proof',
    { english: sourceAt(step, top), alpha: weightAt(step, top) },
    cellIn(step.attention.weights, top),
  );
}
