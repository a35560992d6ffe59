/** @file Sentences in which one noun is a word that nobody knows, and what must still come out right around it. */
import type { Random } from '../../lib/random.ts';
import { nouns } from './nouns.ts';
import type { Noun } from './lexicon.ts';
import { parse } from './parse.ts';
import { realise } from './realise.ts';
import type { Example } from './realise.ts';
import type { NounPhrase, Phrase, Predicate, Sentence } from './tree.ts';

/** A held-out sentence with one noun replaced. */
export interface UnknownNounCase {
  /** English, with the invented word. */
  readonly source: string[];
  /** Its place in the source, from 0. */
  readonly place: number;
  /** The translation of the sentence as it was before. */
  readonly target: string[];
  /** For each French token, whether it is the same whatever the noun is: not the noun itself, nor what agrees with it. */
  readonly fixed: boolean[];
}

/** All noun phrases of a sentence, in the English order of their nouns. */
function nounPhrases(sentence: Sentence): NounPhrase[] {
  const found: NounPhrase[] = [];
  const inPhrases = (phrases: readonly Phrase[]): void => phrases.forEach(({ noun }) => inNounPhrase(noun));
  const inNounPhrase = (phrase: NounPhrase): void => {
    found.push(phrase);
    inPhrases(phrase.phrases);
    if (phrase.relative !== null) inPredicate(phrase.relative);
  };
  const inPredicate = (predicate: Predicate): void => {
    if (predicate.kind === 'action' && predicate.object !== null) inNounPhrase(predicate.object);
    if (predicate.kind === 'being' && predicate.attribute !== null && 'kind' in predicate.attribute)
      inNounPhrase(predicate.attribute);
    inPhrases(predicate.phrases);
  };
  for (const { subject, predicate } of sentence.clauses) {
    if (subject.kind === 'noun') inNounPhrase(subject);
    inPredicate(predicate);
  }
  return found;
}

/** A sentence with one noun replaced; noun phrases are told apart by identity, so the tree is rebuilt around the changed one. */
function replaceNoun(sentence: Sentence, chosen: NounPhrase, noun: Noun): Sentence {
  const inPhrases = (phrases: readonly Phrase[]): Phrase[] =>
    phrases.map((phrase) => ({ ...phrase, noun: inNounPhrase(phrase.noun) }));
  const inNounPhrase = (phrase: NounPhrase): NounPhrase => ({
    ...phrase,
    noun: phrase === chosen ? noun : phrase.noun,
    phrases: inPhrases(phrase.phrases),
    relative: phrase.relative === null ? null : inPredicate(phrase.relative),
  });
  const inPredicate = (predicate: Predicate): Predicate => {
    const phrases = inPhrases(predicate.phrases);
    if (predicate.kind === 'action')
      return {
        ...predicate,
        phrases,
        object: predicate.object === null ? null : inNounPhrase(predicate.object),
      };
    const { attribute } = predicate;
    return {
      ...predicate,
      phrases,
      attribute: attribute !== null && 'kind' in attribute ? inNounPhrase(attribute) : attribute,
    };
  };
  return {
    joins: sentence.joins,
    clauses: sentence.clauses.map(({ front, subject, predicate }) => ({
      front,
      subject: subject.kind === 'noun' ? inNounPhrase(subject) : subject,
      predicate: inPredicate(predicate),
    })),
  };
}

/** What a French token is known by in another version of the sentence: its sure partner, else its possible ones, and its rank among such. */
function tokensByPartner({ target, sure, possible }: Example): Map<string, string> {
  const partner = new Map<number, string>(sure.map(([t, j]) => [t, `${j}`]));
  const ranks = new Map<string, number>();
  const found = new Map<string, string>();
  for (const [t, token] of target.entries()) {
    const own = partner.get(t) ?? `? ${possible.filter(([place]) => place === t).join(' ')}`;
    const rank = ranks.get(own) ?? 0;
    ranks.set(own, rank + 1);
    found.set(`${own} ${rank}`, token);
  }
  return found;
}

/** Both genders, with and without a vowel sound: whatever the unknown noun is, it is like one of these. */
const PROBES: readonly Noun[] = ['dog', 'tree', 'house', 'church'].map((english) => {
  const noun = nouns.find((each) => each.english === english);
  if (noun === undefined) throw new RangeError(`${english} is not one of the nouns`);
  return noun;
});

/**
 * Replaces one noun of a sentence by an invented word.
 * @param source an English sentence of the grammar.
 * @param invented a word outside the vocabulary.
 * @returns undefined when the sentence is not of the grammar or has no noun that can be replaced.
 */
export function withUnknownNoun(
  random: Random,
  source: readonly string[],
  invented = 'blicket',
): UnknownNounCase | undefined {
  const sentence = parse(source);
  if (sentence === undefined) return undefined;
  const candidates = nounPhrases(sentence).filter(({ noun }) => noun.englishPlural !== null);
  if (candidates.length === 0) return undefined;
  const chosen = random.pick(candidates);
  const word = chosen.plural ? `${invented}s` : invented;
  const marked: Noun = { ...chosen.noun, english: word, englishPlural: word };
  const changed = realise(replaceNoun(sentence, chosen, marked)).source;
  const place = changed.indexOf(word);
  const original = realise(sentence);
  const versions = PROBES.map((noun) => tokensByPartner(realise(replaceNoun(sentence, chosen, noun))));
  const fixed: boolean[] = [];
  for (const [key, token] of tokensByPartner(original)) {
    fixed.push(!key.startsWith(`${place} `) && versions.every((version) => version.get(key) === token));
  }
  return {
    source: changed,
    place,
    target: original.target,
    fixed,
  };
}

/**
 * Whether an output has all the fixed tokens of a case, in order; where the unknown noun rules, each run of tokens may be anything from
 * one shorter to one longer than it was (du, de la).
 */
export function otherWordsRight(
  { target, fixed }: Pick<UnknownNounCase, 'target' | 'fixed'>,
  output: readonly string[],
): boolean {
  /** Places in the output at which what was read so far may end. */
  let ends = new Set([0]);
  for (let t = 0; t < target.length;) {
    const next = new Set<number>();
    if (fixed[t] === true) {
      for (const end of ends) if (output[end] === target[t]) next.add(end + 1);
      t += 1;
    } else {
      let run = 0;
      while (t + run < target.length && fixed[t + run] !== true) run += 1;
      for (const end of ends)
        for (let length = Math.max(0, run - 1); length <= run + 1; length += 1) next.add(end + length);
      t += run;
    }
    ends = next;
  }
  return ends.has(output.length);
}
