/** @file Decoding: greedy, beam search, forced words, counterfactuals, and the trace that tells them. */

import { describe, expect, it } from 'vitest';
import { explain, valueAt } from '../../../src/engine/explain.ts';
import { magnitude, retell } from '../../../src/engine/retell.ts';
import { cellsOf, findTensor } from '../../../src/engine/trace.ts';
import { cellCount } from '../../../src/engine/tensor.ts';
import { beamSearch, largestPlaces } from '../../../src/models/seq2seq/beam.ts';
import { decodeStep, END, openSession } from '../../../src/models/seq2seq/model.ts';
import {
  finish,
  lengthCap,
  sourceIds,
  translate,
  withoutEach,
} from '../../../src/models/seq2seq/translate.ts';
import { smallModel } from './smallModel.ts';

const sentence = ['a', 'b', 'd'];

/** Every translation of at most `longest` words with its log-probability, by trying them all. */
function allTranslations(longest: number): { ids: number[]; logProbability: number }[] {
  const session = openSession(smallModel('additive', 3), [3, 4, 6]);
  const found: { ids: number[]; logProbability: number }[] = [];
  const grow = (ids: number[], logProbability: number, s: typeof session.encoded.s): void => {
    const step = decodeStep(session, s, ids.at(-1) ?? END, ids.length);
    const p = step.p === undefined ? [] : [...session.graph.read(step.p)];
    p.forEach((share, id) => {
      if (id === END) found.push({ ids, logProbability: logProbability + Math.log(share) });
      else if (ids.length < longest) grow([...ids, id], logProbability + Math.log(share), step.s);
    });
  };
  grow([], 0, session.encoded.s);
  return found;
}

describe('translate', () => {
  it('marks the stages in the order of the paper: the sentence, each word, the end', () => {
    const { trace, target, hypotheses } = finish(translate(smallModel('additive', 5), sentence));
    const marks = trace.stages.map(({ group, t, stage }) => `${group} ${t} ${stage}`);
    expect(marks.slice(0, 4)).toEqual([
      'read -1 embedding',
      'read -1 forward',
      'read -1 backward',
      'read -1 first-state',
    ]);
    const steps = target.length + (hypotheses[0]?.finished === true ? 1 : 0);
    const expected = Array.from({ length: steps }, (_, t) =>
      ['score', 'softmax', 'context', 'state', 'word'].map(
        (stage) => `${t === target.length ? 'end' : 'word'} ${t} ${stage}`,
      ),
    ).flat();
    expect(marks.slice(4)).toEqual(expected);
  });

  it.each(['additive', 'dot', 'general', 'concat'])(
    'has every cell of its trace retold by its explanation with %s',
    (id) => {
      const { trace } = finish(translate(smallModel(id, 2), sentence));
      let told = 0;
      for (const tensor of trace.tensors) {
        if (tensor.op < 0) continue;
        for (let cell = 0; cell < cellCount(tensor.axes); cell++) {
          const explanation = explain(trace, { tensor: tensor.id, cell });
          const read = (address: { tensor: number; cell: number }): number => valueAt(trace, address);
          const value = valueAt(trace, { tensor: tensor.id, cell });
          const bound = 1e-12 * Math.max(Math.abs(value), magnitude(explanation, read));
          expect(Math.abs(retell(explanation, read) - value), `${tensor.name}[${cell}]`).toBeLessThanOrEqual(
            bound,
          );
          told += 1;
        }
      }
      expect(told).toBeGreaterThan(500);
    },
  );

  it('writes the likeliest word at every step when it is greedy', () => {
    const model = smallModel('general', 4);
    const { trace, target } = finish(translate(model, sentence));
    target.forEach((word, t) => {
      const p = findTensor(trace, 'p', t);
      expect(p).toBeDefined();
      if (p !== undefined)
        expect(model.targetWords[largestPlaces(cellsOf(trace, p), 1)[0] as number]).toBe(word);
    });
  });

  it('reads a word that it does not know as the unknown word and tells its place', () => {
    const model = smallModel('dot');
    expect(sourceIds(model, ['a', 'blicket', '<end>'])).toEqual([3, 1, 1]);
    expect(finish(translate(model, ['a', 'blicket', 'b'])).unknown).toEqual([1]);
  });

  it('writes a forced word and goes on from it', () => {
    const model = smallModel('additive', 5);
    const free = finish(translate(model, sentence));
    const word = free.target[0] === 'x' ? 'y' : 'x';
    const forced = finish(translate(model, sentence, { forced: [{ t: 0, word }] }));
    expect(forced.target[0]).toBe(word);
    const y = findTensor(forced.trace, 'y_id', 1);
    expect(y === undefined ? undefined : cellsOf(forced.trace, y)[0]).toBe(model.targetWords.indexOf(word));
  });

  it('refuses an empty sentence and a forced word outside the vocabulary, naming the field', () => {
    expect(() => finish(translate(smallModel('dot'), []))).toThrow(/sentence/);
    expect(() => finish(translate(smallModel('dot'), sentence, { forced: [{ t: 1, word: 'qq' }] }))).toThrow(
      /forced word 2/,
    );
  });

  it('stops at the length cap and says that it is not finished', () => {
    const model = smallModel('additive', 5);
    const never = {
      ...model,
      parameters: model.parameters.map(({ shape, values }) =>
        shape.name === 'b_out' ? { shape, values: [0, 0, -1e3, 0, 0, 0] } : { shape, values },
      ),
    };
    const { target, hypotheses } = finish(translate(never, sentence));
    expect(target.length).toBe(lengthCap(3));
    expect(hypotheses[0]?.finished).toBe(false);
  });

  it('traces the chosen hypothesis with the very numbers that found it', () => {
    const model = smallModel('concat', 6);
    const { hypotheses } = finish(translate(model, sentence, { beam: 4 }));
    hypotheses.forEach(({ target, logProbability }, hypothesis) => {
      const again = finish(translate(model, sentence, { beam: 4, hypothesis }));
      expect(again.target).toEqual(target);
      expect(again.logProbability).toBe(logProbability);
    });
  });
});

describe('beamSearch', () => {
  it('finds what greedy decoding finds with size 1', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const model = smallModel('additive', seed);
      const greedy = finish(translate(model, sentence));
      const [best] = finish(beamSearch(openSession(model, [3, 4, 6]), 1, lengthCap(3)));
      expect(best?.ids.map((id) => model.targetWords[id])).toEqual(greedy.target);
    }
  });

  it('finds the likeliest of all translations when the beam holds every one', () => {
    const all = allTranslations(2).toSorted(
      (a, b) => b.logProbability / (b.ids.length + 1) - a.logProbability / (a.ids.length + 1),
    );
    const found = finish(beamSearch(openSession(smallModel('additive', 3), [3, 4, 6]), 400, 3)).filter(
      (one) => one.finished,
    );
    expect(found[0]?.ids).toEqual(all[0]?.ids);
    expect(found[0]?.logProbability).toBeCloseTo(all[0]?.logProbability ?? 0, 12);
    expect(found.length).toBe(all.length);
  });

  it('ranks by log-probability divided by the number of tokens with the end mark', () => {
    const found = finish(beamSearch(openSession(smallModel('dot', 9), [3, 4]), 5, 6));
    for (const { ids, logProbability, score, finished } of found)
      expect(score).toBe(logProbability / (ids.length + (finished ? 1 : 0)));
    expect(found.map(({ score }) => score)).toEqual(
      found.map(({ score }) => score).toSorted((a, b) => b - a),
    );
  });
});

describe('withoutEach', () => {
  it('gives the probabilities that a forced translation of the shorter sentence has', () => {
    const model = smallModel('additive', 5);
    const { target, trace } = finish(
      translate(model, sentence, {
        forced: [
          { t: 0, word: 'x' },
          { t: 1, word: 'z' },
        ],
      }),
    );
    const { probability, without } = finish(withoutEach(model, sentence, target.slice(0, 2), 1));
    const p = findTensor(trace, 'p', 1);
    expect(p === undefined ? undefined : cellsOf(trace, p)[5]).toBe(probability);
    without.forEach((one, j) => {
      const shorter = sentence.filter((_, at) => at !== j);
      const again = finish(
        translate(model, shorter, {
          forced: [
            { t: 0, word: 'x' },
            { t: 1, word: 'z' },
          ],
        }),
      );
      const shorterP = findTensor(again.trace, 'p', 1);
      expect(shorterP === undefined ? undefined : cellsOf(again.trace, shorterP)[5]).toBe(one.probability);
    });
  });
});
