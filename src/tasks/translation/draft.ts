/** @file The two sentences as they grow word by word, with their alignment and the elisions between French tokens. */
import { beginsWithVowelSound } from './lexicon.ts';

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
export const NONE = -1;

const ELIDED = new Map([
  ['le', "l'"],
  ['la', "l'"],
  ['ne', "n'"],
  ['de', "d'"],
  ['que', "qu'"],
]);

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
export class Draft implements Example {
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
