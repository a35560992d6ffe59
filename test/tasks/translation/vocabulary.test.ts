/** @file Words as numbers, the noise of unknown words, and the words shown for browsing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../src/lib/random.ts';
import { wordGroups } from '../../../src/tasks/translation/browse.ts';
import { displayFrench, displayToken } from '../../../src/tasks/translation/display.ts';
import { examples } from '../../../src/tasks/translation/examples.ts';
import { nearestWords } from '../../../src/tasks/translation/nearest.ts';
import {
  sourceVocabulary,
  targetVocabulary,
  unknownNoise,
} from '../../../src/tasks/translation/vocabulary.ts';
import { END, PAD, UNKNOWN, Vocabulary } from '../../../src/tasks/vocabulary.ts';
import { adjectiveTable, nounTable, verbTable } from './referee.ts';

describe('Vocabulary', () => {
  it('encodes and decodes every sentence of the lessons', () => {
    for (const { english, french } of examples) {
      expect(sourceVocabulary.decode(sourceVocabulary.encode(english.split(' ')))).toEqual(
        english.split(' '),
      );
      expect(targetVocabulary.decode([...targetVocabulary.encode(french.split(' ')), END, PAD, PAD])).toEqual(
        french.split(' '),
      );
    }
  });

  it('is its own inverse on every number', () => {
    for (const vocabulary of [sourceVocabulary, targetVocabulary])
      for (const word of vocabulary.known) expect(vocabulary.word(vocabulary.id(word))).toBe(word);
  });

  it('holds every word that the second translator knows', () => {
    for (const table of [nounTable, adjectiveTable, verbTable])
      for (const word of table.keys()) expect(sourceVocabulary.has(word), word).toBe(true);
    for (const { forms } of [...nounTable.values(), ...adjectiveTable.values()])
      for (const form of forms) if (form !== '-') expect(targetVocabulary.has(form), form).toBe(true);
  });

  it('turns words it does not know, and the names of the marks, into UNKNOWN', () => {
    expect(sourceVocabulary.encode(['the', 'xylophone', '<end>', '<pad>'])).toEqual([
      sourceVocabulary.id('the'),
      UNKNOWN,
      UNKNOWN,
      UNKNOWN,
    ]);
    expect(sourceVocabulary.has('<unknown>')).toBe(false);
  });

  it('has a token for each year from 1900 to 2029 in both languages', () => {
    for (let year = 1900; year <= 2029; year += 1) {
      expect(sourceVocabulary.has(String(year))).toBe(true);
      expect(targetVocabulary.has(String(year))).toBe(true);
    }
    expect(sourceVocabulary.has('1899')).toBe(false);
    expect(sourceVocabulary.has('2030')).toBe(false);
  });

  it('refuses a word twice, a mark as a word, and a number that it does not have', () => {
    expect(() => new Vocabulary(['a', 'b', 'a'])).toThrow('words holds "a" twice');
    expect(() => new Vocabulary(['<end>'])).toThrow('words holds "<end>" twice');
    expect(() => new Vocabulary(['a']).word(4)).toThrow('id is 4; a whole number from 0 to 3 was expected');
  });
});

describe('unknownNoise', () => {
  it('makes about a share p of the words unknown', () => {
    const words = Array.from({ length: 100000 }, () => 'cat');
    const noisy = unknownNoise(new Random(3), words, sourceVocabulary, 0.1);
    const hits = noisy.filter((id) => id === UNKNOWN).length;
    expect(Math.abs(hits / 100000 - 0.1)).toBeLessThan(0.005);
    expect(noisy.every((id) => id === UNKNOWN || id === sourceVocabulary.id('cat'))).toBe(true);
  });

  it('changes nothing at 0; at 1 English words that end in s become the unknown word of that shape, French ones do not', () => {
    const english = ['the', 'cats', 'see'];
    expect(unknownNoise(new Random(1), english, sourceVocabulary, 0)).toEqual(
      sourceVocabulary.encode(english),
    );
    const plural = sourceVocabulary.words.indexOf('<unknown>s');
    expect(unknownNoise(new Random(1), english, sourceVocabulary, 1)).toEqual([UNKNOWN, plural, UNKNOWN]);
    expect(unknownNoise(new Random(1), ['les', 'chats'], targetVocabulary, 1)).toEqual([UNKNOWN, UNKNOWN]);
    expect(sourceVocabulary.encode(['blicket', 'blickets'])).toEqual([UNKNOWN, plural]);
    expect(sourceVocabulary.has('<unknown>s')).toBe(false);
  });
});

describe('wordGroups', () => {
  it('hold every known English word, and only known ones; open and closed as adjectives and as verbs', () => {
    const all = wordGroups.flatMap(({ words }) => words.flatMap(({ word, forms }) => [word, ...forms]));
    expect(all.toSorted()).toEqual([...sourceVocabulary.known, 'closed', 'open'].toSorted());
  });

  it('give each word its French', () => {
    const find = (word: string): string | undefined =>
      wordGroups.flatMap(({ words }) => words).find((entry) => entry.word === word)?.french;
    expect(find('cat')).toBe('chat');
    expect(find('near')).toBe('près de');
    expect(find('of')).toBe('de');
    expect(find('because')).toBe('parce que');
  });
});

describe('displayFrench', () => {
  it('joins elided words and writes typographic apostrophes', () => {
    expect(displayFrench("l' accord n' a pas été signé aujourd'hui".split(' '))).toBe(
      'l’accord n’a pas été signé aujourd’hui',
    );
    expect(displayFrench("parce qu' il dort".split(' '))).toBe('parce qu’il dort');
    expect(displayFrench([])).toBe('');
    expect(displayToken("n'")).toBe('n’');
  });
});

describe('nearestWords', () => {
  it.each([
    ['catt', 'cat'],
    ['hosue', 'house'],
    ['newpaper', 'newspaper'],
    ['frnech', 'french'],
    ['drinked', 'drink'],
    ['teh', 'the'],
    ['brid', 'bird'],
    ['kitten', 'cat'],
    ['puppies', 'dogs'],
    ['huge', 'big'],
    ['who', 'that'],
    ['1850', '1900'],
    ['2050', '2029'],
  ])('offers for %s first of all %s', (unknown, known) => {
    expect(nearestWords(unknown)[0]).toBe(known);
  });

  it('offers from one to three known words, each once, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 15 }), (word) => {
        const offered = nearestWords(word.toLowerCase());
        expect(offered.length).toBeGreaterThan(0);
        expect(offered.length).toBeLessThan(4);
        expect(new Set(offered).size).toBe(offered.length);
        for (const known of offered) expect(sourceVocabulary.has(known), known).toBe(true);
      }),
    );
  });

  it('has known words only on its list of meanings', () => {
    for (const word of [
      'kitten',
      'animal',
      'people',
      'coffee',
      'street',
      'liked',
      'shut',
      'yellow',
      'tonight',
      'without',
      'treaty',
    ])
      for (const known of nearestWords(word)) expect(sourceVocabulary.has(known), known).toBe(true);
  });

  it('finds a word from any of its misspellings by one letter, among the three', () => {
    const random = new Random(2);
    const nouns = [...nounTable.keys()].filter((word) => word.length > 4 && word !== '-');
    let found = 0;
    for (let draw = 0; draw < 300; draw += 1) {
      const word = random.pick(nouns);
      const place = 1 + random.integer(word.length - 1);
      const typo =
        word.slice(0, place) +
        random.pick('abcdeghilmnoprstuy'.split('')) +
        word.slice(place + random.integer(2));
      if (sourceVocabulary.has(typo) || nearestWords(typo).includes(word)) found += 1;
    }
    expect(found / 300).toBeGreaterThan(0.95);
  });
});
