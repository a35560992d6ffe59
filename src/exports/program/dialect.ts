/** @file What differs between the libraries that a program can be written for. */

import type { FunctionName } from '../../engine/kernels/kernels.ts';
import type { Code } from './code.ts';

/** Definitions that a program brings along where it needs them. */
export type HelperName =
  | 'sigmoid'
  | 'gelu'
  | 'softmax'
  | 'threshold'
  | 'sparsemax'
  | 'entmax15'
  | 'cross_entropy'
  | 'layer_norm'
  | 'gru'
  | 'gru_keep'
  | 'gru_after'
  | 'gru_after_keep'
  | 'over_time'
  | 'window'
  | 'draw';

export interface Helper {
  readonly text: string;
  readonly needs: readonly HelperName[];
}

export interface Dialect {
  readonly id: 'numpy' | 'torch';
  /** The name by which the library is called: `np`. */
  readonly module: string;
  /** The program's first lines. */
  readonly imports: readonly string[];
  /** `axis` or `dim`. */
  readonly axis: string;
  readonly concatenate: string;
  /** The largest along an axis: `.max` or `.amax`. */
  readonly largest: string;
  readonly helpers: Readonly<Record<HelperName, Helper>>;
  /** A literal array; `lines` is its nested list. */
  array(list: string): string;
  /** `x` with its axes in another order. */
  turned(x: string, order: string): string;
  /** As numbers that can index. */
  whole(x: string): string;
  /** The function of every cell of x; `constant` is already a text. Names of definitions that it calls are passed to `use`. */
  function(f: FunctionName, x: Code, constant: string, use: (helper: HelperName) => string): Code;
}
