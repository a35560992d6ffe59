/** @file What the narrator says about a step, as data: keys of the message catalogue with their values, chosen by the numbers. */

import type { Address } from '../../engine/explanation.ts';
import type { Trace } from '../../engine/trace.ts';
import type { SymbolRole } from '../symbol.ts';

/** A message of the narrator's catalogue by its key, and what its holes are filled with. */
export interface Line {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A formula with the place where it was published. */
export interface SourcedFormula {
  /** TeX with symbols coloured by `\htmlClass{role-weight}{…}`. */
  readonly tex: string;
  /** The same in plain Unicode, for speech and until it is set. */
  readonly plain: string;
  /** The key of the message that names the paper and the equation. */
  readonly source: string;
}

/** A question that a learner would ask at this step, with its answer. */
export interface Question {
  /** Tells the questions of a step apart. */
  readonly id: string;
  readonly asked: Line;
  readonly answer: readonly Line[];
  /** Numbers that the answer speaks of and that can be opened, most important first. */
  readonly cells: readonly Address[];
  /** The answer has to be computed first: what would be written without each source word in turn. */
  readonly computed?: 'without';
}

/** All that the narrator says at one place of a trace. */
export interface Narration {
  /** The stage's id. */
  readonly stage: string;
  /** Whose colour its name has; '' is ink. */
  readonly role: SymbolRole | '';
  /** Step `place` (from 1) of `count` in its group. */
  readonly place: number;
  readonly count: number;
  readonly title: Line;
  readonly sentences: readonly Line[];
  readonly formulas: readonly SourcedFormula[];
  /** At least three. */
  readonly questions: readonly Question[];
}

/** What is told: a finished trace and its words. The data of a scene will do. */
export interface Story {
  readonly trace: Trace;
  /** Source words as they are shown. */
  readonly source: readonly string[];
  /** Places (from 0) of source words that the model does not know. */
  readonly unknown: readonly number[];
  /** Target words as they are shown, without the end mark. */
  readonly target: readonly string[];
  /** The target vocabulary as it is shown, in the model's order. */
  readonly targetWords: readonly string[];
  /** Target steps (from 1) whose word the reader has forced. */
  readonly forced: readonly number[];
}

/** How likely the written word of one step would have been with each source word left out in turn: the worker's answer. */
export interface Without {
  /** p(word | the sentence as it stands) */
  readonly probability: number;
  /** One a source word: p(word | the sentence without it), and what would be the likeliest word then, as it is shown. */
  readonly without: readonly { readonly probability: number; readonly likeliest: string }[];
}
