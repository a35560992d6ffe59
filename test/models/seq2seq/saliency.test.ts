/** @file Saliency against central differences of the log-probability, for every mechanism. */
import { describe, expect, it } from 'vitest';
import { attentions } from '../../../src/mechanisms/all.ts';
import { saliency } from '../../../src/models/seq2seq/saliency.ts';
import { finish, translate } from '../../../src/models/seq2seq/translate.ts';
import type { Model } from '../../../src/models/seq2seq/model.ts';
import { smallModel } from './smallModel.ts';

const source = ['a', 'c', 'b'];
const target = ['x', 'z', 'y', 'x'];
const STEP = 1e-5;

/** The model with one number of its table of source words moved: each word of the sentence stands in it once, so x moves with it. */
function nudged(model: Model, row: number, column: number, by: number): Model {
  const parameters = model.parameters.map((one) => {
    if (one.shape.name !== 'E_x') return one;
    const values = Float64Array.from(one.values);
    const at = row * (one.shape.axes[1]?.size ?? 0) + column;
    values[at] = (values[at] as number) + by;
    return { ...one, values };
  });
  return { ...model, parameters };
}

/** log p of every written word, with the words before it as they were written. */
function logProbabilities(model: Model): number[] {
  const { trace } = finish(translate(model, source, { forced: target.map((word, t) => ({ t, word })) }));
  return target.map((word, t) => {
    const p = trace.tensors.find(
      (tensor) =>
        tensor.name === 'p' &&
        trace.stages[tensor.stage]?.t === t &&
        trace.stages[tensor.stage]?.stage === 'word',
    );
    return Math.log(trace.data[(p?.at ?? 0) + model.targetWords.indexOf(word)] as number);
  });
}

/** ‖∂ log p(y_t) / ∂ x_j‖ by central differences of every number of x_j. */
function differences(model: Model): number[][] {
  const width = model.parameters.find(({ shape }) => shape.name === 'E_x')?.shape.axes[1]?.size ?? 0;
  const columns = source.map((word) => {
    const row = model.sourceWords.indexOf(word);
    const squares = target.map(() => 0);
    for (let e = 0; e < width; e++) {
      const high = logProbabilities(nudged(model, row, e, STEP));
      const low = logProbabilities(nudged(model, row, e, -STEP));
      high.forEach((value, t) => {
        squares[t] = (squares[t] as number) + ((value - (low[t] as number)) / (2 * STEP)) ** 2;
      });
    }
    return squares.map(Math.sqrt);
  });
  return target.map((_, t) => columns.map((column) => column[t] as number));
}

describe('saliency', () => {
  it.each(attentions.map(({ id }) => id))('of %s is what central differences give', (id) => {
    const model = smallModel(id, 4);
    const rows = finish(saliency(model, source, target));
    const expected = differences(model);
    expect(rows).toHaveLength(target.length);
    rows.forEach((row, t) => {
      expect(row).toHaveLength(source.length);
      row.forEach((value, j) => {
        const other = expected[t]?.[j] ?? Number.NaN;
        expect(Math.abs(value - other), `${t} ${j}`).toBeLessThan(1e-7 * Math.max(1, other));
      });
    });
    expect(Math.max(...rows.flat())).toBeGreaterThan(1e-3);
  });

  it('is the same row for a word whatever is written after it', () => {
    const model = smallModel('additive', 2);
    const whole = finish(saliency(model, source, target));
    const part = finish(saliency(model, source, target.slice(0, 2)));
    expect(part).toEqual(whole.slice(0, 2));
  });

  it('refuses a sentence of no words and a word that the model does not have', () => {
    const model = smallModel('dot');
    expect(() => finish(saliency(model, [], target))).toThrow(/sentence: it is empty/);
    expect(() => finish(saliency(model, source, ['x', 'q']))).toThrow(/target word 2: “q” is not in/);
  });
});
