/** @file The counterfactual question: what would be written if a source word were missing. Asked here, computed by the worker, told from its answer. */

import type { Line, Question, Story, Without } from './narration.ts';
import { ask, rounded, say, sourceAt, weightAt, type Step, type Values } from './step.ts';
import { largestFirst } from './vectors.ts';

/** A probability that falls by more than this has lost something that mattered. */
const MATTERS = 0.1;

/** The question at a stage; null where leaving a word out would leave nothing. */
export function without(step: Step, stage: string): Question | null {
  if (step.n < 2) return null;
  const top = step.order[0] ?? 0;
  const values = { english: sourceAt(step, top), alpha: weightAt(step, top) };
  return { ...ask(`${stage}.without`, values), answer: [], computed: 'without' };
}

/** What the worker found, as sentences: the word that is missed most, a second, and whether the largest weight was on it. */
export function tellWithout(step: Step, found: Without): readonly Line[] {
  const drops = found.without.map((one) => found.probability - one.probability);
  const order = largestFirst(drops);
  const [worst, next] = order;
  if (worst === undefined) return [];
  const top = step.order[0] ?? 0;
  const lines: Line[] = [];
  const matters = (j: number | undefined): j is number => j !== undefined && (drops[j] ?? 0) > MATTERS;
  lines.push(say(matters(worst) ? 'without.most' : 'without.none', lost(step, found, worst)));
  if (matters(next)) lines.push(say('without.also', lost(step, found, next)));
  if (step.attention.weights === null) return [...lines, say('without.how')];
  if (top === worst) lines.push(say('without.agrees', lost(step, found, top)));
  else lines.push(say(matters(top) ? 'without.partly' : 'without.disagrees', lost(step, found, top)));
  lines.push(say('without.how'));
  return lines;
}

/** One source word left out: what the written word would get, and what would be likeliest. */
function lost(step: Step, found: Without, j: number): Values {
  const one = found.without[j];
  return {
    english: sourceAt(step, j),
    alpha: weightAt(step, j),
    p: rounded(found.probability),
    after: rounded(one?.probability ?? 0),
    ...likeliest(step.story, one?.likeliest ?? ''),
    changes:
      one !== undefined && one.likeliest !== (step.story.target[step.t] ?? '') && !isEnd(step, one.likeliest)
        ? 'yes'
        : 'no',
  };
}

/** Whether the likeliest word is the end mark where the end mark was written. */
function isEnd(step: Step, shown: string): boolean {
  return step.t >= step.T && step.story.targetWords.indexOf(shown) === 2;
}

function likeliest(story: Story, shown: string): Values {
  const marks: Readonly<Record<number, string>> = { 0: 'padding', 1: 'unknown', 2: 'end' };
  return { likeliest: shown, likeliestMark: marks[story.targetWords.indexOf(shown)] ?? 'word' };
}
