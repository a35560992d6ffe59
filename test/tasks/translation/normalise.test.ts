/** @file What people type, and what it is read as. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../src/lib/random.ts';
import { normalise } from '../../../src/tasks/translation/normalise.ts';
import { trainingExample } from '../../../src/tasks/translation/splits.ts';

describe('normalise', () => {
  it.each([
    ['The black cat didn’t drink the cold milk.', 'the black cat did not drink the cold milk'],
    [
      "She isn't eating; they aren't, they weren't and he wasn't.",
      'she is not eating they are not they were not and he was not',
    ],
    ["It doesn't. They don't.", 'it does not they do not'],
    ["It's old, he's tired, they're sad", 'it is old he is tired they are sad'],
    [
      "The dog's eating and the cat's not, but the bird's in the tree",
      'the dog is eating and the cat is not but the bird is in the tree',
    ],
    ["the dog's door", "the dog's door"],
    ["We can't, won't, cannot", 'we can not will not can not'],
    ['“The agreement”, signed in August 1992!', 'the agreement signed in august 1992'],
    ['  two\n lines\tand   spaces ', 'two lines and spaces'],
    ['A red-apple tree and a well-known man', 'a red apple tree and a well-known man'],
    ["the dogs' hats 'quoted'", 'the dogs hats quoted'],
    ['1,992 or 3.5', '1992 or 3.5'],
    ['DIDN´T', 'did not'],
    ['…?!', ''],
    ['', ''],
  ])('reads "%s" as "%s"', (text, words) => {
    expect(normalise(text).words.join(' ')).toBe(words);
  });

  it('says where each word stands in the text; the words of a contraction share their place', () => {
    const text = '  The cat didn’t sleep.';
    const { words, spans } = normalise(text);
    expect(words).toEqual(['the', 'cat', 'did', 'not', 'sleep']);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The',
      'cat',
      'didn’t',
      'didn’t',
      'sleep',
    ]);
  });

  it('says whether anything was changed', () => {
    expect(normalise('the dog is a labrador').changed).toBe(false);
    expect(normalise(' the dog is a labrador ').changed).toBe(false);
    expect(normalise('The dog is a labrador').changed).toBe(true);
    expect(normalise('the dog  is a labrador').changed).toBe(true);
  });

  it('leaves the sentences of the grammar as they are', () => {
    const random = new Random(12);
    for (let draw = 0; draw < 2000; draw += 1) {
      const { source } = trainingExample(random);
      expect(normalise(source.join(' ')).words).toEqual(source);
    }
  });

  it('reads any text without failing, gives lower-case words without white space, and reads its own output as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { words, spans } = normalise(text);
        expect(spans).toHaveLength(words.length);
        for (const word of words) expect(word).toMatch(/^[^\s.,;:!?"“”]+([.,]\S+)?$/u);
        const again = normalise(words.join(' ')).words;
        expect(normalise(again.join(' ')).words).toEqual(again);
      }),
      { numRuns: 1000 },
    );
  });
});
