/** @file Draws a sentence of exactly as many English words as asked for. */
import type { Random } from '../../lib/random.ts';
import { conjunctions, nouns, pronouns, verbs, years } from './lexicon.ts';
import type { Adjective, Conjunction, Noun, Verb } from './lexicon.ts';
import { allPools, impersonal, personal } from './pools.ts';
import type { Pools } from './pools.ts';
import {
  addAdjective,
  draw,
  drawAdverbial,
  drawAgent,
  drawNounPhrase,
  drawOwnPhrase,
  PHRASE_WORDS,
} from './sampleNoun.ts';
import type { Allowed, Drawing } from './sampleNoun.ts';
import { isAdjective, isPast } from './tree.ts';
import type {
  Action,
  Being,
  Clause,
  NounPhrase,
  Predicate,
  PronounPhrase,
  Sentence,
  Time,
  VerbForm,
} from './tree.ts';

/** The shortest and longest sentences of this world, in English words. */
export const SHORTEST = 3;
export const LONGEST = 40;

const NEGATED = 0.24;

const TRANSITIVE = verbs.filter((verb) => verb.object !== 'never');
const THEY = pronouns[2];
const PERSONAL_OBJECT = new Set(
  verbs.filter((verb) => allPools.objects.get(verb)?.likely.some((noun) => noun.kind === 'person')),
);
const INTRANSITIVE = verbs.filter((verb) => verb.object !== 'always');

/** A verb in a form, before its subject and object are drawn. */
interface Plan {
  readonly kind: 'transitive' | 'intransitive' | 'passive' | 'quality' | 'class' | 'place';
  readonly verb: Verb | null;
  readonly form: VerbForm;
  readonly negated: boolean;
  readonly past: boolean;
  /** English words of the verb, and the least that must follow it. */
  readonly words: number;
}

function planKind(random: Random, relative: boolean): Plan['kind'] {
  const u = random.next();
  if (u < 0.55) return 'transitive';
  if (u < 0.66) return 'intransitive';
  if (u < 0.81) return 'passive';
  if (u < 0.92 || relative) return 'quality';
  return u < 0.96 ? 'class' : 'place';
}

function planForm(random: Random, verb: Verb): { form: VerbForm; negated: boolean } {
  const u = random.next();
  const negated = random.chance(NEGATED);
  if (u < 0.42) return verb.past === null ? { form: 'past', negated: true } : { form: 'past', negated };
  return { form: u < 0.65 && verb.continuous !== null ? 'continuous' : 'present', negated };
}

/** English words of a verb: eats 1, is eating 2, does not eat 3. */
function verbWords(form: VerbForm, negated: boolean): number {
  if (negated) return 3;
  return form === 'continuous' || form === 'passive' ? 2 : 1;
}

/** Draws what a predicate will be; for a relative clause the verb must suit the noun it follows. */
function drawPlan(random: Random, pools: Pools, of: Noun | null): Plan | null {
  const kind = planKind(random, of !== null);
  if (kind === 'quality' || kind === 'class' || kind === 'place') {
    const negated = random.chance(NEGATED);
    const past = random.chance(0.4);
    return {
      kind,
      verb: null,
      form: 'present',
      negated,
      past,
      words: (negated ? 2 : 1) + (kind === 'quality' ? 1 : 3),
    };
  }
  const suiting = of === null ? null : ((kind === 'passive' ? pools.passives : pools.actions).get(of) ?? []);
  const candidates = kind === 'intransitive' ? INTRANSITIVE : TRANSITIVE;
  const from = suiting === null ? candidates : suiting.filter((verb) => candidates.includes(verb));
  if (from.length === 0) return null;
  const verb = random.pick(from);
  const { form, negated } =
    kind === 'passive'
      ? ({ form: 'passive', negated: random.chance(NEGATED) } as const)
      : planForm(random, verb);
  const words = verbWords(form, negated) + (kind === 'transitive' ? 2 : 0);
  return { kind, verb, form, negated, past: form === 'past' || form === 'passive', words };
}

/** What a plan lets stand before its subject and its object. */
function allowedSubject({ past, kind, negated }: Plan, random: Random): Allowed {
  const bare = past && (kind === 'transitive' || kind === 'intransitive' || kind === 'passive');
  return { a: true, barePlural: bare && random.chance(negated ? 0.2 : 0.6), bareSubstance: false };
}

function allowedObject(verb: Verb, negated: boolean): Allowed {
  // One loves the dogs or a dog; what is loved in general has no des in French.
  if (verb.english === 'love') return { a: !negated, barePlural: false, bareSubstance: false };
  return { a: true, barePlural: true, bareSubstance: true };
}

function drawQuality(drawing: Drawing, subject: NounPhrase | PronounPhrase, past: boolean): Adjective | null {
  const { random, pools } = drawing;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const adjective =
      subject.kind === 'noun'
        ? draw(random, pools.predicates.get(subject.noun))
        : random.pick(subject.pronoun.plural ? impersonal : personal);
    if (adjective === undefined || (past && adjective.predicateOnly)) continue;
    if (subject.kind === 'pronoun') return adjective;
    const { aspect } = adjective;
    if (subject.adjectives.some((other) => other.aspect === aspect)) continue;
    if (drawing.said.some((other) => other.phrase === subject && other.aspect === aspect)) continue;
    drawing.said.push({ phrase: subject, aspect });
    return adjective;
  }
  return null;
}

/** The nouns by which a thing of each kind may be classed (the dog is a labrador). */
const CLASSES = new Map(
  nouns.map((noun) => [noun.kind, nouns.filter((other) => other.kind === noun.kind && !other.title)]),
);

/** Nouns whose French gender follows the person they are said of. */
const EPICENE = new Set(['child', 'hero']);
/** Nouns that say themselves who is a man and who a woman. */
const GENDERED = new Set(['man', 'boy', 'father', 'king', 'woman', 'girl', 'mother', 'queen']);

function drawClass(drawing: Drawing, subject: NounPhrase): NounPhrase | null {
  const { random } = drawing;
  const noun = random.chance(0.25)
    ? random.pick(nouns)
    : random.pick(CLASSES.get(subject.noun.kind) ?? nouns);
  if (noun.title || (EPICENE.has(noun.english) && subject.noun.feminine)) return null;
  if (
    GENDERED.has(subject.noun.english) &&
    GENDERED.has(noun.english) &&
    subject.noun.feminine !== noun.feminine
  )
    return null;
  if (subject.plural && noun.englishPlural === null) return null;
  const allowed = { a: true, barePlural: true, bareSubstance: false, plural: subject.plural };
  const phrase = drawNounPhrase(drawing, noun, allowed);
  if (phrase.determiner === 'this') phrase.determiner = 'the';
  // A dog is a dog says nothing: the same noun needs an adjective.
  if (noun === subject.noun && !addAdjective(drawing, phrase)) return null;
  return phrase;
}

/** The predicate of a plan; null when nothing suits. Its least words have been paid for by the caller and are returned here. */
function drawPredicate(drawing: Drawing, plan: Plan, subject: NounPhrase | PronounPhrase): Predicate | null {
  const { verb, form, negated, past, kind } = plan;
  if (verb !== null) {
    const action: Action = { kind: 'action', verb, form, negated, object: null, phrases: [], time: null };
    drawing.left -= verbWords(form, negated);
    if (kind !== 'transitive') return action;
    const objects = drawing.pools.objects.get(verb);
    let noun = draw(drawing.random, objects);
    if (subject.kind === 'noun' && noun === subject.noun) noun = draw(drawing.random, objects);
    if (noun === undefined) return null;
    return { ...action, object: drawNounPhrase(drawing, noun, allowedObject(verb, negated)) };
  }
  const being: Being = { kind: 'being', past, negated, attribute: null, phrases: [], time: null };
  drawing.left -= negated ? 2 : 1;
  if (kind === 'quality') {
    const attribute = drawQuality(drawing, subject, past);
    if (attribute === null) return null;
    drawing.left -= 1;
    return { ...being, attribute };
  }
  if (kind === 'class') {
    const attribute = subject.kind === 'noun' ? drawClass(drawing, subject) : null;
    return attribute === null ? null : { ...being, attribute };
  }
  const place = drawAdverbial(drawing, true);
  if (place === null) return null;
  being.phrases.push(place);
  return being;
}

function drawSubject(drawing: Drawing, plan: Plan, room: number): NounPhrase | PronounPhrase | null {
  const { random, pools } = drawing;
  if (plan.kind !== 'class' && (room < 2 || random.chance(0.17))) {
    drawing.left -= 1;
    // Only what may happen to a person happens to him or her; they may be things.
    const thing = plan.kind === 'passive' && plan.verb !== null && !PERSONAL_OBJECT.has(plan.verb);
    // They were drunk means something else.
    if (thing && plan.verb?.english === 'drink') return null;
    return { kind: 'pronoun', pronoun: thing ? THEY : random.pick(pronouns) };
  }
  if (room < 2) return null;
  const choice =
    plan.verb === null ? null : (plan.kind === 'passive' ? pools.objects : pools.subjects).get(plan.verb);
  const noun = choice === null ? random.pick(nouns) : draw(random, choice);
  return noun === undefined ? null : drawNounPhrase(drawing, noun, allowedSubject(plan, random));
}

function drawTime(drawing: Drawing, past: boolean): Time | null {
  const { random } = drawing;
  if (!past || random.chance(0.2)) {
    if (drawing.todays > 0 && random.chance(0.85)) return null;
    drawing.todays += 1;
    drawing.left -= 1;
    return { kind: 'today' };
  }
  if (drawing.left >= 3 && random.chance(0.7)) {
    drawing.left -= 3;
    return { kind: 'month', month: random.integer(12), year: random.pick(years) };
  }
  drawing.left -= 1;
  return { kind: 'yesterday' };
}

/** Adds a relative clause to a subject or an object; says whether it did. */
function addRelative(drawing: Drawing, subject: NounPhrase): boolean {
  if (subject.relative !== null || subject.phrases.length > 0 || subject.determiner === 'bare') return false;
  const plan = drawPlan(drawing.random, drawing.pools, subject.noun);
  if (plan === null || plan.words + 1 > drawing.left) return false;
  const { left } = drawing;
  const open = drawing.open.length;
  drawing.left -= 1;
  const predicate = drawPredicate(drawing, plan, subject);
  if (predicate === null || drawing.left < 0) {
    drawing.left = left;
    drawing.open.length = open;
    return false;
  }
  if (plan.kind !== 'quality' && drawing.left > PHRASE_WORDS && drawing.random.chance(0.15)) {
    const phrase = drawAdverbial(drawing, false);
    if (phrase !== null) predicate.phrases.push(phrase);
  }
  if (drawing.left > 0 && drawing.random.chance(0.06)) predicate.time = drawTime(drawing, plan.past);
  subject.relative = predicate;
  return true;
}

/** Adds a relative clause to an object; never a second one to a clause, nor to what is denied (pas de chat). */
function addObjectRelative(drawing: Drawing, { subject, predicate }: Clause): void {
  if (subject.kind === 'noun' && subject.relative !== null) return;
  if (predicate.kind !== 'action' || predicate.object === null) return;
  if (predicate.negated && predicate.object.determiner === 'a') return;
  addRelative(drawing, predicate.object);
}

type Growth = 'adjective' | 'time' | 'relative' | 'subject' | 'object' | 'adverbial' | 'agent';
const GROWTHS: readonly Growth[] = [
  ...([
    'adjective',
    'adjective',
    'adjective',
    'time',
    'relative',
    'relative',
    'subject',
    'subject',
    'object',
  ] as const),
  ...(['adverbial', 'adverbial', 'agent', 'agent'] as const),
];

/** Makes a clause longer by one part, if that part suits it and there are words left. */
function grow(drawing: Drawing, clause: Clause, part: Growth, frontAllowed: boolean, from: number): void {
  const { random, open } = drawing;
  const { subject, predicate } = clause;
  if (part === 'adjective') {
    const phrase = open[from + random.integer(Math.max(1, open.length - from))];
    if (phrase !== undefined) addAdjective(drawing, phrase);
    return;
  }
  if (part === 'time') {
    if (clause.front !== null || predicate.time !== null) return;
    const time = drawTime(drawing, isPast(predicate));
    if (time === null) return;
    if (frontAllowed && random.chance(0.3)) clause.front = time;
    else predicate.time = time;
    return;
  }
  if (part === 'relative') {
    if (predicate.kind === 'action' && predicate.object !== null && predicate.object.relative !== null)
      return;
    if (subject.kind !== 'noun' || random.chance(0.25)) addObjectRelative(drawing, clause);
    else addRelative(drawing, subject);
    return;
  }
  if (drawing.left < PHRASE_WORDS + 1) return;
  if (part === 'agent') {
    if (predicate.kind !== 'action' || predicate.form !== 'passive' || predicate.phrases.length > 0) return;
    const agent = drawAgent(drawing, drawing.pools.subjects.get(predicate.verb));
    if (agent !== null) predicate.phrases.push(agent);
  } else if (part === 'adverbial') {
    const most = predicate.kind === 'being' ? 1 : 2;
    if (
      predicate.phrases.length >= most ||
      (predicate.kind === 'being' && (predicate.attribute === null || !isAdjective(predicate.attribute)))
    )
      return;
    const phrase = drawAdverbial(drawing, false);
    if (phrase !== null) predicate.phrases.push(phrase);
  } else {
    const head = part === 'subject' ? subject : predicate.kind === 'action' ? predicate.object : null;
    if (head === null || head.kind !== 'noun' || head.phrases.length > 0 || head.relative !== null) return;
    const own = drawOwnPhrase(drawing, head);
    if (own !== null) head.phrases.push(own);
  }
}

/** A clause of at most `drawing.left` words; null when none was found. */
function drawClause(drawing: Drawing, frontAllowed: boolean): Clause | null {
  const { random } = drawing;
  const plan = drawPlan(random, drawing.pools, null);
  if (plan === null || plan.words + 1 > drawing.left) return null;
  const from = drawing.open.length;
  const subject = drawSubject(drawing, plan, drawing.left - plan.words);
  if (subject === null) return null;
  const predicate = drawPredicate(drawing, plan, subject);
  if (predicate === null || drawing.left < 0) return null;
  const clause: Clause = { front: null, subject, predicate };
  for (let attempt = 0; attempt < 14 && drawing.left > 0; attempt += 1)
    grow(drawing, clause, random.pick(GROWTHS), frontAllowed, from);
  return clause;
}

/** How many clauses a sentence of so many words gets. */
function drawCount(random: Random, words: number): number {
  const least = words <= 14 ? 1 : words <= 26 ? 2 : 3;
  const most = Math.min(4, Math.max(least, Math.floor((words + 1) / 5)));
  return least + random.integer(most - least + 1);
}

/** A conjunction that differs from the one before it. */
function drawJoin(random: Random, before: Conjunction | undefined): Conjunction {
  const join = random.pick<Conjunction>(conjunctions);
  return join === before ? drawJoin(random, before) : join;
}

function attempt(random: Random, pools: Pools, words: number): Sentence | null {
  const count = drawCount(random, words);
  const drawing: Drawing = { random, pools, left: 0, open: [], said: [], todays: 0 };
  const sentence: Sentence = { clauses: [], joins: [] };
  let rest = words - (count - 1);
  for (let index = 0; index < count; index += 1) {
    const others = count - 1 - index;
    const share = others === 0 ? rest : Math.round((rest / (others + 1)) * (0.7 + 0.6 * random.next()));
    const budget = Math.max(2, Math.min(share, rest - 3 * others));
    const join: Conjunction | null = index === 0 ? null : drawJoin(random, sentence.joins.at(-1));
    let clause: Clause | null = null;
    for (let tries = 0; clause === null && tries < 12; tries += 1) {
      const open = drawing.open.length;
      drawing.left = budget;
      clause = drawClause(drawing, join?.english !== 'when');
      if (clause === null) drawing.open.length = open;
    }
    if (clause === null) return null;
    rest -= budget - drawing.left;
    sentence.clauses.push(clause);
    if (join !== null) sentence.joins.push(join);
  }
  drawing.left = rest;
  for (let tries = 0; tries < 20 && drawing.left > 0 && drawing.open.length > 0; tries += 1)
    addAdjective(drawing, random.pick(drawing.open));
  return drawing.left === 0 ? sentence : null;
}

/**
 * Draws a sentence of exactly `words` English words.
 * @param words from 2 to 40.
 * @param pools which pairs of words may meet.
 * @throws RangeError when the length is out of range.
 */
export function sampleSentence(random: Random, pools: Pools, words: number): Sentence {
  if (!Number.isInteger(words) || words < 2 || words > LONGEST)
    throw new RangeError(`words is ${words}; a whole number from 2 to ${LONGEST} was expected`);
  for (;;) {
    const sentence = attempt(random, pools, words);
    if (sentence !== null) return sentence;
  }
}
