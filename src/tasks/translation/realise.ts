/** @file Puts a sentence tree into English and French words, with the gold alignment of the two. */
import { assertNever } from '../../lib/exhaustive.ts';
import { Draft, NONE } from './draft.ts';
import type { Example } from './draft.ts';
import { months } from './lexicon.ts';
import { agreement, PLAIN, sayBareNounPhrase } from './realiseNoun.ts';
import type { Setting } from './realiseNoun.ts';
import { isAdjective } from './tree.ts';
import type { Action, Being, NounPhrase, Phrase, Predicate, PronounPhrase, Sentence, Time } from './tree.ts';

export type { Example } from './draft.ts';

function sayNounPhrase(draft: Draft, phrase: NounPhrase, setting: Setting): void {
  sayBareNounPhrase(draft, phrase, setting);
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
