/** @file The words of both languages as numbers: encode, decode, and the noise that teaches the unknown word. */
import type { Random } from '../../lib/random.ts';
import { adjectives } from './adjectives.ts';
import { nouns } from './nouns.ts';
import { verbs } from './verbs.ts';
import { UNKNOWN_S_MARK, Vocabulary } from '../vocabulary.ts';
import { conjunctions, months, prepositions, pronouns, years } from './lexicon.ts';
import type { Adjective, Noun, Verb } from './lexicon.ts';

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

/** The open words of a world; those of grammar belong to every one. */
export interface Lexicon {
  readonly nouns: readonly Noun[];
  readonly adjectives: readonly Adjective[];
  readonly verbs: readonly Verb[];
  readonly months: readonly (readonly [english: string, french: string])[];
  readonly years: readonly string[];
}

const whole: Lexicon = { nouns, adjectives, verbs, months, years };

/** The English words of a world. */
export function englishOf({ nouns, adjectives, verbs, months, years }: Lexicon): Vocabulary {
  return new Vocabulary(
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
}

/** The French tokens of a world. */
export function frenchOf({ nouns, adjectives, verbs, months, years }: Lexicon): Vocabulary {
  return new Vocabulary(
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
}

/** English: every word of the grammar. */
export const sourceVocabulary = englishOf(whole);

/** French: every token that the grammar can say. */
export const targetVocabulary = frenchOf(whole);

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
