/** @file The adjective–noun and verb–noun pairs of a sentence, and which of them are never seen in training. */
import { hashText } from '../hash.ts';
import { isAdjective } from './tree.ts';
import type { NounPhrase, Phrase, Predicate, PronounPhrase, Sentence } from './tree.ts';

/** Adjective and noun of the eight example sentences: all of them stay out of training. */
const EXAMPLE_PAIRS: ReadonlySet<string> = new Set([
  'european area',
  'economic area',
  'black cat',
  'cold milk',
  'red apple',
  'big house',
  'old man',
  'green car',
  'small child',
  'white bird',
  'big tree',
]);

/** One pair in this many, by its hash, is never seen together in training. */
const ONE_IN = 16;

/**
 * Whether an adjective or verb and a noun are never seen together in training: as attribute, predicate, subject (of an active or a
 * passive), agent or object, singular or plural.
 * @param word the English adjective, or the base form of the verb.
 * @param noun the English noun in the singular.
 */
export function isHeldOutPair(word: string, noun: string): boolean {
  const pair = `${word} ${noun}`;
  return EXAMPLE_PAIRS.has(pair) || hashText(`pair ${pair}`) % ONE_IN === 0;
}

/** Tells `visit` every adjective–noun and verb–noun pair of a sentence, as English base forms. */
export function visitPairs(sentence: Sentence, visit: (word: string, noun: string) => void): void {
  const inNounPhrase = (phrase: NounPhrase): void => {
    for (const adjective of phrase.adjectives) visit(adjective.english, phrase.noun.english);
    for (const own of phrase.phrases) inNounPhrase(own.noun);
    if (phrase.relative !== null) inPredicate(phrase.relative, phrase);
  };
  const inPhrase = (phrase: Phrase, verb: string | null): void => {
    if (verb !== null && phrase.preposition.english === 'by') visit(verb, phrase.noun.noun.english);
    inNounPhrase(phrase.noun);
  };
  const inPredicate = (predicate: Predicate, subject: NounPhrase | PronounPhrase): void => {
    const head = subject.kind === 'noun' ? subject.noun.english : null;
    if (predicate.kind === 'action') {
      const verb = predicate.verb.english;
      if (head !== null) visit(verb, head);
      if (predicate.object !== null) {
        visit(verb, predicate.object.noun.english);
        inNounPhrase(predicate.object);
      }
      for (const phrase of predicate.phrases) inPhrase(phrase, verb);
      return;
    }
    const { attribute } = predicate;
    if (attribute !== null && isAdjective(attribute)) {
      if (head !== null) visit(attribute.english, head);
    } else if (attribute !== null) inNounPhrase(attribute);
    for (const phrase of predicate.phrases) inPhrase(phrase, null);
  };
  for (const { subject, predicate } of sentence.clauses) {
    if (subject.kind === 'noun') inNounPhrase(subject);
    inPredicate(predicate, subject);
  }
}

/** The held-out pairs of a sentence, `adjective noun` or `verb noun`, each once. */
export function heldOutPairs(sentence: Sentence): string[] {
  const found = new Set<string>();
  visitPairs(sentence, (word, noun) => {
    if (isHeldOutPair(word, noun)) found.add(`${word} ${noun}`);
  });
  return [...found];
}
