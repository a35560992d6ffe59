/** @file Sentences with one unknown noun, and what counts as right around it. */
import { describe, expect, it } from 'vitest';
import { Random } from '../../../src/lib/random.ts';
import { heldOut } from '../../../src/tasks/translation/splits.ts';
import { otherWordsRight, withUnknownNoun } from '../../../src/tasks/translation/unknownNoun.ts';
import { sourceVocabulary } from '../../../src/tasks/translation/vocabulary.ts';

/** The French of a case with what depends on the noun in brackets. */
function bracketed(english: string): string {
  const found = withUnknownNoun(new Random(1), english.split(' '));
  if (found === undefined) throw new Error(`no noun in: ${english}`);
  return found.target.map((token, t) => (found.fixed[t] === true ? token : `[${token}]`)).join(' ');
}

describe('withUnknownNoun', () => {
  it.each([
    // One noun each, so that there is nothing to choose.
    ['the old dog is sleeping', '[le] [vieux] [chien] dort'],
    ['she did not see the white door', "elle n' a pas vu [la] [porte] [blanche]"],
    ['he sleeps near the garden', 'il dort près [du] [jardin]'],
    ['these green cars were not sold', "ces [voitures] [vertes] n' ont pas été [vendues]"],
    ['they eat apples', 'ils mangent des [pommes]'],
    ['today the sad heroes are happy', "aujourd'hui les [héros] tristes sont [heureux]"],
  ])('of "%s" leaves what does not depend on the noun', (english, expected) => {
    expect(bracketed(english)).toBe(expected);
  });

  it('replaces one noun, keeps its number, and has the article that the new word asks for', () => {
    const found = withUnknownNoun(new Random(1), 'she eats an apple'.split(' '));
    expect(found?.source).toEqual(['she', 'eats', 'a', 'blicket']);
    expect(found?.place).toBe(3);
    expect(withUnknownNoun(new Random(1), 'she eats apples'.split(' '), 'wug')?.source).toEqual([
      'she',
      'eats',
      'wugs',
    ]);
  });

  it('makes a case with exactly one unknown word of nearly every held-out sentence', () => {
    const random = new Random(4);
    let made = 0;
    for (const { source } of heldOut([6, 20], 500, 9)) {
      const found = withUnknownNoun(random, source);
      if (found === undefined) continue;
      made += 1;
      expect(found.source.filter((word) => !sourceVocabulary.has(word))).toEqual([found.source[found.place]]);
      expect(found.fixed).toHaveLength(found.target.length);
      expect(found.fixed).toContain(false);
      expect(otherWordsRight(found, found.target)).toBe(true);
    }
    expect(made).toBeGreaterThan(480);
  });

  it('gives nothing where there is no noun or no sentence', () => {
    expect(withUnknownNoun(new Random(1), ['he', 'sleeps', 'today'])).toBeUndefined();
    expect(withUnknownNoun(new Random(1), ['dog', 'the', 'sleeps'])).toBeUndefined();
  });
});

describe('otherWordsRight', () => {
  const target = 'elle voit le chien dans la maison'.split(' ');
  const fixed = [true, true, false, false, true, true, true];
  const right = (text: string): boolean => otherWordsRight({ target, fixed }, text.split(' '));

  it('lets the unknown noun and its article be anything, one token more or less', () => {
    expect(right('elle voit la <unknown> dans la maison')).toBe(true);
    expect(right('elle voit chat dans la maison')).toBe(true);
    expect(right('elle voit de la pomme dans la maison')).toBe(true);
  });

  it('lets no other word be wrong, missing or too many', () => {
    expect(right('elle a le chien dans la maison')).toBe(false);
    expect(right('elle voit le chien dans maison')).toBe(false);
    expect(right('elle voit le chien dans la maison noire')).toBe(false);
    expect(right('elle voit le petit gros chien dans la maison')).toBe(false);
    expect(right('voit le chien dans la maison')).toBe(false);
  });
});
