/** @file Turns what people type into the lower-case words that the model reads, and says where each came from. */
import { sourceVocabulary } from './vocabulary.ts';
import { verbs } from './verbs.ts';
import { prepositions } from './lexicon.ts';

/** What a text is read as. */
export interface Reading {
  /** Lower-case words without punctuation, contractions written out. */
  readonly words: string[];
  /** For each word, where it stands in the text: from `start` up to, not including, `end`. A contraction's words share one span. */
  readonly spans: { readonly start: number; readonly end: number }[];
  /** Whether the words, joined by single spaces, differ from the text without its outer white space. */
  readonly changed: boolean;
}

/** Contractions that are not the sum of their parts. */
const WHOLE: ReadonlyMap<string, readonly string[]> = new Map([
  ["can't", ['can', 'not']],
  ['cannot', ['can', 'not']],
  ["won't", ['will', 'not']],
  ["shan't", ['shall', 'not']],
  ["ain't", ['is', 'not']],
  ["let's", ['let', 'us']],
]);

/** Words after which 's is is and not a possessive. */
const BEFORE_IS = new Set([
  'it',
  'he',
  'she',
  'that',
  'this',
  'there',
  'here',
  'who',
  'what',
  'where',
  'when',
  'how',
]);

/** Words that follow is, and not a possessor: the dog's eating, the cat's not black, the dog's a labrador. */
const AFTER_IS: ReadonlySet<string> = new Set([
  ...['not', 'a', 'an', 'the', 'this', 'these'],
  ...prepositions.map(({ english }) => english),
  ...verbs.flatMap(({ continuous }) => (continuous === null ? [] : [continuous])),
]);

const TAILS: readonly (readonly [tail: string, word: string])[] = [
  ["n't", 'not'],
  ["'re", 'are'],
  ["'m", 'am'],
  ["'ll", 'will'],
  ["'ve", 'have'],
  ["'d", 'would'],
];

/** Writes one lower-case word out; `next` is the word after it. */
function expand(word: string, next: string): readonly string[] {
  const whole = WHOLE.get(word);
  if (whole !== undefined) return whole;
  for (const [tail, meant] of TAILS)
    if (word.endsWith(tail) && word.length > tail.length) return [word.slice(0, -tail.length), meant];
  if (word.endsWith("'s")) {
    const stem = word.slice(0, -2);
    if (BEFORE_IS.has(stem) || (sourceVocabulary.has(stem) && AFTER_IS.has(next))) return [stem, 'is'];
  }
  if (word.includes('-')) {
    const parts = word.split('-');
    if (parts.every((part) => sourceVocabulary.has(part))) return parts;
  }
  return [word];
}

/** A word: letters and digits, with apostrophes and hyphens only inside; commas and points only between digits. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:(?:['’ʼ‘＇´`-]|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{M}\p{N}]+)*/gu;

/**
 * What a text is read as: lower case, straight apostrophes, without punctuation, contractions written out (didn't: did not; it's: it
 * is; the dog's eating: the dog is eating). A possessive stays one word, which the model does not know.
 */
export function normalise(text: string): Reading {
  const found = [...text.matchAll(WORD)].map((match) => ({
    word: match[0]
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/['’ʼ‘＇´`]/gu, "'")
      .replaceAll(/(?<=\p{N}),(?=\p{N})/gu, ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const words: string[] = [];
  const spans: { start: number; end: number }[] = [];
  for (const [index, { word, start, end }] of found.entries()) {
    for (const part of expand(word, found[index + 1]?.word ?? '')) {
      words.push(part);
      spans.push({ start, end });
    }
  }
  return { words, spans, changed: words.join(' ') !== text.trim() };
}
