/** @file Who may go with whom, worked out once: the choices from which the sampler draws. */
import { adjectives } from './adjectives.ts';
import { nouns } from './nouns.ts';
import { verbs } from './verbs.ts';
import { prepositions } from './lexicon.ts';
import type { Adjective, Noun, NounKind, Preposition, Verb } from './lexicon.ts';
import { isHeldOutPair } from './pairs.ts';
import { frames, isAbsurd, owners, places, select, suits, topics } from './semantics.ts';

/** Choices: `likely` ones are plausible, `odd` ones hold every pair that the grammar allows. */
export interface Choice<T> {
  readonly likely: readonly T[];
  readonly odd: readonly T[];
}

/** All choices, for training (without the held-out pairs) or for anything. */
export interface Pools {
  readonly subjects: ReadonlyMap<Verb, Choice<Noun>>;
  readonly objects: ReadonlyMap<Verb, Choice<Noun>>;
  /** Which verbs a noun may be the subject of. */
  readonly actions: ReadonlyMap<Noun, readonly Verb[]>;
  /** Which verbs a noun may be the object of, or the subject of their passive. */
  readonly passives: ReadonlyMap<Noun, readonly Verb[]>;
  /** Adjectives that may stand beside a noun. */
  readonly attributes: ReadonlyMap<Noun, Choice<Adjective>>;
  /** Adjectives that may be said of a noun with to be. */
  readonly predicates: ReadonlyMap<Noun, Choice<Adjective>>;
}

const living = (noun: Noun): boolean => noun.kind === 'person' || noun.kind === 'animal';

/** Heat said of the living takes avoir in French (il a chaud), which this world does not have. */
const sayable = (adjective: Adjective, noun: Noun): boolean => !(adjective.aspect === 'heat' && living(noun));

function choiceMap<K, V>(keys: readonly K[], of: (key: K) => Choice<V>): Map<K, Choice<V>> {
  return new Map(keys.map((key) => [key, of(key)]));
}

/** Choices in which only the pairs of an adjective or verb and a noun meet that are allowed. */
export function makePools(allowed: (word: string, noun: string) => boolean): Pools {
  const free = (word: { english: string }, noun: Noun): boolean => allowed(word.english, noun.english);
  const frame = (verb: Verb) => {
    const found = frames[verb.english];
    if (found === undefined) throw new RangeError(`${verb.english} has no frame`);
    return found;
  };
  const subjects = choiceMap(verbs, (verb) => ({
    likely: select(frame(verb).subject, nouns).filter((noun) => free(verb, noun)),
    odd: nouns.filter((noun) => free(verb, noun) && !noun.substance),
  }));
  const objects = choiceMap(verbs, (verb) => ({
    likely: select(frame(verb).object, nouns).filter((noun) => free(verb, noun)),
    odd: nouns.filter((noun) => free(verb, noun) && !isAbsurd(verb.english, noun)),
  }));
  const suiting = new Map(
    adjectives.map((adjective) => [adjective, new Set(select(suits[adjective.english] ?? '', nouns))]),
  );
  const suit = (adjective: Adjective, noun: Noun): boolean => suiting.get(adjective)?.has(noun) ?? false;
  return {
    subjects,
    objects,
    actions: new Map(
      nouns.map((noun) => [noun, verbs.filter((verb) => subjects.get(verb)?.likely.includes(noun))]),
    ),
    passives: new Map(
      nouns.map((noun) => [noun, verbs.filter((verb) => objects.get(verb)?.likely.includes(noun))]),
    ),
    attributes: choiceMap(nouns, (noun) => {
      const odd = adjectives.filter((adjective) => !adjective.predicateOnly && free(adjective, noun));
      return {
        likely: odd.filter((adjective) => suit(adjective, noun)),
        odd: odd.filter((adjective) => sayable(adjective, noun)),
      };
    }),
    predicates: choiceMap(nouns, (noun) => {
      const odd = adjectives.filter((adjective) => sayable(adjective, noun) && free(adjective, noun));
      return {
        likely: odd.filter((adjective) => suit(adjective, noun)),
        odd: odd.filter((adjective) => !adjective.predicateOnly),
      };
    }),
  };
}

/** Choices without the held-out pairs. */
export const trainingPools: Pools = makePools((word, noun) => !isHeldOutPair(word, noun));

/** All choices. */
export const allPools: Pools = makePools(() => true);

/** The nouns that may stand after a preposition of place or company, by its English word. */
export const afterPreposition: ReadonlyMap<string, readonly Noun[]> = new Map(
  Object.entries(places).map(([word, selection]) => [word, select(selection, nouns)]),
);

/** The nouns that may stand after of, by the kind of the noun before it. */
export const afterOf: ReadonlyMap<NounKind, readonly Noun[]> = new Map(
  Object.entries(owners).map(([kind, selection]) => [kind as NounKind, select(selection, nouns)]),
);

/** What an agreement or a text may be on. */
export const afterTopic: readonly Noun[] = select(topics, nouns);

/**
 * A preposition by its English word.
 * @throws RangeError when there is none.
 */
export function preposition(english: string): Preposition {
  const found = prepositions.find((each) => each.english === english);
  if (found === undefined) throw new RangeError(`"${english}" is not one of the prepositions`);
  return found;
}

/** Adjectives that may be said of he and she. */
export const personal: readonly Adjective[] = adjectives.filter((adjective) =>
  [
    'good',
    'beautiful',
    'big',
    'small',
    'strong',
    'tired',
    'sad',
    'happy',
    'old',
    'young',
    'french',
    'european',
  ].includes(adjective.english),
);

/** Adjectives that may be said of they, who may be things. */
export const impersonal: readonly Adjective[] = adjectives.filter((adjective) => adjective.aspect !== 'heat');
