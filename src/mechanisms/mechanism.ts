/** @file What a mechanism is: how a query is compared with what may be attended. All else (mask, softmax, reading) is shared. */

import type { Graph, Value } from '../engine/graph.ts';
import { findAxis, type Axes } from '../engine/tensor.ts';

/** A published source: what the formula on screen names. */
export interface Paper {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  readonly equation: string;
}

/** The widths that parameters' shapes depend on. */
export interface Widths {
  /** d_s: the query's width (axis m). */
  readonly query: number;
  /** d_h: the keys' width (axis n). */
  readonly key: number;
  /** a: the width of the comparison (axis a), where there is one. */
  readonly hidden: number;
  /** S_max: the longest memory, for mechanisms that learn a weight a place (axis j). */
  readonly longest: number;
}

export interface ParameterShape {
  /** The paper's symbol, without its index where that is a: W, U, v, W_p. */
  readonly name: string;
  readonly axes: Axes;
  /** May be left out; models are built without it. */
  readonly optional?: boolean;
  /** Only models have it: it makes what a case is given as an input. */
  readonly modelOnly?: boolean;
}

/** Parameters by their symbol. Throws for one that is not there unless it is optional. */
export type Parameters = Readonly<Record<string, Value>>;

/** What a score is computed from. Queries [m] or […, m]; keys [j, …, n]. */
export interface ScoreOperands {
  readonly query: Value;
  readonly keys: Value;
  readonly p: Parameters;
  /** What `prepare` made of the keys, once for all queries. */
  readonly prepared: Value;
}

/** Constants that the reader may change. */
export interface ScoreOptions {
  /** Replaces 1/√d in scaled products. */
  readonly scale?: number;
  /** β_t of content addressing, an input [i]. */
  readonly beta?: Value;
}

/** What every mechanism says about itself. */
export interface Described {
  readonly id: string;
  readonly paper: Paper;
}

/**
 * A way to score keys against a query. Axes: queries `m`, keys `j` and `n`, comparison `a`; any other axes (a batch, several queries `i`)
 * are carried along by name.
 */
export interface Mechanism extends Described {
  /** The constants that this score has a place for. */
  readonly takes?: readonly (keyof ScoreOptions)[];
  parameters(widths: Widths): readonly ParameterShape[];
  /** The part of the score that depends on the keys alone; the keys themselves if there is none. */
  prepare(graph: Graph, keys: Value, p: Parameters): Value;
  /** e […, j]. */
  score(graph: Graph, operands: ScoreOperands, options: ScoreOptions): Value;
}

/** The parameter of that symbol. Throws if the model has none. */
export function parameter(p: Parameters, name: string): Value {
  const value = p[name];
  if (value === undefined) throw new Error(`params: ${name} is missing`);
  return value;
}

/** The width that queries [m] and keys [n] have in common. Throws where they differ. */
export function equalWidths(query: Value, keys: Value): number {
  const [d_s, d_h] = [findAxis(query.axes, 'm')?.size, findAxis(keys.axes, 'n')?.size];
  if (d_s === undefined || d_s !== d_h)
    throw new Error(`inputs: s is ${d_s} wide and h is ${d_h}; expected equal widths (d_s = d_h)`);
  return d_s;
}
