/** @file Words side by side: none touches another, and all are in order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordPlaces } from '../../src/geometry/wordPlaces.ts';

describe('wordPlaces', () => {
  it('gives each word room for its letters, in order, and fills the line', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 16 }), { minLength: 1, maxLength: 45 }), (words) => {
        const { rooms, middles, least } = wordPlaces(words);
        expect(rooms.reduce((sum, room) => sum + room, 0)).toBeCloseTo(least, 6);
        words.forEach((word, k) => {
          expect(rooms[k]).toBeGreaterThanOrEqual(Math.max(24, word.length * 7));
          const gap = ((middles[k + 1] ?? 1) - (middles[k] ?? 0)) * least;
          const needed = (rooms[k] ?? 0) / 2 + (rooms[k + 1] ?? 0) / 2;
          expect(gap).toBeCloseTo(needed, 6);
        });
      }),
    );
  });

  it('of no words is empty', () => {
    expect(wordPlaces([])).toEqual({ rooms: [], middles: [], least: 0 });
  });
});
