/** @file Draws noun phrases, their adjectives and their prepositional phrases. */
import type { Random } from '../../lib/random.ts';
import { nouns } from './nouns.ts';
import type { Adjective, Noun } from './lexicon.ts';
import { afterOf, afterPreposition, afterTopic, preposition } from './pools.ts';
import type { Choice, Pools } from './pools.ts';
import type { Determiner, NounPhrase, Phrase } from './tree.ts';

/** How often a choice goes past what is plausible, so that the model learns words and not habits. */
const ODD = 0.1;
const PLURAL = 0.36;
/** How often adjectives stand in an unusual English order (a red big apple). */
const UNUSUAL_ORDER = 0.15;

/** What a sentence is drawn with. */
export interface Drawing {
  readonly random: Random;
  readonly pools: Pools;
  /** English words still to be spent. */
  left: number;
  /** The noun phrases so far, each of which may still get an adjective. */
  readonly open: NounPhrase[];
  /** What has been said of a subject with to be: an aspect that it does not get as an adjective too. */
  readonly said: { readonly phrase: NounPhrase; readonly aspect: string }[];
  /** How many times today has been said. */
  todays: number;
}

/** What may stand before a noun, beyond the and this. */
export interface Allowed {
  readonly a: boolean;
  readonly barePlural: boolean;
  readonly bareSubstance: boolean;
  /** Asks for this number instead of drawing it. */
  readonly plural?: boolean;
}

/** Draws from a choice; undefined when nothing is left in it. */
export function draw<T>(random: Random, choice: Choice<T> | undefined): T | undefined {
  if (choice === undefined) return undefined;
  const from = choice.likely.length === 0 || random.chance(ODD) ? choice.odd : choice.likely;
  return from.length === 0 ? undefined : random.pick(from);
}

function conflict(adjective: Adjective, others: readonly Adjective[]): boolean {
  for (const other of others) if (other.aspect === adjective.aspect) return true;
  return false;
}

/** Puts an adjective into its place in the English order, or, now and then, anywhere. */
function insert(random: Random, list: Adjective[], adjective: Adjective): void {
  let at = list.length;
  if (random.chance(UNUSUAL_ORDER)) at = random.integer(list.length + 1);
  else while (at > 0 && (list[at - 1] as Adjective).rank > adjective.rank) at -= 1;
  list.splice(at, 0, adjective);
}

/** Adds an adjective to a noun phrase that has fewer than two; says whether it did. */
export function addAdjective(drawing: Drawing, phrase: NounPhrase): boolean {
  if (drawing.left < 1 || phrase.adjectives.length > 1) return false;
  const adjective = draw(drawing.random, drawing.pools.attributes.get(phrase.noun));
  if (adjective === undefined || conflict(adjective, phrase.adjectives)) return false;
  for (const { phrase: subject, aspect } of drawing.said)
    if (subject === phrase && aspect === adjective.aspect) return false;
  // Some cheese has no size: big milk, du grand fromage.
  if (phrase.determiner === 'bare' && !phrase.plural && adjective.aspect === 'size') return false;
  insert(drawing.random, phrase.adjectives, adjective);
  drawing.left -= 1;
  return true;
}

function drawDeterminer(random: Random, noun: Noun, plural: boolean, allowed: Allowed): Determiner {
  const u = random.next();
  if (plural) {
    if (allowed.barePlural && u < 0.4) return 'bare';
    return u < 0.82 ? 'the' : 'this';
  }
  if (noun.substance && allowed.bareSubstance && u < 0.45) return 'bare';
  if (noun.englishPlural === null) {
    if (allowed.a && noun.articleAdjectives.length > 0 && u > 0.85) return 'a';
    return u < 0.75 ? 'the' : 'this';
  }
  if (allowed.a && u < 0.34) return 'a';
  return u < 0.84 ? 'the' : 'this';
}

/** A noun with its determiner; pays for its words, and for the adjective without which a strong wine has no article. */
export function drawNounPhrase(drawing: Drawing, noun: Noun, allowed: Allowed): NounPhrase {
  const { random } = drawing;
  const plural = allowed.plural ?? (noun.englishPlural !== null && random.chance(PLURAL));
  const phrase: NounPhrase = {
    kind: 'noun',
    determiner: drawDeterminer(random, noun, plural, allowed),
    noun,
    plural,
    adjectives: [],
    phrases: [],
    relative: null,
  };
  if (phrase.determiner === 'a' && noun.englishPlural === null) {
    const fitting =
      drawing.pools.attributes
        .get(noun)
        ?.odd.filter((each) => noun.articleAdjectives.includes(each.english)) ?? [];
    if (fitting.length === 0 || drawing.left < 3) phrase.determiner = 'the';
    else {
      phrase.adjectives.push(random.pick(fitting));
      drawing.left -= 1;
    }
  }
  drawing.left -= phrase.determiner === 'bare' ? 1 : 2;
  drawing.open.push(phrase);
  return phrase;
}

const AFTER_A_PREPOSITION: Allowed = { a: true, barePlural: true, bareSubstance: false };
const AFTER_WITH: Allowed = { a: true, barePlural: true, bareSubstance: true };
const AFTER_OF: Allowed = { a: true, barePlural: false, bareSubstance: false };

function drawPhrase(drawing: Drawing, word: string, from: readonly Noun[], head: Noun | null): Phrase | null {
  const { random } = drawing;
  let noun = random.chance(ODD / 2) ? random.pick(nouns) : random.pick(from);
  if (noun === head) noun = random.pick(from);
  if (noun === head) return null;
  const allowed = word === 'of' ? AFTER_OF : word === 'with' ? AFTER_WITH : AFTER_A_PREPOSITION;
  drawing.left -= 1;
  return { preposition: preposition(word), noun: drawNounPhrase(drawing, noun, allowed) };
}

/** The least number of words a prepositional phrase may need. */
export const PHRASE_WORDS = 3;

const ADVERBIAL = ['in', 'in', 'in', 'on', 'on', 'under', 'with', 'with', 'near', 'near', 'behind'] as const;
const LOCATION = ['in', 'in', 'in', 'on', 'on', 'under', 'near', 'near', 'behind'] as const;
const OWN = ['of', 'of', 'of', 'of', 'in', 'in', 'with', 'near', 'near', 'under', 'behind', 'on'] as const;

/** A prepositional phrase for a verb (in the garden), or, as `location`, for to be. */
export function drawAdverbial(drawing: Drawing, location: boolean): Phrase | null {
  const word = drawing.random.pick<string>(location ? LOCATION : ADVERBIAL);
  return drawPhrase(drawing, word, afterPreposition.get(word) ?? nouns, null);
}

/** By whom it was done. */
export function drawAgent(drawing: Drawing, agents: Choice<Noun> | undefined): Phrase | null {
  const noun = draw(drawing.random, agents);
  if (noun === undefined) return null;
  drawing.left -= 1;
  return { preposition: preposition('by'), noun: drawNounPhrase(drawing, noun, AFTER_A_PREPOSITION) };
}

/** A noun's own phrase (of the king, on the economic area). */
export function drawOwnPhrase(drawing: Drawing, { noun }: NounPhrase): Phrase | null {
  const { random } = drawing;
  if ((noun.kind === 'accord' && random.chance(0.7)) || (noun.kind === 'text' && random.chance(0.25)))
    return drawPhrase(drawing, 'on', afterTopic, noun);
  const word = random.pick<string>(OWN);
  const from = word === 'of' ? afterOf.get(noun.kind) : afterPreposition.get(word);
  return from === undefined ? null : drawPhrase(drawing, word, from, noun);
}
