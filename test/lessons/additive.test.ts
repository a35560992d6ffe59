/** @file Additive attention by hand, worked out here on paper: every number of the lesson from its own. */
import { describe, expect, it } from 'vitest';
import { additive } from '../../src/lessons/additive.ts';
import { near, runBeat } from './run.ts';

const σ = (x: number): number => 1 / (1 + Math.exp(-x));
const { tanh, exp } = Math;

describe('the additive lesson, by hand', () => {
  // the = [1, 0], cat = [0, 1], sleeps = [−1, 1]. Before the first word the state is [0, 0], so U_z h and U h are 0.
  const [z11, z12] = [σ(1), σ(2)]; // W_z x + b_z = [0·1 + 1·0 + 1, 1·1 + 0·0 + 1]
  const [h11, h12] = [z11 * tanh(-1), z12 * tanh(1)]; // z ∘ tanh(W x), W x = [−1·1 − 1·0, 1·1 − 2·0]

  it('reads the first word', () => {
    const { row } = runBeat(additive, 'states');
    expect(row('z')[0]).toEqual(near([z11, z12]));
    expect(row('h')[0]).toEqual(near([h11, h12]));
    expect(h11).toBeCloseTo(-0.5568, 4); // 0.7311 × −0.7616
    expect(h12).toBeCloseTo(0.6708, 4); // 0.8808 × 0.7616
  });

  it('reads the second word from the first state', () => {
    // W_z x + U_z h + b_z = [1 + h₁₂ + 1, 0 − h₁₁ + 1]; W_r x + U_r h = [−1 + h₁₁, −1]
    const [z21, z22] = [σ(1 + 1 * h12 + 1), σ(0 - 1 * h11 + 1)];
    const [r21, r22] = [σ(-1 + 1 * h11), σ(-1)];
    // W x + U (r ∘ h) = [−1 − r₂₂ h₁₂, −2 − r₂₁ h₁₁ + r₂₂ h₁₂]
    const [candidate21, candidate22] = [tanh(-1 - r22 * h12), tanh(-2 - r21 * h11 + r22 * h12)];
    const h2 = [(1 - z21) * h11 + z21 * candidate21, (1 - z22) * h12 + z22 * candidate22];
    expect(runBeat(additive, 'states').row('h')[1]).toEqual(near(h2));
  });

  // s₀ = [½, −½]; W = [1 0; 1 1]: W s₀ = [½, 0]. U = [−1 −1; 1 1]: U h = [−(h₁ + h₂), h₁ + h₂]. v = [2, 3].
  const { row } = runBeat(additive, 'context');
  const [the, cat, sleeps] = row('h') as [[number, number], [number, number], [number, number]];
  const score = ([one, two]: [number, number]): number =>
    2 * tanh(0.5 - (one + two)) + 3 * tanh(0 + (one + two));
  const [e1, e2, e3] = [score(the), score(cat), score(sleeps)];

  it('scores each word with two tanh', () => {
    expect(row('e').flat()).toEqual(near([e1, e2, e3]));
    // the: h₁ + h₂ = 0.114; 2 tanh(0.386) + 3 tanh(0.114) = 2 × 0.3680 + 3 × 0.1135 = 1.0764
    expect(e1).toBeCloseTo(1.0764, 4);
  });

  it('turns the scores into shares, and adds up what is read', () => {
    const total = exp(e1) + exp(e2) + exp(e3);
    const [a1, a2, a3] = [exp(e1) / total, exp(e2) / total, exp(e3) / total];
    expect(row('alpha').flat()).toEqual(near([a1, a2, a3]));
    const c = [a1 * the[0] + a2 * cat[0] + a3 * sleeps[0], a1 * the[1] + a2 * cat[1] + a3 * sleeps[1]];
    expect(row('c')[0]).toEqual(near(c));
  });

  it('looks at the word that it writes next: the first at “the”, the second at “cat”', () => {
    expect(
      row('alpha')
        .flat()
        .indexOf(Math.max(...row('alpha').flat())),
    ).toBe(0);
    const next = runBeat(additive, 'next');
    expect(
      next
        .row('alpha')
        .flat()
        .indexOf(Math.max(...next.row('alpha').flat())),
    ).toBe(1);
    const [words = []] = next.row('p');
    expect(words.indexOf(Math.max(...words))).toBe(1);
    const [first = []] = runBeat(additive, 'word').row('p');
    expect(first.indexOf(Math.max(...first))).toBe(0);
  });
});

describe('a change by the reader', () => {
  it('of v changes the scores and all after them, and nothing before', () => {
    const edits = [{ name: 'v', shape: [2], data: [0, 1] }];
    const [was, is] = [runBeat(additive, 'context'), runBeat(additive, 'context', { edits })];
    expect(is.row('tanh')).toEqual(was.row('tanh'));
    expect(is.row('e').flat()).toEqual(is.row('tanh').map(([, second]) => second));
    expect(is.row('c')).not.toEqual(was.row('c'));
  });

  it('of a score stands in the place of the computed one, and the mask hides a word', () => {
    const given = [
      { name: 'e_given', shape: [2, 3], data: [0, 5, 0, 0, 0, 0] },
      { name: 'given_at', shape: [2, 3], data: [0, 1, 0, 0, 0, 0] },
    ];
    const was = runBeat(additive, 'weights');
    const is = runBeat(additive, 'weights', { edits: given });
    expect(is.row('e').flat()).toEqual([was.row('e')[0]?.[0], 5, was.row('e')[2]?.[0]]);
    const mask = [{ name: 'mask', shape: [2, 3], data: [1, 0, 1, 1, 1, 1] }];
    expect(runBeat(additive, 'weights', { edits: mask }).row('alpha')[1]).toEqual([0]);
  });

  it('of the number of words keeps the words there are, and draws the others by their place alone', () => {
    const wider = (count: number): readonly (readonly number[])[] =>
      runBeat(additive, 'states', { edits: [{ name: 'size_S', shape: [], data: [count] }] }).row('x');
    expect(wider(5).slice(0, 3)).toEqual(runBeat(additive, 'states').row('x'));
    expect(wider(12).slice(0, 5)).toEqual(wider(5));
    expect(wider(1)).toEqual([[1, 0]]);
  });

  it('of all widths to their largest still runs', () => {
    const edits = ['S', 'd_x', 'd_h', 'd_s', 'a'].map((label) => ({
      name: `size_${label}`,
      shape: [],
      data: [label === 'S' ? 12 : 8],
    }));
    expect(runBeat(additive, 'next', { edits }).row('alpha')).toHaveLength(12);
  });

  it('that is a seed draws the same numbers each time', () => {
    const seeded = (seed: number): unknown =>
      runBeat(additive, 'context', { edits: [{ name: 'seed', shape: [], data: [seed] }] }).row('c');
    expect(seeded(7)).toEqual(seeded(7));
    expect(seeded(7)).not.toEqual(seeded(8));
  });
});
