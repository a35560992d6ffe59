/** @file Draws the subject, the predicate and the time of a plan. */
import type { Random } from '../../lib/random.ts';
import { pronouns, years } from './lexicon.ts';
import type { Adjective, Verb } from './lexicon.ts';
import { nouns } from './nouns.ts';
import { allPools, impersonal, personal } from './pools.ts';
import { addAdjective, draw, drawAdverbial, drawNounPhrase } from './sampleNoun.ts';
import type { Allowed, Drawing } from './sampleNoun.ts';
import { verbWords } from './samplePlan.ts';
import type { Plan } from './samplePlan.ts';
import type { Action, Being, NounPhrase, Predicate, PronounPhrase, Time } from './tree.ts';
import { verbs } from './verbs.ts';

const THEY = pronouns[2];
const PERSONAL_OBJECT = new Set(
  verbs.filter((verb) => allPools.objects.get(verb)?.likely.some((noun) => noun.kind === 'person')),
);
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
export function drawPredicate(
  drawing: Drawing,
  plan: Plan,
  subject: NounPhrase | PronounPhrase,
): Predicate | null {
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

export function drawSubject(drawing: Drawing, plan: Plan, room: number): NounPhrase | PronounPhrase | null {
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

export function drawTime(drawing: Drawing, past: boolean): Time | null {
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
