/** @file Puts a noun phrase without what hangs on it into English and French words: article, adjectives, noun. */
import { assertNever } from '../../lib/exhaustive.ts';
import { NONE } from './draft.ts';
import type { Draft } from './draft.ts';
import { vowelSoundsInEnglish } from './lexicon.ts';
import type { Adjective, Noun } from './lexicon.ts';
import type { NounPhrase } from './tree.ts';

/** Which of the four French forms agrees. */
export const agreement = (feminine: boolean, plural: boolean): 0 | 1 | 2 | 3 =>
  feminine ? (plural ? 3 : 2) : plural ? 1 : 0;

/** Where the words of an English noun phrase stand. */
interface Places {
  readonly determiner: number;
  /** The first adjective; the others follow. */
  readonly adjectives: number;
  readonly noun: number;
}

function englishNoun(noun: Noun, plural: boolean): string {
  if (!plural) return noun.english;
  if (noun.englishPlural === null) throw new RangeError(`${noun.english} has no plural`);
  return noun.englishPlural;
}

function englishNounPhrase(draft: Draft, phrase: NounPhrase): Places {
  const word = englishNoun(phrase.noun, phrase.plural);
  const { determiner: kind } = phrase;
  let determiner = NONE;
  if (kind === 'the') determiner = draft.english('the');
  else if (kind === 'this') determiner = draft.english(phrase.plural ? 'these' : 'this');
  else if (kind === 'a') {
    const next = phrase.adjectives[0]?.english ?? word;
    determiner = draft.english(vowelSoundsInEnglish.has(next) ? 'an' : 'a');
  }
  const adjectives = draft.source.length;
  for (const adjective of phrase.adjectives) draft.english(adjective.english);
  return { determiner, adjectives, noun: draft.english(word) };
}

/** What stands before a noun phrase and changes its French article. */
export type Setting =
  | { readonly kind: 'plain' }
  /** After near and of: de, du, des belong to the preposition. */
  | { readonly kind: 'de'; readonly preposition: number }
  /** The direct object of a negated verb: a and the bare plural become de. */
  | { readonly kind: 'negated'; readonly not: number };

export const PLAIN: Setting = { kind: 'plain' };

/** The article that agrees, without any preposition: le, la, les, un, une, ce, cet, cette, ces. */
function frenchArticle(draft: Draft, phrase: NounPhrase, at: Places, startsWithVowel: boolean): void {
  const { plural, noun } = phrase;
  switch (phrase.determiner) {
    case 'the':
      if (plural) draft.french('les', at.determiner);
      else draft.clitic(noun.feminine ? 'la' : 'le', at.determiner);
      return;
    case 'a':
      draft.french(noun.feminine ? 'une' : 'un', at.determiner);
      return;
    case 'this':
      if (plural) draft.french('ces', at.determiner);
      else if (noun.feminine) draft.french('cette', at.determiner);
      else draft.french(startsWithVowel ? 'cet' : 'ce', at.determiner);
      return;
    case 'bare':
      return;
    default:
      assertNever(phrase.determiner, 'determiner');
  }
}

/** The bare plural (des, de before an adjective) and the bare substance (du, de la, de l'). */
function frenchPartitive(draft: Draft, phrase: NounPhrase, at: Places, startsWithVowel: boolean): void {
  if (phrase.plural) {
    const adjectiveFirst = phrase.adjectives.some((adjective) => adjective.before);
    if (adjectiveFirst) draft.clitic('de', NONE, at.noun);
    else draft.french('des', NONE, at.noun);
  } else if (phrase.noun.feminine || startsWithVowel) {
    draft.french('de', NONE, at.noun);
    draft.clitic(phrase.noun.feminine ? 'la' : 'le', NONE, at.noun);
  } else draft.french('du', NONE, at.noun);
}

/** de with the article after it: du, des, de la, de l', d'un … */
function frenchDe(
  draft: Draft,
  phrase: NounPhrase,
  at: Places,
  preposition: number,
  startsWithVowel: boolean,
): void {
  const { determiner: kind, plural, noun } = phrase;
  if (kind === 'the' && plural) draft.french('des', preposition, at.determiner);
  else if (kind === 'the' && !noun.feminine && !startsWithVowel)
    draft.french('du', preposition, at.determiner);
  else {
    draft.clitic('de', preposition, at.determiner);
    frenchArticle(draft, phrase, at, startsWithVowel);
  }
}

function frenchNounPhrase(draft: Draft, phrase: NounPhrase, at: Places, setting: Setting): void {
  const { noun, plural, adjectives } = phrase;
  const forms = agreement(noun.feminine, plural);
  let leading = 0;
  for (const adjective of adjectives) if (adjective.before) leading += 1;
  // Adjectives before a noun all begin with a consonant, so that only the noun can ask for an elision.
  const startsWithVowel = leading === 0 && noun.vowel;

  if (setting.kind === 'negated' && (phrase.determiner === 'a' || phrase.determiner === 'bare')) {
    draft.clitic('de', at.determiner, setting.not, phrase.determiner === 'bare' ? at.noun : NONE);
  } else if (setting.kind === 'de') frenchDe(draft, phrase, at, setting.preposition, startsWithVowel);
  else if (phrase.determiner === 'bare') frenchPartitive(draft, phrase, at, startsWithVowel);
  else frenchArticle(draft, phrase, at, startsWithVowel);

  let said = 0;
  for (const [index, adjective] of adjectives.entries()) {
    if (!adjective.before) continue;
    said += 1;
    const special = said === leading && forms === 0 && noun.vowel ? adjective.beforeVowel : null;
    draft.french(special ?? adjective.french[forms], at.adjectives + index);
  }
  // A noun without a plural never gets here as one: englishNoun has thrown.
  draft.french(plural ? (noun.frenchPlural ?? noun.french) : noun.french, at.noun);
  for (let index = adjectives.length - 1; index >= 0; index -= 1) {
    const adjective = adjectives[index] as Adjective;
    if (!adjective.before) draft.french(adjective.french[forms], at.adjectives + index);
  }
}

/** Says an article, adjectives and a noun in both languages. */
export function sayBareNounPhrase(draft: Draft, phrase: NounPhrase, setting: Setting): void {
  const at = englishNounPhrase(draft, phrase);
  frenchNounPhrase(draft, phrase, at, setting);
}
