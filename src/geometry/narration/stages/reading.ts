/** @file What is said while the sentence is read, from the left and from the right. */

import type { Question } from '../narration.ts';
import {
  ask,
  cellIn,
  mostAt,
  rowOf,
  say,
  sourceAt,
  tensorAt,
  twinsOf,
  weightAt,
  writtenNamed,
  stepAt,
  type Step,
  type Told,
} from '../step.ts';
import { cosineOf, distanceOf, largestFirst, meanOf } from '../vectors.ts';
import { alikePair } from './embedding.ts';

/** h⃗_j from h⃗_{j−1} and x_j */
export function forward(step: Step): Told {
  const { n, j } = step;
  const states = tensorAt(step, 'h_forward');
  const width = rowOf(states, 0).length;
  const z = tensorAt(step, 'z', -1, 'forward');
  const about = { first: sourceAt(step, 0), last: sourceAt(step, n - 1), width };
  return {
    sentences: [
      j < 0
        ? say('forward.all', about)
        : say('forward.one', { english: sourceAt(step, j), place: j + 1, share: meanOf(rowOf(z, j)), width }),
    ],
    called: [
      twins('forward.twice', step, (k) => rowOf(states, k)),
      moved('forward.most', step, (k) => distanceOf(rowOf(states, k), k === 0 ? [] : rowOf(states, k - 1))),
    ],
    always: [gate(step), ask('forward.blind', about), forgotten(step)],
  };
}

/** h⃖_j from h⃖_{j+1} and x_j; h_j = [h⃗_j ; h⃖_j] */
export function backward(step: Step): Told {
  const { n, j } = step;
  const [right, both] = [tensorAt(step, 'h_backward'), tensorAt(step, 'h')];
  const width = rowOf(right, 0).length;
  const all = rowOf(both, 0).length;
  const z = tensorAt(step, 'z', -1, 'backward');
  const about = { first: sourceAt(step, 0), last: sourceAt(step, n - 1), width, all };
  const pair = alikePair(step, (k) => rowOf(both, k));
  return {
    sentences: [
      j < 0
        ? say('backward.all', about)
        : say('backward.one', {
            english: sourceAt(step, j),
            place: j + 1,
            share: meanOf(rowOf(z, j)),
            ...about,
          }),
    ],
    called: [
      twins('backward.twice', step, (k) => rowOf(both, k)),
      pair === null
        ? null
        : ask('backward.alike', {
            a: sourceAt(step, pair.a),
            b: sourceAt(step, pair.b),
            cosine: pair.cosine,
          }),
    ],
    always: [ask('backward.why', about), prepared(step), used(step)],
  };
}

/** s_0 = tanh(W_s h⃖_1) */
export function firstState(step: Step): Told {
  const { n, T, story } = step;
  const s = tensorAt(step, 's', -1);
  const from = tensorAt(step, 'h_backward') ?? tensorAt(step, 'h_forward');
  const first = stepAt(story, { t: 1, at: 'softmax', cell: 0 }, step.mechanism);
  const most = first.attention.most;
  const values = [...(s?.values ?? [])];
  const all = rowOf(tensorAt(step, 'h'), 0).length;
  const about = {
    first: sourceAt(step, 0),
    last: sourceAt(step, n - 1),
    width: rowOf(from, 0).length,
    state: values.length,
    least: Math.min(...values),
    greatest: Math.max(...values),
    all,
    numbers: n * all,
  };
  return {
    sentences: [say('first.state', about)],
    called: [
      most < 0 || T === 0
        ? null
        : ask(
            'first.use',
            {
              ...writtenNamed(first, 'next', 0),
              english: sourceAt(step, most),
              alpha: weightAt(first, most),
            },
            cellIn(first.attention.weights, most),
          ),
    ],
    always: [
      ask('first.from', about, cellIn(s, largestFirst(values.map(Math.abs))[0] ?? -1)),
      ask('first.why', about),
      ask('first.alone', about),
    ],
  };
}

/** The first word that stands twice: how alike its two places are. */
function twins(id: string, step: Step, vector: (j: number) => ArrayLike<number>): Question | null {
  const a = step.story.source.findIndex((_, k) => twinsOf(step, k).length > 0);
  const b = twinsOf(step, a)[0];
  if (a < 0 || b === undefined) return null;
  const values = { twin: sourceAt(step, a), a: a + 1, b: b + 1, cosine: cosineOf(vector(a), vector(b)) };
  return ask(id, values);
}

/** Which word moves the reader's state most, and which least. */
function moved(id: string, step: Step, by: (j: number) => number): Question | null {
  if (step.n < 3) return null;
  const steps = step.story.source.map((_, j) => by(j));
  const order = largestFirst(steps);
  const [most = 0, least = 0] = [order[0], order.at(-1)];
  return ask(id, {
    most: sourceAt(step, most),
    mostBy: steps[most] ?? 0,
    mostPlace: most + 1,
    least: sourceAt(step, least),
    leastBy: steps[least] ?? 0,
    leastPlace: least + 1,
  });
}

/** What the update gate of the left-to-right reader does, at the words where it is most and least open. */
function gate(step: Step): Question {
  const z = tensorAt(step, 'z', -1, 'forward');
  const means = step.story.source.map((_, j) => meanOf(rowOf(z, j)));
  const order = largestFirst(means);
  const [open = 0, shut = 0] = [order[0], order.at(-1)];
  return ask('forward.gate', {
    width: rowOf(z, 0).length,
    open: sourceAt(step, open),
    openShare: means[open] ?? 0,
    shut: sourceAt(step, shut),
    shutShare: means[shut] ?? 0,
  });
}

/** How much of the first state is left in the last. */
function forgotten(step: Step): Question {
  const states = tensorAt(step, 'h_forward');
  const width = rowOf(states, 0).length;
  const last = step.n - 1;
  return ask('forward.forgets', {
    first: sourceAt(step, 0),
    last: sourceAt(step, last),
    width,
    cosine: cosineOf(rowOf(states, 0), rowOf(states, last)),
  });
}

/** The part of the scores that is computed once for all target words. */
function prepared(step: Step): Question {
  const Uh = tensorAt(step, 'Uh') ?? tensorAt(step, 'Wh');
  return ask('backward.prepared', { width: rowOf(Uh, 0).length, steps: step.T });
}

/** What the annotations are used for, at a target word that looks sharply. */
function used(step: Step): Question | null {
  if (step.T === 0) return null;
  const looks = Array.from({ length: step.T }, (_, t) =>
    stepAt(step.story, { t: t + 1, at: 'softmax', cell: 0 }, step.mechanism),
  );
  const sharpest = largestFirst(looks.map((look) => weightAt(look, look.attention.most)))[0] ?? 0;
  const look = looks[sharpest];
  const most = mostAt(step, sharpest);
  if (look === undefined || most < 0) return null;
  return ask(
    'backward.used',
    { ...writtenNamed(look, 'later', sharpest), english: sourceAt(step, most), alpha: weightAt(look, most) },
    cellIn(look.attention.weights, most),
  );
}
