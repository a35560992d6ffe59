/** @file The shipped models' weights of attention and probabilities, against the same models computed by NumPy. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedModel } from '../../src/cli/shippedModel.ts';
import { translation } from '../../src/params/translation.ts';
import { finish, translate } from '../../src/models/seq2seq/translate.ts';
import { sourceVocabulary, targetVocabulary } from '../../src/tasks/translation/vocabulary.ts';
import { alphaRows } from '../../src/training/evaluation.ts';

interface Fixture {
  readonly hash: string;
  readonly cases: readonly { english: string; french: string; alpha: number[][]; logProbability: number }[];
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

describe('the words that the NumPy oracle numbers', () => {
  it('are the vocabularies', () => {
    const words = json('test/fixtures/oracle/shipped_words.json') as { source: string[]; target: string[] };
    expect(words.source).toEqual(sourceVocabulary.words);
    expect(words.target).toEqual(targetVocabulary.words);
  });
});

describe.each(translation.mechanism.options.map((id) => [id] as const))('the shipped model %s', (id) => {
  const fixture = json(`test/fixtures/models/${id}.json`) as Fixture;
  const { model, card } = shippedModel(id);

  it('is the one that the fixture was computed from', () => {
    expect(fixture.hash).toBe(card.hash);
  });

  it.each([...fixture.cases])(
    'weighs “$english” as NumPy does',
    ({ english, french, alpha, logProbability }) => {
      const forced = french.split(' ').map((word, t) => ({ t, word }));
      const made = finish(translate(model, english.split(' '), { forced }));
      const rows = alphaRows(made.trace).slice(0, forced.length);
      expect(rows).toHaveLength(id === 'none' ? 0 : forced.length);
      rows.forEach((row, t) => {
        row.forEach((weight, j) =>
          expect(Math.abs(weight - (alpha[t]?.[j] ?? Number.NaN))).toBeLessThan(1e-12),
        );
      });
      // The oracle ends the sentence after the given words; so does a finished translation.
      if (made.target.length === forced.length) expect(made.logProbability).toBeCloseTo(logProbability, 10);
    },
  );
});
