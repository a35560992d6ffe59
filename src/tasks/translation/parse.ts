/** @file Reads an English sentence of the small world back into its tree, and so knows its translation and its word pairs. */
import { adjectives } from './adjectives.ts';
import { nouns } from './nouns.ts';
import { verbs } from './verbs.ts';
import { conjunctions, months, prepositions, pronouns, years } from './lexicon.ts';
import type { Adjective, Conjunction, Noun, Preposition, Pronoun, Verb } from './lexicon.ts';
import { heldOutPairs } from './pairs.ts';
import { realise } from './realise.ts';
import type { Example } from './realise.ts';
import { splitOf } from './splits.ts';
import { isPast } from './tree.ts';
import type {
  Being,
  Clause,
  Determiner,
  NounPhrase,
  Phrase,
  Predicate,
  PronounPhrase,
  Sentence,
  Time,
  VerbForm,
} from './tree.ts';

/** Looks words up under what each item says for itself. */
function index<T>(items: readonly T[], of: (item: T) => string | null): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const item of items) {
    const word = of(item);
    if (word !== null && !map.has(word)) map.set(word, item);
  }
  return map;
}

const singulars = index<Noun>(nouns, (noun) => noun.english);
const plurals = index<Noun>(nouns, (noun) => noun.englishPlural);
const qualities = index<Adjective>(adjectives, (adjective) => adjective.english);
/** The adjectives that may stand beside a noun: closed houses is a verb with its object. */
const attributes = index<Adjective>(adjectives, (adjective) =>
  adjective.predicateOnly ? null : adjective.english,
);
const bases = index<Verb>(verbs, (verb) => verb.english);
const thirds = index<Verb>(verbs, (verb) => verb.third);
const pasts = index<Verb>(verbs, (verb) => verb.past);
const participles = index<Verb>(verbs, (verb) => (verb.object === 'never' ? null : verb.participle));
const continuous = index<Verb>(verbs, (verb) => verb.continuous);
const before = index<Preposition>(prepositions, (preposition) => preposition.english);
const persons = index<Pronoun>(pronouns, (pronoun) => pronoun.english);
const joins = index<Conjunction>(conjunctions, (conjunction) => conjunction.english);
const monthNumbers = new Map(months.map(([english], month) => [english, month]));
const knownYears = new Set(years);

const DETERMINERS: ReadonlyMap<string, Determiner> = new Map([
  ['the', 'the'],
  ['a', 'a'],
  ['an', 'a'],
  ['this', 'this'],
  ['these', 'this'],
]);

/** What cannot be read; thrown and caught in this file only. */
class NotInGrammar extends Error {}

/** A finite verb as it was read: what it is and what may follow. */
interface Head {
  readonly verb: Verb;
  readonly form: VerbForm;
  readonly negated: boolean;
}

class Reader {
  private at = 0;
  private readonly words: readonly string[];

  constructor(words: readonly string[]) {
    this.words = words;
  }

  private get word(): string {
    return this.words[this.at] ?? '';
  }

  private take(word: string): boolean {
    if (this.word !== word) return false;
    this.at += 1;
    return true;
  }

  private find<T>(map: ReadonlyMap<string, T>): T | undefined {
    const found = map.get(this.word);
    if (found !== undefined) this.at += 1;
    return found;
  }

  private fail(): never {
    throw new NotInGrammar(`word ${this.at + 1}`);
  }

  sentence(): Sentence {
    const sentence: Sentence = { clauses: [this.clause()], joins: [] };
    while (this.at < this.words.length) {
      sentence.joins.push(this.find(joins) ?? this.fail());
      sentence.clauses.push(this.clause());
    }
    return sentence;
  }

  private clause(): Clause {
    const front = this.time();
    const subject = this.subject();
    const clause = { front, subject, predicate: this.predicate() };
    check(clause);
    return clause;
  }

  private subject(): NounPhrase | PronounPhrase {
    const pronoun = this.find(persons);
    return pronoun === undefined ? this.nounPhrase() : { kind: 'pronoun', pronoun };
  }

  private time(): Time | null {
    if (this.take('today')) return { kind: 'today' };
    if (this.take('yesterday')) return { kind: 'yesterday' };
    const month = this.word === 'in' ? monthNumbers.get(this.words[this.at + 1] ?? '') : undefined;
    const year = this.words[this.at + 2] ?? '';
    if (month === undefined || !knownYears.has(year)) return null;
    this.at += 3;
    return { kind: 'month', month, year };
  }

  private nounPhrase(): NounPhrase {
    const determiner = this.find(DETERMINERS) ?? 'bare';
    const found: Adjective[] = [];
    for (let each = this.find(attributes); each !== undefined; each = this.find(attributes)) found.push(each);
    if (found.length > 2) this.fail();
    const singular = this.find(singulars);
    const noun = singular ?? this.find(plurals) ?? this.fail();
    const plural = singular === undefined;
    if (determiner === 'bare' && !plural && !noun.substance) this.fail();
    const phrase: NounPhrase = {
      kind: 'noun',
      determiner,
      noun,
      plural,
      adjectives: found,
      phrases: this.phrases(),
      relative: null,
    };
    if (this.word === 'that' && phrase.phrases.length === 0) {
      this.at += 1;
      phrase.relative = this.predicate();
    }
    return phrase;
  }

  /** Phrases one after the other; to whom each belongs makes no difference to the French. */
  private phrases(): Phrase[] {
    const found: Phrase[] = [];
    while (
      before.has(this.word) &&
      !(this.word === 'in' && monthNumbers.has(this.words[this.at + 1] ?? ''))
    ) {
      const preposition = this.find(before) ?? this.fail();
      const noun = this.nounPhrase();
      if (preposition.de && noun.determiner === 'bare' && !noun.plural) this.fail();
      found.push({ preposition, noun });
    }
    return found;
  }

  private predicate(): Predicate {
    const be = this.find(BE);
    if (be !== undefined) return this.afterBe(be === 'past');
    return this.rest(this.activeHead());
  }

  private afterBe(past: boolean): Predicate {
    const negated = this.take('not');
    const passive = past ? this.find(participles) : undefined;
    if (passive !== undefined) return this.rest({ verb: passive, form: 'passive', negated });
    const ongoing = past ? undefined : this.find(continuous);
    if (ongoing !== undefined) return this.rest({ verb: ongoing, form: 'continuous', negated });
    const being = (attribute: Being['attribute'], phrases: Phrase[]): Being => ({
      kind: 'being',
      past,
      negated,
      attribute,
      phrases,
      time: this.time(),
    });
    if (before.has(this.word)) return being(null, this.phrases());
    const next = this.words[this.at + 1] ?? '';
    const quality =
      attributes.has(next) || singulars.has(next) || plurals.has(next) ? undefined : this.find(qualities);
    if (quality !== undefined) {
      if (past && quality.predicateOnly) this.fail();
      return being(quality, this.phrases());
    }
    const attribute = this.nounPhrase();
    if (attribute.noun.title || (attribute.determiner === 'bare' && !attribute.plural)) this.fail();
    return being(attribute, []);
  }

  private activeHead(): Head {
    if (this.take('do') || this.take('does')) {
      if (!this.take('not')) this.fail();
      return { verb: this.find(bases) ?? this.fail(), form: 'present', negated: true };
    }
    if (this.take('did')) {
      if (!this.take('not')) this.fail();
      return { verb: this.find(bases) ?? this.fail(), form: 'past', negated: true };
    }
    const present = this.find(thirds) ?? this.find(bases);
    if (present !== undefined) return { verb: present, form: 'present', negated: false };
    return { verb: this.find(pasts) ?? this.fail(), form: 'past', negated: false };
  }

  /** What follows a verb: its object, phrases and time. */
  private rest(head: Head): Predicate {
    const { verb, form } = head;
    const starts =
      DETERMINERS.has(this.word) ||
      attributes.has(this.word) ||
      singulars.has(this.word) ||
      plurals.has(this.word);
    const takesObject = form !== 'passive' && verb.object !== 'never' && starts;
    if (verb.object === 'always' && form !== 'passive' && !takesObject) this.fail();
    const object = takesObject ? this.nounPhrase() : null;
    return { kind: 'action', ...head, object, phrases: this.phrases(), time: this.time() };
  }
}

const BE: ReadonlyMap<string, 'present' | 'past'> = new Map([
  ['is', 'present'],
  ['are', 'present'],
  ['was', 'past'],
  ['were', 'past'],
]);

/** What the words allow and the world does not: eats yesterday, dogs eat, he is a boy. */
function check({ front, subject, predicate }: Clause): void {
  const past = isPast(predicate);
  for (const time of [front, predicate.time])
    if (time !== null && time.kind !== 'today' && !past)
      throw new NotInGrammar('a time past with a verb that is not');
  if (subject.kind === 'noun' && subject.determiner === 'bare' && !(past && predicate.kind === 'action'))
    throw new NotInGrammar('a bare plural as the subject of a verb that is not past');
  if (subject.kind === 'noun' && subject.determiner === 'bare' && !subject.plural)
    throw new NotInGrammar('a bare substance as a subject');
  if (
    subject.kind === 'pronoun' &&
    predicate.kind === 'being' &&
    predicate.attribute !== null &&
    'kind' in predicate.attribute
  )
    throw new NotInGrammar('a noun said of a pronoun');
}

/**
 * The tree of an English sentence.
 * @param words lower-case words, as `normalise` gives them.
 * @returns undefined when the sentence does not belong to the grammar.
 */
export function parse(words: readonly string[]): Sentence | undefined {
  if (words.length === 0) return undefined;
  try {
    const sentence = new Reader(words).sentence();
    // Number and article are checked by saying the sentence again: "the cats sleeps" comes back as "the cats sleep".
    return realise(sentence).source.join(' ') === words.join(' ') ? sentence : undefined;
  } catch (error) {
    if (error instanceof NotInGrammar || error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * The right translation of an English sentence of the grammar, with its gold alignment.
 * @returns undefined when the sentence does not belong to the grammar.
 */
export function reference(words: readonly string[]): Example | undefined {
  const sentence = parse(words);
  return sentence === undefined ? undefined : realise(sentence);
}

/**
 * Whether a sentence may have been seen in training: of the grammar, in the training split, and without any held-out pair.
 * @param words lower-case English words.
 */
export function isTraining(words: readonly string[]): boolean {
  const sentence = parse(words);
  return sentence !== undefined && splitOf(words) === 'training' && heldOutPairs(sentence).length === 0;
}
