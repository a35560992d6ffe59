/** @file The likeliest words of one step, with their probabilities. */

import type { Trace } from '../engine/trace.ts';
import { attentionAt } from './attention.ts';
import { sumTexts } from './numbers.ts';

/** One word of the vocabulary and how likely it is. */
export interface Likely {
  /** Its number in the target vocabulary. */
  readonly word: number;
  readonly probability: number;
  readonly text: string;
}

export interface DistributionModel {
  /** The tensor of all probabilities; −1 if the trace has none. */
  readonly tensor: number;
  readonly top: readonly Likely[];
  /** How many words are left, and their probability together. */
  readonly others: number;
  readonly rest: number;
  readonly restText: string;
}

/** The `count` likeliest words of target step `t` (from 0) and all others together; what is shown adds up to 1. */
export function distributionModel(trace: Trace, t: number, count: number): DistributionModel {
  const output = attentionAt(trace, t).output;
  if (output === null) return { tensor: -1, top: [], others: 0, rest: 0, restText: '' };
  const order = Array.from(output.values, (_, word) => word).sort(
    (a, b) => (output.values[b] ?? 0) - (output.values[a] ?? 0) || a - b,
  );
  const shown = order.slice(0, count);
  const probabilities = shown.map((word) => output.values[word] ?? 0);
  const rest = order.slice(count).reduce((sum, word) => sum + (output.values[word] ?? 0), 0);
  const texts = sumTexts(
    [...probabilities, rest],
    probabilities.reduce((sum, p) => sum + p, rest),
    3,
  ).parts;
  const text = (k: number): string => texts[k] ?? '';
  return {
    tensor: output.tensor.id,
    top: shown.map((word, k) => ({ word, probability: probabilities[k] ?? 0, text: text(k) })),
    others: order.length - shown.length,
    rest,
    restText: text(shown.length),
  };
}
