/** @file Puts a sentence tree into English and French words, with the gold alignment of the two. */
import { assertNever } from '../../lib/exhaustive.ts';
import { beginsWithVowelSound, months, vowelSoundsInEnglish } from './lexicon.ts';
import type { Adjective, Noun } from './lexicon.ts';
import { isAdjective } from './tree.ts';
import type { Action, Being, NounPhrase, Phrase, Predicate, PronounPhrase, Sentence, Time } from './tree.ts';

/** A pair of sentences with its gold alignment; places count from 0. */
export interface Example {
  readonly source: string[];
  readonly target: string[];
  /** [target place, source place]: the one sure partner of each French token that has one. */
  readonly sure: (readonly [t: number, j: number])[];
  /** [target place, source place]: partners that are possible only; the sure ones are not repeated. */
  readonly possible: (readonly [t: number, j: number])[];
}

/** Stands for "no partner" where an English place is asked for. */
const NONE = -1;

const ELIDED = new Map([
  ['le', "l'"],
  ['la', "l'"],
  ['ne', "n'"],
  ['de', "d'"],
  ['que', "qu'"],
]);

/** Which of the four French forms agrees. */
const agreement = (feminine: boolean, plural: boolean): 0 | 1 | 2 | 3 =>
  feminine ? (plural ? 3 : 2) : plural ? 1 : 0;

/** Cached, since the generator asks millions of times about a few hundred words. */
const vowelSounds = new Map<string, boolean>();
function vowelSound(token: string): boolean {
  let known = vowelSounds.get(token);
  if (known === undefined) {
    known = beginsWithVowelSound(token);
    vowelSounds.set(token, known);
  }
  return known;
}

/** The two sentences as they grow. */
class Draft implements Example {
  readonly source: string[] = [];
  readonly target: string[] = [];
  readonly sure: [number, number][] = [];
  readonly possible: [number, number][] = [];
  /** The last French token is elided if the next one begins with a vowel sound. */
  private elidable = false;

  /** Adds an English word and gives its place. */
  english(word: string): number {
    return this.source.push(word) - 1;
  }

  /** Adds a French token with its sure partner and up to two possible ones. */
  french(token: string, sure: number, possible = NONE, other = NONE): void {
    const place = this.target.length;
    if (this.elidable) {
      this.elidable = false;
      const last = this.target[place - 1];
      const short = last === undefined || !vowelSound(token) ? undefined : ELIDED.get(last);
      if (short !== undefined) this.target[place - 1] = short;
    }
    this.target.push(token);
    if (sure !== NONE) this.sure.push([place, sure]);
    if (possible !== NONE) this.possible.push([place, possible]);
    if (other !== NONE) this.possible.push([place, other]);
  }

  /** Adds le, la, ne, de or que, which the next token may shorten. */
  clitic(token: string, sure: number, possible = NONE, other = NONE): void {
    this.french(token, sure, possible, other);
    this.elidable = true;
  }
}

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
type Setting =
  | { readonly kind: 'plain' }
  /** After near and of: de, du, des belong to the preposition. */
  | { readonly kind: 'de'; readonly preposition: number }
  /** The direct object of a negated verb: a and the bare plural become de. */
  | { readonly kind: 'negated'; readonly not: number };

const PLAIN: Setting = { kind: 'plain' };

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

function sayNounPhrase(draft: Draft, phrase: NounPhrase, setting: Setting): void {
  const at = englishNounPhrase(draft, phrase);
  frenchNounPhrase(draft, phrase, at, setting);
  for (const own of phrase.phrases) sayPhrase(draft, own);
  if (phrase.relative !== null) {
    const that = draft.english('that');
    draft.french('qui', that);
    sayPredicate(draft, phrase.relative, phrase.noun.feminine, phrase.plural);
  }
}

function sayPhrase(draft: Draft, { preposition, noun }: Phrase): void {
  const place = draft.english(preposition.english);
  if (!preposition.de) {
    draft.french(preposition.french, place);
    sayNounPhrase(draft, noun, PLAIN);
    return;
  }
  if (preposition.french !== '')
    draft.french(preposition.french, place, noun.determiner === 'bare' ? NONE : place + 1);
  sayNounPhrase(draft, noun, { kind: 'de', preposition: place });
}

function sayTime(draft: Draft, time: Time): void {
  switch (time.kind) {
    case 'today':
      draft.french("aujourd'hui", draft.english('today'));
      return;
    case 'yesterday':
      draft.french('hier', draft.english('yesterday'));
      return;
    case 'month': {
      const name = months[time.month];
      if (name === undefined) throw new RangeError(`month is ${time.month}; 0 to 11 was expected`);
      draft.french('en', draft.english('in'));
      draft.french(name[1], draft.english(name[0]));
      draft.french(time.year, draft.english(time.year));
      return;
    }
    default:
      assertNever(time, 'time');
  }
}

/** The French frame of a verb: ne, the finite word, pas, each with its partners. */
function sayFinite(draft: Draft, not: number, possible: number, say: () => void): void {
  if (not !== NONE) draft.clitic('ne', not, possible);
  say();
  if (not !== NONE) draft.french('pas', not, possible);
}

/** English verb words and French verb words; gives the place of not. */
function sayVerb(draft: Draft, { verb, form, negated }: Action, feminine: boolean, plural: boolean): number {
  let helper = NONE;
  let not = NONE;
  const help = (word: string) => {
    helper = draft.english(word);
    if (negated) not = draft.english('not');
  };
  switch (form) {
    case 'present':
    case 'continuous': {
      if (form === 'continuous') help(plural ? 'are' : 'is');
      else if (negated) help(plural ? 'do' : 'does');
      const plain = plural || negated ? verb.english : verb.third;
      const main = draft.english(
        form === 'continuous' ? required(verb.continuous, verb.english, form) : plain,
      );
      sayFinite(draft, not, helper, () =>
        draft.french(verb.french[plural ? 1 : 0], main, form === 'continuous' ? helper : NONE),
      );
      return not;
    }
    case 'past': {
      if (negated) help('did');
      const main = draft.english(negated ? verb.english : required(verb.past, verb.english, form));
      sayFinite(draft, not, helper, () =>
        draft.french(plural ? 'ont' : 'a', negated ? helper : main, negated ? main : NONE),
      );
      draft.french(verb.frenchParticiple[0], main);
      return not;
    }
    case 'passive': {
      help(plural ? 'were' : 'was');
      const main = draft.english(verb.participle);
      sayFinite(draft, not, NONE, () => draft.french(plural ? 'ont' : 'a', helper, main));
      draft.french('été', helper, main);
      draft.french(verb.frenchParticiple[agreement(feminine, plural)], main);
      return not;
    }
    default:
      return assertNever(form, 'form');
  }
}

function required(word: string | null, verb: string, form: string): string {
  if (word === null) throw new RangeError(`${verb} has no ${form} form here`);
  return word;
}

function sayBeing(
  draft: Draft,
  { past, negated, attribute }: Being,
  feminine: boolean,
  plural: boolean,
): void {
  const be = draft.english(past ? (plural ? 'were' : 'was') : plural ? 'are' : 'is');
  const not = negated ? draft.english('not') : NONE;
  const french = past ? (plural ? 'étaient' : 'était') : plural ? 'sont' : 'est';
  sayFinite(draft, not, past ? NONE : be, () => draft.french(french, be));
  if (attribute === null) return;
  if (isAdjective(attribute)) {
    draft.french(attribute.french[agreement(feminine, plural)], draft.english(attribute.english));
  } else sayNounPhrase(draft, attribute, PLAIN);
}

function sayPredicate(draft: Draft, predicate: Predicate, feminine: boolean, plural: boolean): void {
  if (predicate.kind === 'being') sayBeing(draft, predicate, feminine, plural);
  else {
    const not = sayVerb(draft, predicate, feminine, plural);
    const { object } = predicate;
    if (object !== null) sayNounPhrase(draft, object, not === NONE ? PLAIN : { kind: 'negated', not });
  }
  for (const phrase of predicate.phrases) sayPhrase(draft, phrase);
  if (predicate.time !== null) sayTime(draft, predicate.time);
}

function saySubject(draft: Draft, subject: NounPhrase | PronounPhrase): void {
  if (subject.kind === 'noun') sayNounPhrase(draft, subject, PLAIN);
  else draft.french(subject.pronoun.french, draft.english(subject.pronoun.english));
}

/**
 * Both sentences of a tree and their gold alignment.
 * @returns lower-case tokens; le, la, ne, de, que elided into tokens of their own (`l'`, `n'`).
 * @throws RangeError when the tree asks for a form that does not exist (a plural of milk).
 */
export function realise(sentence: Sentence): Example {
  const draft = new Draft();
  for (const [index, { front, subject, predicate }] of sentence.clauses.entries()) {
    const join = index === 0 ? undefined : sentence.joins[index - 1];
    if (join !== undefined) {
      const place = draft.english(join.english);
      for (const token of join.french) {
        if (token === 'que') draft.clitic(token, place);
        else draft.french(token, place);
      }
    }
    if (front !== null) sayTime(draft, front);
    saySubject(draft, subject);
    const feminine = subject.kind === 'noun' ? subject.noun.feminine : subject.pronoun.feminine;
    const plural = subject.kind === 'noun' ? subject.plural : subject.pronoun.plural;
    sayPredicate(draft, predicate, feminine, plural);
  }
  return { source: draft.source, target: draft.target, sure: draft.sure, possible: draft.possible };
}
