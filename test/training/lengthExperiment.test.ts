/** @file The experiment "length": the budget is met, the sentences are held out, outputs are judged by what they are. */

import { describe, expect, it } from 'vitest';
import { loadWasmKernels } from '../../src/cli/loadWasmKernels.ts';
import { splitOf } from '../../src/tasks/translation/splits.ts';
import {
  budgetTolerance,
  comparedMechanisms,
  fittedReadout,
  judge,
  lengthSettings,
  longestTrained,
  parameterBudget,
  testedRanges,
  testSentences,
} from '../../src/training/lengthExperiment.ts';
import { longestAt } from '../../src/training/settings.ts';
import { translationTrainer } from '../../src/training/translationTrainer.ts';

describe('fittedReadout', () => {
  it('finds the width whose count is nearest to the budget', () => {
    const count = (width: number): number => 80_000 + 600 * width;
    const width = fittedReadout(count);
    const distance = (at: number): number => Math.abs(count(at) - parameterBudget);
    expect(distance(width)).toBeLessThanOrEqual(distance(width - 1));
    expect(distance(width)).toBeLessThanOrEqual(distance(width + 1));
  });

  it('refuses a model that no width brings near the budget', () => {
    expect(() => fittedReadout((width) => 200_000 + 600 * width)).toThrow(
      /parameters: 200600 .* 2 % of 105000/,
    );
  });

  it.each(comparedMechanisms)('brings %s within 2 % of the budget', (mechanism) => {
    const count = (readout: number): number =>
      translationTrainer(loadWasmKernels(), lengthSettings(mechanism, 1, readout)).store.parameterCount;
    expect(Math.abs(count(fittedReadout(count)) / parameterBudget - 1)).toBeLessThanOrEqual(budgetTolerance);
  });
});

describe('lengthSettings', () => {
  it('never draws a sentence longer than the limit of training', () => {
    const settings = lengthSettings('dot', 1, 40);
    for (let step = 0; step < settings.steps; step += 100)
      expect(longestAt(settings, step)).toBeLessThanOrEqual(longestTrained);
    expect(longestAt(settings, settings.steps - 1)).toBe(longestTrained);
  });
});

describe('testedRanges', () => {
  it('covers 3 to 40 words without gap or overlap, and one range ends at the limit of training', () => {
    const lengths = testedRanges.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, k) => from + k),
    );
    expect(lengths).toEqual(Array.from({ length: 38 }, (_, k) => k + 3));
    expect(testedRanges.some(([, to]) => to === longestTrained)).toBe(true);
  });
});

describe('testSentences', () => {
  it('gives different sentences of the range that training never sees, the same ones every time', () => {
    const sentences = testSentences([16, 20], 40);
    expect(new Set(sentences.map(({ source }) => source.join(' '))).size).toBe(40);
    for (const { source } of sentences) {
      expect(source.length).toBeGreaterThanOrEqual(16);
      expect(source.length).toBeLessThanOrEqual(20);
      expect(splitOf(source)).toBe('test');
    }
    expect(testSentences([16, 20], 12)).toEqual(sentences.slice(0, 12));
  });
});

describe('judge', () => {
  const examples = testSentences([6, 10], 3);
  const outputs = examples.map(({ target }) => ({ words: target, capped: false }));

  it('gives full marks to the gold translations', () => {
    expect(judge([6, 10], examples, outputs)).toEqual({
      from: 6,
      to: 10,
      sentences: 3,
      exact: 1,
      tokens: 1,
      bleu: 1,
      capped: 0,
      right: '111',
    });
  });

  it('marks the sentence in which one word is wrong, and counts what ran into the cap', () => {
    const changed = outputs.map(({ words }, k) =>
      k === 1 ? { words: ['zzz', ...words.slice(1)], capped: true } : { words, capped: false },
    );
    const made = judge([6, 10], examples, changed);
    const tokens = examples.reduce((sum, { target }) => sum + target.length, 0);
    expect(made.right).toBe('101');
    expect(made.exact).toBeCloseTo(2 / 3, 12);
    expect(made.tokens).toBeCloseTo((tokens - 1) / tokens, 12);
    expect(made.capped).toBe(1);
    expect(made.bleu).toBeLessThan(1);
  });
});
