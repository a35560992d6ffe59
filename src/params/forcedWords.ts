/** @file A control for the words that the reader put in place of the model's own: `3:chien,5:noir`. */
import { accept, refuse, type Control } from './control.ts';

/** At target word t (from 1) the model writes this word, whatever it would have written. */
export interface ForcedAt {
  readonly t: number;
  readonly word: string;
}

/** The most words that may be forced in one sentence. */
export const mostForced = 130;

const pair = /^([1-9]\d{0,2}):([\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]{0,39})$/u;

/** Places rise from one to the next, so that a list has one spelling. */
function inOrder(list: readonly ForcedAt[]): boolean {
  return list.every(({ t }, index) => t <= mostForced && t > (list[index - 1]?.t ?? 0));
}

export const forcedWords: Control<readonly ForcedAt[]> = {
  initial: [],
  accepts: (list) => inOrder(list) && list.every(({ t, word }) => pair.test(`${t}:${word}`)),
  encode: (list) => list.map(({ t, word }) => `${t}:${word}`).join(','),
  decode(text) {
    const pairs = text.split(',').map((one) => pair.exec(one));
    const list = pairs.flatMap((found) =>
      found === null ? [] : [{ t: Number(found[1]), word: found[2] ?? '' }],
    );
    const fine = list.length === pairs.length && inOrder(list);
    return fine ? accept(list) : refuse({ kind: 'forced', example: '3:chien,5:noir' });
  },
};
