/** @file Draws a sentence of exactly as many English words as asked for. */
import type { Random } from '../../lib/random.ts';
import { conjunctions } from './lexicon.ts';
import type { Conjunction } from './lexicon.ts';
import type { Pools } from './pools.ts';
import { addAdjective, drawAdverbial, drawAgent, drawOwnPhrase, PHRASE_WORDS } from './sampleNoun.ts';
import type { Drawing } from './sampleNoun.ts';
import { drawPlan } from './samplePlan.ts';
import { drawPredicate, drawSubject, drawTime } from './samplePredicate.ts';
import { isAdjective, isPast } from './tree.ts';
import type { Clause, NounPhrase, Sentence } from './tree.ts';

/** The shortest and longest sentences of this world, in English words. */
export const SHORTEST = 3;
export const LONGEST = 40;

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
