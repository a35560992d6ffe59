/** @file The best cut against all cuts of short sentences, tried one by one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestCut } from '../../../src/models/segmentation/cut.ts';

/** Every way to cut so many words: after each word but the last there is a cut or there is none. */
function allCuts(length: number): { from: number; to: number }[][] {
  return Array.from({ length: 2 ** (length - 1) }, (_, chosen) => {
    const ends = Array.from({ length }, (_, k) => k + 1).filter(
      (end) => end === length || Math.floor(chosen / 2 ** (end - 1)) % 2 === 1,
    );
    return ends.map((to, k) => ({ from: ends[k - 1] ?? 0, to }));
  });
}

const tables = fc.integer({ min: 1, max: 9 }).chain((length) =>
  fc
    .array(fc.option(fc.double({ min: -20, max: 1, noNaN: true }), { freq: 6, nil: undefined }), {
      minLength: length * (length + 1),
      maxLength: length * (length + 1),
    })
    .map((scores) => ({
      length,
      score: (from: number, to: number) => scores[from * (length + 1) + to],
    })),
);

describe('bestCut', () => {
  it('finds a sum that no other cut exceeds, and phrases that have it', () => {
    fc.assert(
      fc.property(tables, ({ length, score }) => {
        const { best, phrases } = bestCut(length, score);
        const sums = allCuts(length).map((cut) =>
          cut.reduce((sum, { from, to }) => sum + (score(from, to) ?? -Infinity), 0),
        );
        const most = Math.max(...sums);
        if (most === -Infinity) {
          expect(phrases).toEqual([]);
          expect(best).toBe(-Infinity);
          return;
        }
        expect(best).toBeCloseTo(most, 9);
        expect(phrases.reduce((sum, { from, to }) => sum + (score(from, to) ?? -Infinity), 0)).toBeCloseTo(
          most,
          9,
        );
        expect(phrases[0]?.from).toBe(0);
        expect(phrases.at(-1)?.to).toBe(length);
        phrases.forEach(({ from }, k) => expect(from).toBe(phrases[k - 1]?.to ?? 0));
      }),
      { numRuns: 400 },
    );
  });

  it('tells every last phrase that it tried, and points back to the best of them', () => {
    const scores: Readonly<Record<string, number>> = {
      '0 1': -3,
      '0 2': -1,
      '1 2': -1,
      '2 3': -2,
      '0 3': -4,
      '1 3': -0.5,
    };
    const { steps, phrases, best } = bestCut(3, (from, to) => scores[`${from} ${to}`]);
    expect(steps.map(({ best, back }) => [best, back])).toEqual([
      [-3, 0],
      [-1, 0],
      [-3, 2],
    ]);
    expect(steps[2]?.tried).toEqual([
      { from: 0, score: -4, sum: -4 },
      { from: 1, score: -0.5, sum: -3.5 },
      { from: 2, score: -2, sum: -3 },
    ]);
    expect(phrases).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 3 },
    ]);
    expect(best).toBe(-3);
  });

  it('of equal sums takes the one with the longest last phrase', () => {
    expect(bestCut(2, (from, to) => (to - from === 2 ? -2 : -1)).phrases).toEqual([{ from: 0, to: 2 }]);
  });

  it('of no words makes no phrase', () => {
    expect(bestCut(0, () => 1)).toEqual({ steps: [], best: 0, phrases: [] });
  });
});
