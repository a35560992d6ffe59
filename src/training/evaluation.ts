/** @file The table of a translation model: exact match, token accuracy, BLEU and alignment error on held-out sentences, decoded greedily. */

import type { Trace } from '../engine/trace.ts';
import { cellsOf } from '../engine/trace.ts';
import type { Model } from '../models/seq2seq/model.ts';
import { finish, translate } from '../models/seq2seq/translate.ts';
import {
  alignmentErrorRate,
  bleu,
  exactMatch,
  linksOf,
  tokenAccuracy,
} from '../tasks/translation/metrics.ts';
import type { Example } from '../tasks/translation/realise.ts';
import { heldOut, lengthBuckets, unseenPairs } from '../tasks/translation/splits.ts';
import { otherWordsRight, withUnknownNoun } from '../tasks/translation/unknownNoun.ts';
import { Random } from '../lib/random.ts';

/** A named set of sentences with their gold translations and alignments. */
export interface EvaluationSet {
  readonly name: string;
  readonly examples: readonly Example[];
}

/** One row of the table; shares are between 0 and 1. */
export interface EvaluationRow {
  readonly set: string;
  readonly sentences: number;
  readonly exact: number;
  readonly tokens: number;
  readonly bleu: number;
  /** Left out where the model attends nothing. */
  readonly aer?: number;
  /** Sentences at which decoding reached its length cap. */
  readonly capped: number;
}

/** The sets of the table: each length bucket, and pairs of words never seen together in training. `size` sentences each. */
export function evaluationSets(size: number): EvaluationSet[] {
  return [
    ...lengthBuckets.map((range) => ({
      name: `${range[0]}–${range[1]}`,
      examples: heldOut(range, size, 1, 'test'),
    })),
    { name: 'unseen pairs', examples: unseenPairs(size, 1) },
  ];
}

/** The weights of every written word, [T][S], without the end mark's row. */
export function alphaRows(trace: Trace): number[][] {
  return trace.tensors
    .filter((tensor) => tensor.name === 'alpha' && trace.stages[tensor.stage]?.group === 'word')
    .map((tensor) => [...cellsOf(trace, tensor)]);
}

/**
 * Translates a set and judges it. The alignment is judged on the gold translation: where the model wrote another, it is made to write the
 * gold one, so that links can be compared word by word.
 */
export function evaluateSet(
  model: Model,
  { name, examples }: EvaluationSet,
  tick: () => void = () => undefined,
): EvaluationRow {
  const outputs: string[][] = [];
  const links = [];
  let capped = 0;
  for (const { source, target } of examples) {
    const made = finish(translate(model, source));
    outputs.push([...made.target]);
    if (made.hypotheses[0]?.finished === false) capped += 1;
    const right = made.target.join(' ') === target.join(' ');
    const judged = right
      ? made
      : finish(translate(model, source, { forced: target.map((word, t) => ({ t, word })) }));
    links.push(linksOf(alphaRows(judged.trace).slice(0, target.length)));
    tick();
  }
  const gold = examples.map(({ target }) => target);
  return {
    set: name,
    sentences: examples.length,
    exact: exactMatch(outputs, gold),
    tokens: tokenAccuracy(outputs, gold),
    bleu: bleu(
      outputs,
      gold.map((target) => [target]),
    ).score,
    ...(model.mechanism.reads === 'forward' ? {} : { aer: alignmentErrorRate(links, [...examples]) }),
    capped,
  };
}

/** Share of `count` held-out sentences with one noun made unknown in which every word that does not depend on that noun comes out right. */
export function unknownNounShare(model: Model, count: number, tick: () => void = () => undefined): number {
  const random = new Random(1);
  let [right, tried] = [0, 0];
  for (let seed = 1; tried < count; seed++) {
    for (const { source } of heldOut([4, 20], count, seed, 'test')) {
      if (tried === count) break;
      const one = withUnknownNoun(random, source);
      if (one === undefined) continue;
      tried += 1;
      if (otherWordsRight(one, [...finish(translate(model, one.source)).target])) right += 1;
      tick();
    }
  }
  return right / count;
}
