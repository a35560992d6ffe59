/** @file Translating in phrases: spans decoded together are what each gives alone; scores are by their formulas. */
import { describe, expect, it } from 'vitest';
import { loadWasmKernels } from '../../../src/cli/loadWasmKernels.ts';
import { Random } from '../../../src/lib/random.ts';
import { mechanismOf } from '../../../src/models/seq2seq/mechanismOf.ts';
import { packHalves } from '../../../src/models/seq2seq/float16.ts';
import { modelFromWeights, type Model } from '../../../src/models/seq2seq/model.ts';
import { initialValues, parameterShapes } from '../../../src/models/seq2seq/parameters.ts';
import { decodeTogether } from '../../../src/models/seq2seq/together.ts';
import { finish, sourceIds, translate } from '../../../src/models/seq2seq/translate.ts';
import { segment } from '../../../src/models/segmentation/segment.ts';
import { paperScore, spanScore } from '../../../src/models/segmentation/spanScore.ts';

const english = ['<pad>', '<unknown>', '<end>', 'a', 'b', 'c', 'd', 'e'];
const french = ['<pad>', '<unknown>', '<end>', 'x', 'y', 'z'];
const widths = { embedding: 4, encoder: 4, decoder: 8, attention: 4, readout: 6 };

/** A small model with large random numbers, so that it says different things of different sentences. */
function modelOf(
  source: readonly string[],
  target: readonly string[],
  seed: number,
  mechanism = 'none',
): Model {
  const attention = mechanismOf(mechanism);
  const sizes = { ...widths, sourceWords: source.length, targetWords: target.length };
  const random = new Random(seed);
  const weights = packHalves(
    parameterShapes(attention, sizes).map((shape) => initialValues(shape, random).map((one) => 3 * one)),
  );
  return modelFromWeights(attention, sizes, { source, target }, weights);
}

const sentences = [
  ['a', 'b', 'c'],
  ['d', 'e', 'a'],
  ['b', 'b', 'd'],
  ['e', 'c', 'a'],
];

describe('decodeTogether', () => {
  it.each(['none', 'additive', 'local-p'])(
    'writes for each sentence what %s writes for it alone',
    (mechanism) => {
      const model = modelOf(english, french, 5, mechanism);
      const together = finish(
        decodeTogether(
          model,
          sentences.map((words) => sourceIds(model, words)),
        ),
      );
      sentences.forEach((words, k) => {
        const alone = finish(translate(model, words));
        expect(together[k]?.ids.map((id) => french[id])).toEqual(alone.target);
        expect(together[k]?.logProbability).toBeCloseTo(alone.logProbability, 9);
        expect(together[k]?.finished).toBe(alone.hypotheses[0]?.finished);
      });
      expect(new Set(together.map(({ ids }) => ids.join(' '))).size).toBeGreaterThan(1);
    },
  );

  it('along given words gives their probability, which forced words give too', () => {
    const model = modelOf(english, french, 6);
    const given = [[3, 4], [5], [3, 3, 5], []];
    const scored = finish(
      decodeTogether(
        model,
        sentences.map((words) => sourceIds(model, words)),
        given,
      ),
    );
    scored.forEach(({ ids, finished, logProbability }, k) => {
      expect(ids).toEqual(given[k]);
      expect(finished).toBe(true);
      expect(logProbability).toBeLessThan(0);
    });
    // The probabilities of a sentence's translations are those of a distribution: greedy decoding's own words cannot score higher than 1.
    const greedy = finish(
      decodeTogether(
        model,
        sentences.map((words) => sourceIds(model, words)),
      ),
    );
    const again = finish(
      decodeTogether(
        model,
        sentences.map((words) => sourceIds(model, words)),
        greedy.map(({ ids }) => ids),
      ),
    );
    greedy.forEach(({ finished, logProbability }, k) => {
      if (finished) expect(again[k]?.logProbability).toBeCloseTo(logProbability, 9);
    });
  });

  it('gives the same words in the fast kernels', () => {
    const model = modelOf(english, french, 7);
    const ids = sentences.map((words) => sourceIds(model, words));
    const fast = finish(decodeTogether({ ...model, kernels: loadWasmKernels() }, ids));
    finish(decodeTogether(model, ids)).forEach((one, k) => {
      expect(fast[k]?.ids).toEqual(one.ids);
      expect(fast[k]?.logProbability).toBeCloseTo(one.logProbability, 3);
    });
  });

  it('refuses sentences of different lengths, and empty ones', () => {
    const model = modelOf(english, french, 7);
    expect(() => finish(decodeTogether(model, [[3], [3, 4]]))).toThrow(/lengths differ/);
    expect(() => finish(decodeTogether(model, [[]]))).toThrow(/lengths differ or are 0/);
  });
});

describe('segment', () => {
  const pair = { forward: modelOf(english, french, 8), backward: modelOf(french, english, 9) };
  const words = ['a', 'b', 'c', 'd', 'e', 'a', 'c'];
  const made = finish(segment(pair, words, 4));

  it('scores every span up to the longest, each as the two models judge it alone', () => {
    expect(made.spans).toHaveLength(7 + 6 + 5 + 4);
    for (const { from, to, target, logP, logQ, score, paper } of made.spans) {
      const alone = finish(translate(pair.forward, words.slice(from, to)));
      expect(target).toEqual(alone.target);
      expect(logP).toBeCloseTo(alone.logProbability, 9);
      const back = [target.length === 0 ? [2] : target.map((word) => french.indexOf(word))];
      const ids = words.slice(from, to).map((word) => english.indexOf(word));
      expect(logQ).toBeCloseTo(finish(decodeTogether(pair.backward, back, [ids]))[0]?.logProbability ?? 0, 9);
      expect(score).toBeCloseTo((logP + logQ) / Math.log(to - from + 1), 12);
      if (to - from === 1) expect(paper).toBeUndefined();
      else expect(paper).toBeCloseTo((logP + logQ) / Math.log(to - from), 12);
    }
  });

  it('joins the translations of the phrases of the best cut', () => {
    const parts = made.cut.phrases.flatMap(
      ({ from, to }) => finish(translate(pair.forward, words.slice(from, to))).target,
    );
    expect(made.target).toEqual(parts);
    expect(made.cut.phrases.at(-1)?.to).toBe(words.length);
    for (const { from, to } of made.cut.phrases) expect(to - from).toBeLessThanOrEqual(4);
  });

  it('by the paper’s form has no phrase of one word, and no cut where only such would do', () => {
    for (const { from, to } of made.paperCut?.phrases ?? []) expect(to - from).toBeGreaterThan(1);
    expect(finish(segment(pair, ['a'])).paperCut).toBeUndefined();
    expect(finish(segment(pair, ['a'])).cut.phrases).toEqual([{ from: 0, to: 1 }]);
  });
});

describe('spanScore and paperScore', () => {
  it('divide by log(words + 1) and by log(words)', () => {
    const confidence = { logP: -1, logQ: -2 };
    expect(spanScore(confidence, 1)).toBeCloseTo(-3 / Math.LN2, 12);
    expect(spanScore(confidence, 7)).toBeCloseTo(-3 / Math.log(8), 12);
    expect(paperScore(confidence, 7)).toBeCloseTo(-3 / Math.log(7), 12);
    expect(paperScore(confidence, 1)).toBeUndefined();
  });
});
