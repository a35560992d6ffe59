/** @file The words of both languages as numbers: encode, decode, and the noise that teaches the unknown word. */
import type { Random } from '../../lib/random.ts';
import { adjectives } from './adjectives.ts';
import { nouns } from './nouns.ts';
import { verbs } from './verbs.ts';
import { conjunctions, months, prepositions, pronouns, years } from './lexicon.ts';

/** Fills the end of short sentences in a batch. */
export const PAD = 0;
/** Stands for every word that the model does not know. */
export const UNKNOWN = 1;
/** Ends a sentence, and tells the decoder to begin. */
export const END = 2;

/** How the three marks are written. */
const MARKS = ['<pad>', '<unknown>', '<end>'] as const;
/** The English mark of an unknown word that ends in s: its number can be told from its shape, as a reader would. */
const UNKNOWN_S_MARK = '<unknown>s';

/** The words of one language, each with its number. */
export class Vocabulary {
  /** All words by number, the three marks first. */
  readonly words: readonly string[];
  private readonly ids: ReadonlyMap<string, number>;
  /** How many of the first words are marks. */
  private readonly marks: number;

  /**
   * @param moreMarks marks beside the three; only UNKNOWN_S_MARK has a meaning.
   * @throws RangeError when a word stands twice or is one of the marks.
   */
  constructor(words: readonly string[], moreMarks: readonly string[] = []) {
    this.words = [...MARKS, ...moreMarks, ...words];
    this.marks = MARKS.length + moreMarks.length;
    this.ids = new Map(this.words.map((word, id) => [word, id]));
    if (this.ids.size !== this.words.length) {
      const twice = this.words.find((word, id) => this.ids.get(word) !== id);
      throw new RangeError(`words holds "${twice}" twice`);
    }
  }

  /** How many numbers there are, marks included. */
  get size(): number {
    return this.words.length;
  }

  /** The words without the marks. */
  get known(): readonly string[] {
    return this.words.slice(this.marks);
  }

  /** Whether a word (not a mark) is known. */
  has(word: string): boolean {
    return (this.ids.get(word) ?? 0) >= this.marks;
  }

  /** The number of a word, or that of the unknown word of its shape. */
  id(word: string): number {
    const id = this.ids.get(word);
    return id === undefined || id < this.marks ? this.unknown(word) : id;
  }

  /** The number that stands for a word when it is not known. */
  unknown(word: string): number {
    return (word.endsWith('s') ? this.ids.get(UNKNOWN_S_MARK) : undefined) ?? UNKNOWN;
  }

  /**
   * The word with a number.
   * @throws RangeError when there is none.
   */
  word(id: number): string {
    const word = this.words[id];
    if (word === undefined)
      throw new RangeError(`id is ${id}; a whole number from 0 to ${this.size - 1} was expected`);
    return word;
  }

  /** The numbers of words, without the end mark. */
  encode(words: readonly string[]): number[] {
    return words.map((word) => this.id(word));
  }

  /** The words up to the end mark, without it and without padding. */
  decode(ids: readonly number[]): string[] {
    const end = ids.indexOf(END);
    return (end < 0 ? ids : ids.slice(0, end)).filter((id) => id !== PAD).map((id) => this.word(id));
  }
}

const unique = (words: readonly (string | null)[]): string[] => [
  ...new Set(words.filter((word): word is string => word !== null && word !== '')),
];

const englishFunctionWords = [
  ...['the', 'a', 'an', 'this', 'these', 'that', 'not'],
  ...['is', 'are', 'was', 'were', 'do', 'does', 'did', 'today', 'yesterday'],
];

const frenchFunctionWords = [
  ...['le', 'la', "l'", 'les', 'un', 'une', 'ce', 'cet', 'cette', 'ces', 'de', "d'", 'du', 'des', 'qui'],
  ...[
    'ne',
    "n'",
    'pas',
    'a',
    'ont',
    'été',
    'est',
    'sont',
    'était',
    'étaient',
    "qu'",
    'en',
    "aujourd'hui",
    'hier',
  ],
];

/** English: every word of the grammar. */
export const sourceVocabulary = new Vocabulary(
  unique([
    ...englishFunctionWords,
    ...pronouns.map(({ english }) => english),
    ...prepositions.map(({ english }) => english),
    ...conjunctions.map(({ english }) => english),
    ...nouns.flatMap(({ english, englishPlural }) => [english, englishPlural]),
    ...adjectives.map(({ english }) => english),
    ...verbs.flatMap(({ english, third, past, participle, continuous, object }) => [
      ...[english, third, past, continuous],
      object === 'never' ? null : participle,
    ]),
    ...months.map(([english]) => english),
    ...years,
  ]),
  [UNKNOWN_S_MARK],
);

/** French: every token that the grammar can say. */
export const targetVocabulary = new Vocabulary(
  unique([
    ...frenchFunctionWords,
    ...pronouns.map(({ french }) => french),
    ...prepositions.map(({ french }) => french),
    ...conjunctions.flatMap(({ french }) => [...french]),
    ...nouns.flatMap(({ french, frenchPlural }) => [french, frenchPlural]),
    ...adjectives.flatMap(({ french, beforeVowel }) => [...french, beforeVowel]),
    ...verbs.flatMap(({ french, frenchParticiple, object }) =>
      object === 'never' ? [...french, frenchParticiple[0]] : [...french, ...frenchParticiple],
    ),
    ...months.map(([, french]) => french),
    ...years,
  ]),
);

/**
 * The numbers of a sentence in which each word became unknown with probability p; marks stay. One number is drawn a word, so that the
 * stream does not depend on what is replaced.
 * @param p from 0 to 1.
 */
export function unknownNoise(
  random: Random,
  words: readonly string[],
  vocabulary: Vocabulary,
  p: number,
): number[] {
  return words.map((word) => (random.next() < p ? vocabulary.unknown(word) : vocabulary.id(word)));
}
