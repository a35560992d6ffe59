/** @file Steps of the cutting: all of them, in order, and what each lights up. */
import { describe, expect, it } from 'vitest';
import { cellLook, cuttingSteps, wayBack } from '../../src/geometry/cuttingSteps.ts';

const phrases = [
  { from: 0, to: 2 },
  { from: 2, to: 3 },
];
const backs = [0, 0, 2];

describe('cuttingSteps', () => {
  const steps = cuttingSteps(3, phrases);

  it('begins with the scores, goes through all words, then back from the last phrase to the first, and joins', () => {
    expect(steps.map(({ kind }) => kind)).toEqual(['scores', 'best', 'best', 'best', 'back', 'back', 'join']);
    expect(steps[4]).toEqual({ kind: 'back', phrase: { from: 2, to: 3 }, found: [] });
    expect(steps[5]).toEqual({ kind: 'back', phrase: { from: 0, to: 2 }, found: [{ from: 2, to: 3 }] });
  });

  it('lights the spans that end at the word of the step, and the phrases of the best cut so far', () => {
    const two = steps[2] ?? { kind: 'join' };
    expect(cellLook(two, { from: 0, to: 2 }, backs)).toEqual({ tried: true, chosen: true });
    expect(cellLook(two, { from: 1, to: 2 }, backs)).toEqual({ tried: true, chosen: false });
    expect(cellLook(two, { from: 2, to: 3 }, backs)).toEqual({ tried: false, chosen: false });
  });

  it('on the way back keeps what was found, and at the end shows all phrases', () => {
    const last = steps[5] ?? { kind: 'join' };
    expect(cellLook(last, { from: 2, to: 3 }, backs)).toEqual({ tried: false, chosen: true });
    expect(cellLook(last, { from: 0, to: 2 }, backs)).toEqual({ tried: true, chosen: true });
    for (const phrase of phrases) expect(cellLook({ kind: 'join' }, phrase, backs).chosen).toBe(true);
    expect(cellLook({ kind: 'scores' }, { from: 0, to: 2 }, backs).chosen).toBe(false);
  });
});

describe('wayBack', () => {
  it('follows the pointers from any word to the start', () => {
    expect(wayBack(3, backs)).toEqual(phrases);
    expect(wayBack(1, backs)).toEqual([{ from: 0, to: 1 }]);
    expect(wayBack(2, [-1, -1])).toEqual([]);
  });
});
