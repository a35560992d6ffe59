/** @file What an op is: one object that can be read for its value, its gradient and its explanation. */

import type { Explanation, Local } from './explanation.ts';
import type { Kernels } from './kernels/kernels.ts';
import type { Axes } from './tensor.ts';

/** A tensor's place in the heap. `at` is −1 for an inner tensor that this run does not keep. */
export interface Placed {
  readonly axes: Axes;
  readonly at: number;
}

/** What an op makes. The first output is its value; the others are inner tensors, which carry no gradient. */
export interface Output {
  readonly axes: Axes;
  /** The paper's symbol of an inner tensor. */
  readonly name?: string;
  /** Kept only in traces: neither the value nor the gradient needs it. */
  readonly traceOnly?: boolean;
}

/** JSON data, part of the record. */
export type Attribute = string | number | boolean | readonly string[] | readonly number[];
export type Attributes = Readonly<Record<string, Attribute>>;

/** One application of an op to placed tensors. */
export interface Site<A> {
  readonly kernels: Kernels;
  readonly inputs: readonly Placed[];
  readonly outputs: readonly Placed[];
  readonly attributes: A;
  /** Start of `scratch(...)` free elements. */
  readonly scratch: number;
}

/** Where gradients lie: that of the value, and those of the inputs (−1 where none is wanted); the latter are added to. */
export interface GradientSite {
  readonly output: number;
  readonly inputs: readonly number[];
}

/** A cell to be explained, with the means to look at shapes and values. */
export interface CellSite<A> {
  /** Which output, and which of its cells. */
  readonly output: number;
  readonly cell: number;
  readonly inputs: readonly Axes[];
  readonly outputs: readonly Axes[];
  readonly attributes: A;
  value(local: Local): number;
}

/**
 * An op. `forward` and `backward` bind a site once (shapes become loop nests) and return what is run each time;
 * all arithmetic goes through the site's kernels, so that one definition serves float64 traces and float32 training.
 */
export interface Op<A extends Attributes = Attributes> {
  readonly name: string;
  /** The outputs' axes from the inputs' axes. Throws, in the names that the paper gives to the inputs, where they do not fit. */
  outputs(inputs: readonly Axes[], attributes: A, names?: readonly string[]): readonly Output[];
  forward(site: Site<A>): () => void;
  backward(site: Site<A>, gradients: GradientSite): () => void;
  /** Elements of scratch memory that forward or backward need. */
  scratch?(inputs: readonly Axes[], attributes: A): number;
  /** How one cell was made from cells of the inputs and of the op's own other outputs. */
  explain(site: CellSite<A>): Explanation<Local>;
}
