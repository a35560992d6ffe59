/** @file What a lesson is: a worked example as data. Its numbers, its worksheet, and its beats: what to set, where to look. No functions. */

import type { HandPage } from '../url/pages/hand.ts';

/** The six parts of every worked example, in order. */
export type Part = 'problem' | 'encoding' | 'scoring' | 'weighting' | 'context' | 'decoding';

/** A size that the reader may change: words, widths. Several tensors have it in common. */
export interface Size {
  readonly size: number;
  readonly least: number;
  readonly most: number;
}

/** A tensor, or an option, of the example's case file. */
export interface Given {
  readonly in: 'inputs' | 'params' | 'options';
  /** Its name in the case file, where several tensors of the lesson take turns under one. */
  readonly as?: string;
  /** The size along each axis by its name in `sizes`, `a+b` for two together; empty for a single number. */
  readonly axes: readonly string[];
  /** Row by row. */
  readonly data: readonly number[];
  /** What its numbers may be: any, above 0, or 0 and 1. */
  readonly kind?: 'positive' | 'switch';
  /** The scores that it belongs to, where the lesson has several. */
  readonly only?: readonly string[];
  /** Left out of the case file where all its numbers are these. */
  readonly unless?: number;
}

/** Where a row of the worksheet finds its numbers: made while reading, at the step of the beat, or at the step before. */
export type At = 'reading' | 'step' | 'before';

/** A row of the worksheet, from top to bottom. */
export interface Band {
  readonly id: string;
  readonly part: Part;
  /** The tensor's name in the trace. */
  readonly tensor: string;
  readonly at: At;
  /** Tells apart tensors of one name in one step. */
  readonly stage?: string;
  /** A vector or a number in every column, or one vector for all of them. */
  readonly place: 'columns' | 'whole';
  /** The axis that the columns count; j unless it is said. */
  readonly along?: string;
  /** Each column is multiplied by its number in this tensor: the terms of a weighted sum, which `of` is. */
  readonly times?: string;
  readonly of?: string;
  /** Shown in all parts, not in its own alone. */
  readonly always?: boolean;
  /** How it is drawn: heat cells; bars for weights; scores on their own scale. */
  readonly as?: 'vector' | 'score' | 'weight';
  /** What its numbers are about, where it is a list of words. */
  readonly labels?: 'outputs';
}

/** A number that a beat's sentences speak of. */
export interface Told {
  readonly band: string;
  /** The largest or smallest number, the column (or label) that has it, or the number in a column from 1. */
  readonly tell: 'largest' | 'smallest' | 'largestWord' | 'smallestWord' | 'second' | 'secondWord' | number;
  /** The step, where it is not the beat's own. */
  readonly t?: number;
}

/** One beat: what is set, where to look, what is written out, what can be changed. Its words stand under its id in the messages. */
export interface Beat {
  readonly id: string;
  readonly part: Part;
  /** The target step or row, from 1. */
  readonly t: number;
  /** The rows in the light; all rows up to the last of them are computed. */
  readonly look: readonly string[];
  /** The rows whose numbers are written out term by term. */
  readonly terms: readonly string[];
  /** The tensors and options that can be changed here. */
  readonly grids: readonly string[];
  /** Other numbers, or sizes (`size_S`), than the lesson's own, for this beat and where the reader has not changed them. */
  readonly set?: readonly HandPage['edits'][number][];
  /** Another mechanism or option of the case file, for this beat. */
  readonly mechanism?: string;
  readonly options?: Readonly<Record<string, string | number | boolean>>;
  /** The formula in TeX and in plain Unicode. */
  readonly formula?: { readonly tex: string; readonly plain: string };
  /** Values of the sentences. */
  readonly values?: Readonly<Record<string, Told>>;
  /** Whether the scores can be overridden, and the mask changed, here. */
  readonly override?: boolean;
  /** Sum of an output whose gradient with respect to a tensor is asked for too: how much each word matters to it. */
  readonly gradient?: { readonly of: string; readonly wrt: string };
  /** A further view of this beat. */
  readonly extra?: 'influence' | 'scaling' | 'shapes';
}

/** A worked example. */
export interface Lesson {
  readonly id: HandPage['lesson'];
  /** The id of its case files. */
  readonly mechanism: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
  readonly sizes: Readonly<Record<string, Size>>;
  /** The size that counts the columns. */
  readonly columns: string;
  /** The columns' words; further ones are numbered. */
  readonly words: readonly string[];
  /** The words of the steps or rows, where they are not the columns' own. */
  readonly targets?: readonly string[];
  /** What each number of the output is about. */
  readonly outputs?: readonly string[];
  readonly given: Readonly<Record<string, Given>>;
  readonly bands: readonly Band[];
  readonly beats: readonly Beat[];
  /** Some of its scores are equal on purpose. */
  readonly ties?: boolean;
  /** Where a number that nobody gave is drawn from: multiples of `step` between `from` and `to`. */
  readonly draw: { readonly from: number; readonly to: number; readonly step: number };
}
