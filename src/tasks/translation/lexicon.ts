/** @file What the words of the small world are made of, and the short lists: prepositions, pronouns, conjunctions, months, years. */

/** What a noun stands for; decides which verbs and adjectives suit it. */
export type NounKind =
  | 'person'
  | 'animal'
  | 'food'
  | 'drink'
  | 'plant'
  | 'text'
  | 'object'
  | 'furniture'
  | 'vehicle'
  | 'opening'
  | 'place'
  | 'way'
  | 'nature'
  | 'celestial'
  | 'accord';

/** A noun in both languages. */
export interface Noun {
  readonly english: string;
  /** null: the noun has no plural. */
  readonly englishPlural: string | null;
  readonly french: string;
  readonly frenchPlural: string | null;
  readonly feminine: boolean;
  /** Begins with a vowel sound in French (a vowel or a mute h), so that le, la, de are elided before it. */
  readonly vowel: boolean;
  readonly kind: NounKind;
  /** A profession or title: never a predicate noun, where French leaves the article out. */
  readonly title: boolean;
  /** Bread, milk …: may stand as a bare object (drinks milk: boit du lait). */
  readonly substance: boolean;
  /** Without a plural, a or an is natural only with one of these adjectives (a strong wine). */
  readonly articleAdjectives: readonly string[];
}

/** An adjective in both languages. */
export interface Adjective {
  readonly english: string;
  /** Masculine singular, masculine plural, feminine singular, feminine plural. */
  readonly french: readonly [string, string, string, string];
  /** The masculine singular before a vowel sound, where it differs (vieil). */
  readonly beforeVowel: string | null;
  /** Stands before the noun in French. */
  readonly before: boolean;
  /** Its place in an English row of adjectives: the smaller stands first. */
  readonly rank: number;
  /** Of two adjectives with the same aspect, a noun gets only one (big, small). */
  readonly aspect: string;
  /** Stands after is and are only (open, closed). */
  readonly predicateOnly: boolean;
}

/** A verb in both languages. */
export interface Verb {
  /** The base form, which is also the English plural present. */
  readonly english: string;
  readonly third: string;
  /** null: the past looks like the present and is left out (read). */
  readonly past: string | null;
  readonly participle: string;
  /** null: the verb has no continuous (see, hear, love, find). */
  readonly continuous: string | null;
  readonly french: readonly [singular: string, plural: string];
  /** Masculine singular, masculine plural, feminine singular, feminine plural. */
  readonly frenchParticiple: readonly [string, string, string, string];
  readonly object: 'always' | 'optional' | 'never';
}

/** A preposition in both languages; `de` is contracted with le and les. */
export interface Preposition {
  readonly english: string;
  /** The French words; a final de belongs to the noun phrase. */
  readonly french: string;
  readonly de: boolean;
}

/** Nouns that begin with a mute h; every other h is aspirated (le héros). */
const MUTE_H = new Set(['homme', 'hommes', 'hier']);

/** Whether a French token begins with a vowel sound, before which le, la, ne, de, que are elided. */
export function beginsWithVowelSound(token: string): boolean {
  return MUTE_H.has(token) || /^[aeiouyàâéèêëîïôû]/u.test(token);
}

/**
 * Four forms from one column of text: masculine singular and plural, feminine singular and plural.
 * @throws RangeError when there are not four.
 */
export function fourForms(column: string): readonly [string, string, string, string] {
  const forms = column.split(' ');
  if (forms.length !== 4) throw new RangeError(`"${column}" has ${forms.length} forms; 4 were expected`);
  return forms as [string, string, string, string];
}

/** All prepositions. */
export const prepositions: readonly Preposition[] = [
  { english: 'in', french: 'dans', de: false },
  { english: 'on', french: 'sur', de: false },
  { english: 'under', french: 'sous', de: false },
  { english: 'with', french: 'avec', de: false },
  { english: 'near', french: 'près', de: true },
  { english: 'behind', french: 'derrière', de: false },
  { english: 'of', french: '', de: true },
  { english: 'by', french: 'par', de: false },
];

/** Personal pronouns; they is always ils. */
export const pronouns = [
  { english: 'he', french: 'il', feminine: false, plural: false },
  { english: 'she', french: 'elle', feminine: true, plural: false },
  { english: 'they', french: 'ils', feminine: false, plural: true },
] as const;

/** A personal pronoun as a subject. */
export type Pronoun = (typeof pronouns)[number];

/** The words that join two clauses. */
export const conjunctions = [
  { english: 'and', french: ['et'] },
  { english: 'but', french: ['mais'] },
  { english: 'because', french: ['parce', 'que'] },
  { english: 'when', french: ['quand'] },
] as const;

/** A word that joins two clauses. */
export type Conjunction = (typeof conjunctions)[number];

/** English and French month names, in the order of the year. */
export const months: readonly (readonly [english: string, french: string])[] = [
  ['january', 'janvier'],
  ['february', 'février'],
  ['march', 'mars'],
  ['april', 'avril'],
  ['may', 'mai'],
  ['june', 'juin'],
  ['july', 'juillet'],
  ['august', 'août'],
  ['september', 'septembre'],
  ['october', 'octobre'],
  ['november', 'novembre'],
  ['december', 'décembre'],
];

/** The years the world knows, each a token in both languages. */
export const years: readonly string[] = Array.from({ length: 130 }, (_, index) => String(1900 + index));

/** English words before which the article is an, by their sound (european begins with a consonant's). */
export const vowelSoundsInEnglish: ReadonlySet<string> = new Set([
  'apple',
  'agreement',
  'area',
  'old',
  'economic',
]);
