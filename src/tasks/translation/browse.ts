/** @file The words of the small world in groups, for a reader who looks for one to click. */
import { adjectives } from './adjectives.ts';
import { nouns } from './nouns.ts';
import { verbs } from './verbs.ts';
import { conjunctions, months, prepositions, pronouns, years } from './lexicon.ts';
import type { NounKind } from './lexicon.ts';

/** What a group is called in the message catalogue. */
export type WordGroupId =
  | 'people'
  | 'animals'
  | 'food'
  | 'things'
  | 'places'
  | 'nature'
  | 'adjectives'
  | 'verbs'
  | 'determiners'
  | 'pronouns'
  | 'prepositions'
  | 'joining'
  | 'helping'
  | 'time'
  | 'months'
  | 'years';

/** One word with all its English forms; each form is a known word. */
export interface WordEntry {
  readonly word: string;
  /** Other forms: the plural; eats, ate, eaten, eating. */
  readonly forms: readonly string[];
  /** What it becomes in French, for a glance: a token, or a few with spaces. */
  readonly french: string;
}

/** A group of words. */
export interface WordGroup {
  readonly id: WordGroupId;
  readonly words: readonly WordEntry[];
}

const entry = (word: string, french: string, forms: readonly (string | null)[] = []): WordEntry => ({
  word,
  forms: [...new Set(forms)].filter((form): form is string => form !== null && form !== word),
  french,
});

function ofKinds(id: WordGroupId, kinds: readonly NounKind[]): WordGroup {
  const words = nouns
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ english, englishPlural, french }) => entry(english, french, [englishPlural]));
  return { id, words };
}

/** All known English words, each in one group; open and closed, adjectives and verbs, in two. */
export const wordGroups: readonly WordGroup[] = [
  ofKinds('people', ['person']),
  ofKinds('animals', ['animal']),
  ofKinds('food', ['food', 'drink']),
  ofKinds('things', ['text', 'object', 'furniture', 'vehicle', 'opening', 'accord']),
  ofKinds('places', ['place', 'way']),
  ofKinds('nature', ['plant', 'nature', 'celestial']),
  { id: 'adjectives', words: adjectives.map(({ english, french }) => entry(english, french[0])) },
  {
    id: 'verbs',
    words: verbs.map(({ english, third, past, participle, continuous, object, french }) =>
      entry(english, french[0], [third, past, object === 'never' ? null : participle, continuous]),
    ),
  },
  {
    id: 'determiners',
    words: [entry('the', 'le la les'), entry('a', 'un une', ['an']), entry('this', 'ce cette', ['these'])],
  },
  { id: 'pronouns', words: pronouns.map(({ english, french }) => entry(english, french)) },
  {
    id: 'prepositions',
    words: prepositions.map(({ english, french, de }) => entry(english, de ? `${french} de`.trim() : french)),
  },
  {
    id: 'joining',
    words: [
      ...conjunctions.map(({ english, french }) => entry(english, french.join(' '))),
      entry('that', 'qui'),
    ],
  },
  {
    id: 'helping',
    words: [
      entry('is', 'est', ['are', 'was', 'were']),
      entry('does', '', ['do', 'did']),
      entry('not', 'ne pas'),
    ],
  },
  { id: 'time', words: [entry('today', "aujourd'hui"), entry('yesterday', 'hier')] },
  { id: 'months', words: months.map(([english, french]) => entry(english, french)) },
  { id: 'years', words: years.map((year) => entry(year, year)) },
];
