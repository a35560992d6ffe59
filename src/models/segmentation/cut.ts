/** @file Cutting a sentence into phrases: dynamic programming over spans with a score each (Pouget-Abadie 2014). */

/** The score of the span from word `from` (from 0) up to but without word `to`; undefined where it may not be a phrase. */
export type SpanScores = (from: number, to: number) => number | undefined;

/** How the best cut of the first `to` words was found. */
export interface CutStep {
  readonly to: number;
  /** Every last phrase that was tried: where it begins, its own score, and the sum with the best cut of all before it. */
  readonly tried: readonly { readonly from: number; readonly score: number; readonly sum: number }[];
  /** The largest sum; −∞ if these words cannot be cut. */
  readonly best: number;
  /** Where the last phrase of that cut begins: the back-pointer; −1 if there is none. */
  readonly back: number;
}

/** The best cut, and how it was found. */
export interface Cut {
  /** One a word: the best cut of the sentence up to it. */
  readonly steps: readonly CutStep[];
  readonly best: number;
  /** The phrases from left to right; empty if the sentence cannot be cut into spans with a score. */
  readonly phrases: readonly { readonly from: number; readonly to: number }[];
}

/**
 * The cut of `length` words whose phrases' scores have the largest sum:
 * best(0) = 0, best(to) = max over from of best(from) + score(from, to). Of equal sums the one whose last phrase is longest is taken.
 */
export function bestCut(length: number, score: SpanScores): Cut {
  const steps: CutStep[] = [];
  for (let to = 1; to <= length; to++) {
    const tried: { from: number; score: number; sum: number }[] = [];
    let [best, back] = [-Infinity, -1];
    for (let from = 0; from < to; from++) {
      const own = score(from, to);
      const before = from === 0 ? 0 : (steps[from - 1]?.best ?? -Infinity);
      if (own === undefined || before === -Infinity) continue;
      const sum = before + own;
      tried.push({ from, score: own, sum });
      if (sum > best) [best, back] = [sum, from];
    }
    steps.push({ to, tried, best, back });
  }
  const phrases: { from: number; to: number }[] = [];
  for (let to = length; to > 0;) {
    const back = steps[to - 1]?.back ?? -1;
    if (back < 0) return { steps, best: -Infinity, phrases: [] };
    phrases.unshift({ from: back, to });
    to = back;
  }
  return { steps, best: steps.at(-1)?.best ?? 0, phrases };
}
