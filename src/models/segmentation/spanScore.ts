/** @file How confident a model is in a phrase: forward and backward log-probability, divided by a slow function of its length. */

/** What the two models said of a phrase: log p(f | e) of its translation f, log q(e | f) of the way back. */
export interface Confidence {
  readonly logP: number;
  readonly logQ: number;
}

/** (log p(f | e) + log q(e | f)) / log(words + 1): the form used here, defined from one word on. */
export function spanScore({ logP, logQ }: Confidence, words: number): number {
  return (logP + logQ) / Math.log(words + 1);
}

/** (log p(f | e) + log q(e | f)) / log(words), as the paper has it; undefined for one word, where it divides by 0. */
export function paperScore({ logP, logQ }: Confidence, words: number): number | undefined {
  return words === 1 ? undefined : (logP + logQ) / Math.log(words);
}
