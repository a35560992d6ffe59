/** @file The shape of a sentence before it is put into words: what the sampler makes, the parser finds and the realiser says. */
import type { Adjective, Conjunction, Noun, Preposition, Pronoun, Verb } from './lexicon.ts';

/** `bare` is no determiner: a plural (apples: des pommes) or a substance (milk: du lait). */
export type Determiner = 'the' | 'a' | 'this' | 'bare';

/** A preposition with its noun phrase. */
export interface Phrase {
  readonly preposition: Preposition;
  readonly noun: NounPhrase;
}

/** A determiner, up to two adjectives, a noun, phrases of its own, and, on a subject, a relative clause. */
export interface NounPhrase {
  readonly kind: 'noun';
  determiner: Determiner;
  readonly noun: Noun;
  readonly plural: boolean;
  /** In the English order. */
  readonly adjectives: Adjective[];
  readonly phrases: Phrase[];
  relative: Predicate | null;
}

/** A personal pronoun as a subject. */
export interface PronounPhrase {
  readonly kind: 'pronoun';
  readonly pronoun: Pronoun;
}

/** When it happened. */
export type Time =
  | { readonly kind: 'today' }
  | { readonly kind: 'yesterday' }
  /** month counts from 0, year is the token. */
  | { readonly kind: 'month'; readonly month: number; readonly year: string };

/** How a verb stands: eats, is eating, ate, was eaten. */
export type VerbForm = 'present' | 'continuous' | 'past' | 'passive';

/** A verb with its object. */
export interface Action {
  readonly kind: 'action';
  readonly verb: Verb;
  readonly form: VerbForm;
  readonly negated: boolean;
  readonly object: NounPhrase | null;
  readonly phrases: Phrase[];
  time: Time | null;
}

/** To be, with an adjective, a noun phrase or a place. */
export interface Being {
  readonly kind: 'being';
  readonly past: boolean;
  readonly negated: boolean;
  readonly attribute: Adjective | NounPhrase | null;
  /** With no attribute, the first phrase says where (is in the garden). */
  readonly phrases: Phrase[];
  time: Time | null;
}

/** What is said of a subject. */
export type Predicate = Action | Being;

/** A subject and what is said of it. */
export interface Clause {
  front: Time | null;
  readonly subject: NounPhrase | PronounPhrase;
  readonly predicate: Predicate;
}

/** One to four clauses; `joins[i]` stands between clause i and clause i + 1. */
export interface Sentence {
  readonly clauses: Clause[];
  readonly joins: Conjunction[];
}

/** Whether a predicate's tense is past: only then may yesterday and in MONTH YEAR stand with it. */
export function isPast(predicate: Predicate): boolean {
  return predicate.kind === 'being'
    ? predicate.past
    : predicate.form === 'past' || predicate.form === 'passive';
}

/** Whether an attribute is an adjective. */
export function isAdjective(attribute: Adjective | NounPhrase): attribute is Adjective {
  return 'english' in attribute;
}
