/** @file One step of a story as the narrator sees it: the words around it, its weights, and how numbers are named. */

import type { Address } from '../../engine/explanation.ts';
import { attentionAt, cells, lengthsOf, type Attention, type Cells } from '../attention.ts';
import type { Cursor } from '../cursor.ts';
import { distributionModel } from '../distributionModel.ts';
import { largestFirst } from './vectors.ts';
import type { Line, Question, Story } from './narration.ts';

/** What fills the holes of messages. */
export type Values = Line['values'];

/** The numbers of the marks in every target vocabulary. */
const marks: Readonly<Record<number, string>> = { 0: 'padding', 1: 'unknown', 2: 'end' };
const END = 2;

/** As many words as may be told apart one by one. */
const LISTED = 6;

/** One step. */
export interface Step {
  readonly story: Story;
  readonly cursor: Cursor;
  readonly mechanism: string;
  /** The target step from 0; −1 while reading. */
  readonly t: number;
  /** How many source and target words there are. */
  readonly n: number;
  readonly T: number;
  /** The source place from 0 that is computed alone; −1 for the whole step. */
  readonly j: number;
  readonly attention: Attention;
  /** Source places that are looked at, by weight, largest first; empty while reading, and where nothing is attended. */
  readonly order: readonly number[];
  /** How many places are looked at: all, or those in a window. */
  readonly seen: number;
}

/** The step where the cursor stands. */
export function stepAt(story: Story, cursor: Cursor, mechanism: string): Step {
  const { source: n, target: T } = lengthsOf(story.trace);
  const t = cursor.t - 1;
  const made = attentionAt(story.trace, t);
  // Where a Gaussian follows, the softmax has weights of its own.
  const attention =
    cursor.at === 'softmax' && made.aligned !== null ? { ...made, weights: made.aligned } : made;
  const shown = (j: number): boolean => attention.masked?.values[j] !== -Infinity;
  const order = attention.weights === null ? [] : largestFirst(attention.weights.values).filter(shown);
  const j = Math.min(cursor.cell, n) - 1;
  return { story, cursor, mechanism, t, n, T, j, attention, order, seen: order.length };
}

/** The source word at a place (from 0). */
export function sourceAt({ story }: Step, j: number): string {
  return story.source[j] ?? '';
}

/** The weight of a place in three decimals. */
export function weightAt({ attention }: Step, j: number): number {
  return rounded(attention.weights?.values[j] ?? 0);
}

/** The score of a place. */
export function scoreAt({ attention }: Step, j: number): number {
  return attention.scores?.values[j] ?? 0;
}

/** The source place with the largest weight at another target step (from 0); −1 if there is none such. */
export function mostAt({ story, T }: Step, t: number): number {
  return t < 0 || t >= T ? -1 : attentionAt(story.trace, t).most;
}

/** The number in the vocabulary of the word that was written at target step t (from 0); −1 if it cannot be told. */
export function writtenAt({ story, T }: Step, t: number): number {
  if (t >= T) return END;
  const read = cells(story.trace, 'y_id', t + 1)?.values[0];
  return read ?? story.targetWords.indexOf(story.target[t] ?? '');
}

/** A word of the target vocabulary as two values: `name` is how it is shown, `nameMark` says whether it is a mark. */
export function named(story: Story, name: string, word: number): Values {
  return { [name]: story.targetWords[word] ?? '', [`${name}Mark`]: marks[word] ?? 'word' };
}

/** The word written at step t (from 0) as two values; the start before the first word. */
export function writtenNamed(step: Step, name: string, t: number): Values {
  if (t < 0) return { [name]: '', [`${name}Mark`]: 'start' };
  if (t >= step.T) return { [name]: '', [`${name}Mark`]: 'end' };
  const mark = marks[writtenAt(step, t)] ?? 'word';
  return { [name]: step.story.target[t] ?? '', [`${name}Mark`]: mark };
}

/** Probabilities of a step, likeliest word first; `shown` is in three decimals. */
export function likeliest(
  step: Step,
  t: number,
): readonly { readonly word: number; readonly shown: number }[] {
  return distributionModel(step.story.trace, t, LISTED).top.map(({ word, probability }) => ({
    word,
    shown: rounded(probability),
  }));
}

/** A share in three decimals. */
export function rounded(p: number): number {
  return Math.round(p * 1000) / 1000;
}

/** Other places of the same source word. */
export function twinsOf(step: Step, j: number): number[] {
  return step.story.source.flatMap((word, k) => (k !== j && word === sourceAt(step, j) ? [k] : []));
}

/** A tensor of the step's own target word, or of reading with t = −1. */
export function tensorAt(step: Step, name: string, t = step.t, stage?: string): Cells | null {
  return cells(step.story.trace, name, t, stage);
}

/** A parameter. */
export function parameterOf(step: Step, name: string): Cells | null {
  return cells(step.story.trace, name, -1);
}

/** Row j of a tensor whose first axis counts source words. */
export function rowOf(found: Cells | null, j: number): Float64Array {
  const count = found?.tensor.axes[0]?.size ?? 0;
  if (found === null || count === 0 || j < 0) return new Float64Array(0);
  const width = found.values.length / count;
  return found.values.subarray(j * width, (j + 1) * width);
}

/** The address of a cell, in a list that is empty if there is no such tensor. */
export function cellIn(found: Cells | null, cell: number): Address[] {
  return found === null || cell < 0 || cell >= found.values.length ? [] : [{ tensor: found.tensor.id, cell }];
}

/** A sentence. */
export function say(key: string, values: Values = {}): Line {
  return { key, values };
}

/** A question: its messages are `id.ask` and `id.answer`; what else is answered follows. */
export function ask(
  id: string,
  values: Values = {},
  cells: readonly Address[] = [],
  more: readonly Line[] = [],
): Question {
  return { id, asked: say(`${id}.ask`, values), answer: [say(`${id}.answer`, values), ...more], cells };
}

/** What a stage says: sentences, questions that its numbers call for (most telling first), and questions that always stand there. */
export interface Told {
  readonly sentences: readonly Line[];
  readonly called: readonly (Question | null)[];
  readonly always: readonly (Question | null)[];
}
