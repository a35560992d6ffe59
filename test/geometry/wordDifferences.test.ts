/** @file Words of a translation against the right one. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDifferences } from '../../src/geometry/wordDifferences.ts';

describe('wordDifferences', () => {
  it('marks a wrong word and names the one that is missing', () => {
    const made = wordDifferences(['le', 'chien', 'noir'], ['le', 'chat', 'noir']);
    expect(made.kept).toEqual([true, false, true]);
    expect(made.missing).toEqual([{ before: 1, word: 'chat' }]);
  });

  it('keeps the order: a word moved is wrong once and missing once', () => {
    const { kept, missing } = wordDifferences(['a', 'b', 'c'], ['b', 'c', 'a']);
    expect(kept).toEqual([false, true, true]);
    expect(missing).toEqual([{ before: 3, word: 'a' }]);
  });

  it('rebuilds the right translation from what is kept and what is missing, and never marks what is right', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 9 });
    fc.assert(
      fc.property(words, words, (made, right) => {
        const { kept, missing } = wordDifferences(made, right);
        const rebuilt: string[] = [];
        for (let a = 0; a <= made.length; a++) {
          rebuilt.push(...missing.filter(({ before }) => before === a).map(({ word }) => word));
          const word = made[a];
          if (kept[a] === true && word !== undefined) rebuilt.push(word);
        }
        expect(kept).toHaveLength(made.length);
        expect(rebuilt).toEqual(right);
        if (made.join(' ') === right.join(' ')) expect(kept.every(Boolean)).toBe(true);
      }),
    );
  });

  it('keeps as many words as any common subsequence has, found by trying all', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 });
    const isWithin = (part: readonly string[], whole: readonly string[]): boolean => {
      let at = 0;
      for (const word of whole) if (word === part[at]) at += 1;
      return at === part.length;
    };
    fc.assert(
      fc.property(words, words, (made, right) => {
        let longest = 0;
        for (let chosen = 0; chosen < 2 ** made.length; chosen++) {
          const part = made.filter((_, k) => Math.floor(chosen / 2 ** k) % 2 === 1);
          if (isWithin(part, right)) longest = Math.max(longest, part.length);
        }
        expect(wordDifferences(made, right).kept.filter(Boolean)).toHaveLength(longest);
      }),
    );
  });
});
