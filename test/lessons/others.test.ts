/** @file The other lessons, worked out here on paper, and against the published case where there is one. */
import { describe, expect, it } from 'vitest';
import published from '../fixtures/cases/published/selfattn_karim_unscaled.json' with { type: 'json' };
import { caseOf, exampleOf } from '../../src/app/pages/hand/example.ts';
import { luong } from '../../src/lessons/luong.ts';
import { none } from '../../src/lessons/none.ts';
import { queryKeyValue } from '../../src/lessons/queryKeyValue.ts';
import { softmax } from '../../src/lessons/softmax.ts';
import { word } from '../../src/lessons/word.ts';
import { runCase } from '../../src/models/cases/run.ts';
import { handPage } from '../../src/url/pages/hand.ts';
import { near, runBeat } from './run.ts';

const { tanh, exp } = Math;
const shares = (scores: readonly number[]): number[] => {
  const total = scores.reduce((sum, score) => sum + exp(score), 0);
  return scores.map((score) => exp(score) / total);
};

describe('no attention, by hand', () => {
  it('hands over the last state, at every word', () => {
    const { row } = runBeat(none, 'context');
    expect(row('c_last')[0]).toEqual(row('h')[2]);
    expect(runBeat(none, 'next').row('c_last')[0]).toEqual(row('h')[2]);
  });

  it('reads with the GRU of the additive lesson: the first word alone, worked out', () => {
    const σ = (x: number): number => 1 / (1 + exp(-x));
    // One word, the = [1, 0]: h = σ([1, 2]) ∘ tanh([−1, 1]), which is then the context itself.
    const one = runBeat(none, 'context', { edits: [{ name: 'size_S', shape: [], data: [1] }] });
    expect(one.row('c_last')[0]).toEqual(near([σ(1) * tanh(-1), σ(2) * tanh(1)]));
  });

  it('forgets: the first word moves the context less and less as the sentence grows', () => {
    const first = (beat: string): number => {
      const gradient = runBeat(none, beat).outputs.get('grad:x')?.data ?? [];
      return Math.hypot(gradient[0] ?? Number.NaN, gradient[1] ?? Number.NaN);
    };
    // The gradient is the central difference of the sum of the context's numbers.
    const sum = (x0: number): number => {
      const data = [x0, 0, 0, 1, -1, 1];
      const [c = []] = runBeat(none, 'context', { edits: [{ name: 'x', shape: [3, 2], data }] }).row(
        'c_last',
      );
      return c.reduce((all, one) => all + one, 0);
    };
    const gradient = runBeat(none, 'influence').outputs.get('grad:x')?.data[0];
    expect(gradient).toBeCloseTo((sum(1 + 1e-5) - sum(1 - 1e-5)) / 2e-5, 8);
    expect(first('longer')).toBeLessThan(first('influence') / 100);
  });
});

describe('Luong’s four scores, by hand', () => {
  // s = [1, ½]; the = [½, −1], cat = [1, 1], sleeps = [−1, ½].
  it('dot: s · h', () => {
    expect(runBeat(luong, 'dot').row('e').flat()).toEqual([0.5 - 0.5, 1 + 0.5, -1 + 0.25]);
  });

  it('general: W = [−1 0; 0 1] turns the first number round: −h₁ + ½ h₂', () => {
    expect(runBeat(luong, 'general').row('e').flat()).toEqual([-0.5 - 0.5, -1 + 0.5, 1 + 0.25]);
  });

  it('concat: W [s ; h] = [s₁ + h₂, s₂ + h₁], v = [−1, 1]', () => {
    const e = [-tanh(1 - 1) + tanh(0.5 + 0.5), -tanh(1 + 1) + tanh(0.5 + 1), -tanh(1 + 0.5) + tanh(0.5 - 1)];
    expect(runBeat(luong, 'concat').row('e').flat()).toEqual(near(e));
  });

  it('location: the rows [1, 0], [0, 1], [1, 2] times s, whatever the words', () => {
    expect(runBeat(luong, 'location').row('e').flat()).toEqual([1, 0.5, 1 + 1]);
    expect(runBeat(luong, 'location-blind').row('e').flat()).toEqual([1, 0.5, 2]);
    expect(runBeat(luong, 'location-blind').row('h')).not.toEqual(runBeat(luong, 'location').row('h'));
  });

  it('reads with the weights of dot, and joins context and state', () => {
    const [a1 = 0, a2 = 0, a3 = 0] = shares([0, 1.5, -0.75]);
    const { row } = runBeat(luong, 'attentional');
    expect(row('alpha').flat()).toEqual(near([a1, a2, a3]));
    const [c1, c2] = [0.5 * a1 + a2 - a3, -a1 + a2 + 0.5 * a3];
    expect(row('c')[0]).toEqual(near([c1, c2]));
    // W_c = [1 0 0 1; 0 1 −1 0] of [c ; s] = [c₁ + s₂, c₂ − s₁]
    expect(row('attentional')[0]).toEqual(near([tanh(c1 + 0.5), tanh(c2 - 1)]));
  });

  it('dot refuses different widths, and says which', () => {
    const edits = [{ name: 'size_d_s', shape: [], data: [3] }];
    expect(() => runBeat(luong, 'dot', { edits })).toThrow(/s is 3 wide and h is 2.*equal widths/);
    expect(runBeat(luong, 'general', { edits }).row('e')).toHaveLength(3);
  });
});

describe('softmax, by hand', () => {
  const e = [0.5, 2, 1.5, -1];

  it('is the exponentials divided by their sum', () => {
    const { row } = runBeat(softmax, 'shares');
    expect(row('plain').flat()).toEqual(near(e.map(exp)));
    expect(row('alpha').flat()).toEqual(near(shares(e)));
  });

  it('at a temperature is the softmax of the divided scores', () => {
    expect(runBeat(softmax, 'cold').row('alpha').flat()).toEqual(near(shares([1, 4, 3, -2])));
    expect(runBeat(softmax, 'hot').row('alpha').flat()).toEqual(near(shares([0.125, 0.5, 0.375, -0.25])));
  });

  it('does not change when ten or a thousand is added, though the plain exponentials overflow', () => {
    expect(runBeat(softmax, 'added').row('alpha').flat()).toEqual(near(shares(e)));
    expect(runBeat(softmax, 'large').row('plain').flat()).toEqual([Infinity, Infinity, Infinity, Infinity]);
    const { row } = runBeat(softmax, 'largest');
    expect(row('largest').flat()).toEqual([1002]);
    expect(row('shifted').flat()).toEqual([-1.5, 0, -0.5, -3]);
    expect(row('total').flat()).toEqual(near([exp(-1.5) + 1 + exp(-0.5) + exp(-3)]));
    expect(row('alpha').flat()).toEqual(near(shares(e)));
  });

  it('shares what is left among the words that the mask shows', () => {
    const [a1 = 0, a2 = 0, a4 = 0] = shares([0.5, 2, -1]);
    expect(runBeat(softmax, 'mask').row('alpha').flat()).toEqual(near([a1, a2, 0, a4]));
  });

  it('beside it sparsemax: of 2 and 1.5 above the threshold (2 + 1.5 − 1) ÷ 2 = 1.25', () => {
    const { row } = runBeat(softmax, 'sparse');
    expect(row('sparse').flat()).toEqual(near([0, 0.75, 0.25, 0]));
    // entmax-1.5 of 2, 1.5 and ½: halves 1, ¾, ¼, mean ⅔, Σ(x − m)² = 7/24, θ = ⅔ − √((1 − 7/24) ÷ 3)
    const threshold = 2 / 3 - Math.sqrt((1 - 7 / 24) / 3);
    const parts = [0.25, 1, 0.75].map((half) => (half - threshold) ** 2);
    expect(row('entmax').flat()).toEqual(near([...parts, 0]));
  });
});

describe('query, key, value, by hand', () => {
  it('is the published case: the same tensors, and its numbers within its tolerance', () => {
    const json = JSON.parse(
      JSON.stringify(caseOf(exampleOf(queryKeyValue, handPage('query-key-value', 'context')))),
    ) as object;
    expect(json).toEqual({
      mechanism: published.mechanism,
      inputs: published.inputs,
      params: published.params,
      options: published.options,
    });
    const { expected, tolerance } = published;
    expect(runCase({ ...json, expected, tolerance }).verdict).toMatchObject({ pass: true });
  });

  it('token 2 asks with W_Q x₂ = [2, 2, 2]: its scores are twice the sums of the keys', () => {
    // k₁ = [0, 1, 1], k₂ = [4, 4, 0], k₃ = [2, 3, 1]
    expect(runBeat(queryKeyValue, 'weights').row('e').flat()).toEqual([4, 16, 12]);
    expect(runBeat(queryKeyValue, 'scaled').row('e').flat()).toEqual(
      near([4 / Math.sqrt(3), 16 / Math.sqrt(3), 12 / Math.sqrt(3)]),
    );
    expect(runBeat(queryKeyValue, 'scaled').row('alpha').flat()).toEqual(
      near(shares([4 / Math.sqrt(3), 16 / Math.sqrt(3), 12 / Math.sqrt(3)])),
    );
  });

  it('causal: token 2 does not see token 3', () => {
    const [a1 = 0, a2 = 0] = shares([4 / Math.sqrt(3), 16 / Math.sqrt(3)]);
    const { row } = runBeat(queryKeyValue, 'causal');
    expect(row('masked').flat()[2]).toBe(-Infinity);
    expect(row('alpha').flat()).toEqual(near([a1, a2, 0]));
  });
});

describe('the dog is a labrador, by hand', () => {
  it('scores each word by tanh(w · x + b), w = [1, ½]', () => {
    const e = [-1 + 0, 1.25 + 0.1, -0.25 + 0, -1.25 + 0, 1.5 + 0.2].map(tanh);
    const { row } = runBeat(word, 'context');
    expect(row('e').flat()).toEqual(near(e));
    const a = shares(e);
    expect(row('alpha').flat()).toEqual(near(a));
    const [the = 0, dog = 0, is = 0, indefinite = 0, labrador = 0] = a;
    expect(row('c')[0]).toEqual(
      near([
        -the + dog - 0.5 * is - indefinite + labrador,
        0.5 * dog + 0.5 * is - 0.5 * indefinite + labrador,
      ]),
    );
    expect(a.indexOf(Math.max(...a))).toBe(4);
  });
});
