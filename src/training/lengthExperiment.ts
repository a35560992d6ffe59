/** @file The experiment "length": what each mechanism is trained with, and how its translations fare as sentences grow. */

import { segment, type ModelPair } from '../models/segmentation/segment.ts';
import type { Model } from '../models/seq2seq/model.ts';
import { finish, translate } from '../models/seq2seq/translate.ts';
import { bleu, exactMatch, tokenAccuracy } from '../tasks/translation/metrics.ts';
import type { Example } from '../tasks/translation/realise.ts';
import { heldOut, type LengthRange } from '../tasks/translation/splits.ts';
import { defaultSettings, type TrainingSettings } from './settings.ts';

/** The mechanisms that are compared, in the order of the runs and of the chart. */
export const comparedMechanisms = [
  'none',
  'additive',
  'dot',
  'general',
  'concat',
  'location',
  'local-m',
  'local-p',
] as const;

/** What the experiment runs for each seed: the mechanisms, and the first of them once more in phrases. */
export const experimentRuns: readonly string[] = [...comparedMechanisms, 'segmentation'];

/** The lengths that are tested, in English words; training stops at `longestTrained`. */
export const testedRanges: readonly LengthRange[] = [
  [3, 5],
  [6, 10],
  [11, 15],
  [16, 20],
  [21, 25],
  [26, 30],
  [31, 35],
  [36, 40],
];

/** The longest sentences of training, in English words. */
export const longestTrained = 20;

/** Every model has this many parameters, within `budgetTolerance` of it: the read-out's width is fitted. */
export const parameterBudget = 105_000;
export const budgetTolerance = 0.02;

/** The settings that all runs share; the width of the read-out is fitted to the budget. */
export function lengthSettings(mechanism: string, seed: number, readout: number): TrainingSettings {
  return {
    ...defaultSettings,
    mechanism,
    seed,
    batch: 64,
    steps: 5500,
    longest: longestTrained,
    dropout: 0.1,
    widths: { ...defaultSettings.widths, readout },
  };
}

/**
 * The width of the read-out at which a model's parameters are nearest to the budget. `count` tells the parameters at a width: a straight
 * line, so two widths tell all others.
 * @throws RangeError when no width comes within the tolerance.
 */
export function fittedReadout(count: (readout: number) => number): number {
  const slope = count(2) - count(1);
  const width = Math.max(1, Math.round((parameterBudget - count(1)) / slope) + 1);
  const made = count(width);
  if (Math.abs(made - parameterBudget) > budgetTolerance * parameterBudget) {
    throw new RangeError(
      `parameters: ${made} with a read-out of ${width}; expected within ${100 * budgetTolerance} % of ${parameterBudget}`,
    );
  }
  return width;
}

/** How the sentences of one range of lengths came out; shares are between 0 and 1. */
export interface RangeResult {
  readonly from: number;
  readonly to: number;
  readonly sentences: number;
  readonly exact: number;
  readonly tokens: number;
  readonly bleu: number;
  /** Sentences at which decoding reached its length cap. */
  readonly capped: number;
  /** A digit a sentence, in the order of `testSentences`: 1 where every word is right. */
  readonly right: string;
}

/** The held-out sentences of a range: the same for every model and every seed of training. */
export function testSentences(range: LengthRange, count: number): Example[] {
  return heldOut(range, count, 1, 'test');
}

/** What a model made of a sentence. */
export interface Output {
  readonly words: readonly string[];
  readonly capped: boolean;
}

/** Judges outputs against the gold translations. */
export function judge(
  [from, to]: LengthRange,
  examples: readonly Example[],
  outputs: readonly Output[],
): RangeResult {
  const words = outputs.map((output) => output.words);
  const gold = examples.map(({ target }) => target);
  return {
    from,
    to,
    sentences: examples.length,
    exact: exactMatch(words, gold),
    tokens: tokenAccuracy(words, gold),
    bleu: bleu(
      words,
      gold.map((target) => [target]),
    ).score,
    capped: outputs.filter(({ capped }) => capped).length,
    right: words.map((output, k) => (exactMatch([output], [gold[k] ?? []]) === 1 ? '1' : '0')).join(''),
  };
}

/** Translates the first `count` held-out sentences of every tested range, and judges what comes out. */
export function resultsByLength(
  translated: (source: readonly string[]) => Output,
  count: number,
): RangeResult[] {
  return testedRanges.map((range) => {
    const examples = testSentences(range, count);
    return judge(
      range,
      examples,
      examples.map(({ source }) => translated(source)),
    );
  });
}

/** A sentence as a model translates it greedily, in float64. */
export function translatedBy(model: Model): (source: readonly string[]) => Output {
  return (source) => {
    const { target, hypotheses } = finish(translate(model, source));
    return { words: target, capped: hypotheses[0]?.finished === false };
  };
}

/** A sentence as a model without attention translates it in phrases. */
export function translatedInPhrases(pair: ModelPair): (source: readonly string[]) => Output {
  return (source) => ({ words: finish(segment(pair, source)).target, capped: false });
}
