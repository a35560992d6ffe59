/** @file How good translations and alignments are: exact match, token accuracy, BLEU-4, alignment error rate. */

type Tokens = readonly string[];

function checkLengths(outputs: readonly unknown[], references: readonly unknown[]): void {
  if (outputs.length !== references.length)
    throw new RangeError(
      `outputs has ${outputs.length} sentences and references has ${references.length}; as many were expected`,
    );
  if (outputs.length === 0) throw new RangeError('outputs is empty; at least one sentence was expected');
}

/**
 * The share of sentences that are right in every token.
 * @returns from 0 to 1.
 * @throws RangeError when the lists differ in length or are empty.
 */
export function exactMatch(outputs: readonly Tokens[], references: readonly Tokens[]): number {
  checkLengths(outputs, references);
  let right = 0;
  for (const [index, output] of outputs.entries()) {
    const reference = references[index] ?? [];
    if (output.length === reference.length && output.every((token, place) => token === reference[place]))
      right += 1;
  }
  return right / outputs.length;
}

/**
 * The share of places at which output and reference hold the same token; a place that only one of them has counts as wrong.
 * Σ matches / Σ max(length of output, length of reference), over the whole corpus.
 * @returns from 0 to 1.
 * @throws RangeError when the lists differ in length or are empty.
 */
export function tokenAccuracy(outputs: readonly Tokens[], references: readonly Tokens[]): number {
  checkLengths(outputs, references);
  let right = 0;
  let places = 0;
  for (const [index, output] of outputs.entries()) {
    const reference = references[index] ?? [];
    places += Math.max(output.length, reference.length);
    for (const [place, token] of output.entries()) if (token === reference[place]) right += 1;
  }
  return places === 0 ? 1 : right / places;
}

function countGrams(tokens: Tokens, n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let start = 0; start + n <= tokens.length; start += 1) {
    // Tokens hold no line feed, so that different n-grams have different keys.
    const gram = tokens.slice(start, start + n).join('\n');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** n-grams of an output that occur in a reference, each at most as often as in the reference that has most of it. */
function clippedMatches(output: Tokens, references: readonly Tokens[], n: number): number {
  const most = new Map<string, number>();
  for (const reference of references)
    for (const [gram, count] of countGrams(reference, n))
      most.set(gram, Math.max(count, most.get(gram) ?? 0));
  let matches = 0;
  for (const [gram, count] of countGrams(output, n)) matches += Math.min(count, most.get(gram) ?? 0);
  return matches;
}

/** The length of the reference that is closest to an output's; of two as close, the shorter. */
function closestLength(length: number, references: readonly Tokens[]): number {
  let closest = Infinity;
  for (const { length: other } of references) {
    const difference = Math.abs(other - length) - Math.abs(closest - length);
    if (difference < 0 || (difference === 0 && other < closest)) closest = other;
  }
  return closest;
}

/** BLEU with its parts. */
export interface Bleu {
  /** From 0 to 1. */
  readonly score: number;
  /** Modified precisions of 1- to 4-grams, p_n. */
  readonly precisions: readonly [number, number, number, number];
  /** BP: 1, or exp(1 − r / c) when the outputs are shorter than the references. */
  readonly brevityPenalty: number;
}

/**
 * Corpus BLEU-4: BP · exp(Σ_n ¼ ln p_n), with counts summed over the corpus, no smoothing; 0 when some p_n is 0
 * (Papineni, Roukos, Ward and Zhu 2002, section 2.3).
 * @param references for each output, one or more references.
 * @throws RangeError when the lists differ in length or are empty, or an output has no reference.
 */
export function bleu(outputs: readonly Tokens[], references: readonly (readonly Tokens[])[]): Bleu {
  checkLengths(outputs, references);
  const matches = [0, 0, 0, 0];
  const totals = [0, 0, 0, 0];
  let outputLength = 0;
  let referenceLength = 0;
  for (const [index, output] of outputs.entries()) {
    const own = references[index] ?? [];
    if (own.length === 0) throw new RangeError(`references ${index + 1} is empty; at least one was expected`);
    outputLength += output.length;
    referenceLength += closestLength(output.length, own);
    for (let n = 1; n <= 4; n += 1) {
      matches[n - 1] = (matches[n - 1] ?? 0) + clippedMatches(output, own, n);
      totals[n - 1] = (totals[n - 1] ?? 0) + Math.max(0, output.length - n + 1);
    }
  }
  const precision = (n: number): number => (matches[n - 1] ?? 0) / Math.max(1, totals[n - 1] ?? 0);
  const precisions = [precision(1), precision(2), precision(3), precision(4)] as const;
  const brevityPenalty =
    outputLength >= referenceLength ? 1 : Math.exp(1 - referenceLength / Math.max(1, outputLength));
  const mean = precisions.reduce((sum, p) => sum + Math.log(p) / 4, 0);
  return { score: precisions.includes(0) ? 0 : brevityPenalty * Math.exp(mean), precisions, brevityPenalty };
}

/** A link between a French token and an English word, places from 0. */
export type Link = readonly [t: number, j: number];

/** What alignments are judged by. */
export interface GoldAlignment {
  readonly sure: readonly Link[];
  /** Without the sure ones, or with them. */
  readonly possible: readonly Link[];
}

/**
 * The links of a weight matrix: each French token to the arg max of its weights (the first of equals).
 * @param alpha T × S, a row a French token; leave the end mark's row out.
 */
export function linksOf(alpha: readonly ArrayLike<number>[]): Link[] {
  return alpha.map((row, t) => {
    let best = 0;
    for (let j = 1; j < row.length; j += 1) if ((row[j] ?? -Infinity) > (row[best] ?? -Infinity)) best = j;
    return [t, best];
  });
}

/**
 * Alignment error rate, 1 − (|A ∩ S| + |A ∩ P|) / (|A| + |S|), its counts summed over the corpus; P is sure or possible
 * (Och and Ney 2003, section 3.3).
 * @param links A of each sentence, as `linksOf` gives them.
 * @returns from 0 to 1.
 * @throws RangeError when the lists differ in length or are empty.
 */
export function alignmentErrorRate(
  links: readonly (readonly Link[])[],
  gold: readonly GoldAlignment[],
): number {
  checkLengths(links, gold);
  let found = 0;
  let asked = 0;
  const key = ([t, j]: Link): string => `${t} ${j}`;
  for (const [index, own] of links.entries()) {
    const sure = new Set(gold[index]?.sure.map(key));
    const possible = new Set(gold[index]?.possible.map(key));
    asked += own.length + sure.size;
    for (const link of own) {
      const isSure = sure.has(key(link));
      if (isSure) found += 1;
      if (isSure || possible.has(key(link))) found += 1;
    }
  }
  return asked === 0 ? 0 : 1 - found / asked;
}
