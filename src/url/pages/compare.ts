/** @file Links of two mechanisms side by side: `#/1/compare/LEFT/RIGHT`. */
import { compare, type WhoseWords } from '../../params/compare.ts';
import type { OpenedNumber } from '../../params/openedNumber.ts';
import type { MechanismId, ReadStage, Stage, WordStage } from '../../params/translation.ts';
import type { PageCodec } from './codec.ts';

/** What a link to a comparison says. */
export interface ComparePage {
  readonly page: 'compare';
  readonly left: MechanismId;
  readonly right: MechanismId;
  /** As typed. */
  readonly sentence: string;
  readonly words: WhoseWords;
  /** The target word from 1; 0 while the sentence is read; one after the last: the end. */
  readonly t: number;
  /** A stage of reading where t is 0, else a stage of a word. */
  readonly at: Stage;
  readonly cell: number;
  /** The number whose making is shown, in both models where both have it. */
  readonly open: OpenedNumber | null;
}

/** A mechanism to stand beside another: the first that is not it. */
function besides(one: MechanismId): MechanismId {
  return compare.right.options.find((other) => other !== one) ?? one;
}

/** The page that compares two mechanisms at the first step. */
export function comparePage(
  left: MechanismId = compare.left.initial,
  right: MechanismId = besides(left),
): ComparePage {
  const { sentence, words, t, at, cell, open } = compare;
  return {
    page: 'compare',
    left,
    right,
    sentence: sentence.initial,
    words: words.initial,
    t: t.initial,
    at: at.initial,
    cell: cell.initial,
    open: open.initial,
  };
}

export const compareCodec: PageCodec<ComparePage> = {
  page: 'compare',
  embeds: ['worksheet', 'scores', 'weights'],
  names: ['s', 'words', 't', 'at', 'cell', 'open'],
  enter([left, right, ...more]) {
    if (more.length > 0) return undefined;
    if (left === undefined) return comparePage();
    const first = compare.left.decode(left);
    if (!first.ok) return undefined;
    if (right === undefined) return comparePage(first.value);
    const second = compare.right.decode(right);
    return second.ok ? comparePage(first.value, second.value) : undefined;
  },
  path: ({ left, right }) => [left, right],
  read(state, read) {
    const t = read('t', compare.t);
    return {
      ...state,
      t,
      sentence: read('s', compare.sentence),
      words: read('words', compare.words),
      at: t === 0 ? read('at', compare.reading) : read('at', compare.at),
      cell: read('cell', compare.cell),
      open: read('open', compare.open),
    };
  },
  write({ sentence, words, t, at, cell, open }, write) {
    write('s', compare.sentence, sentence);
    write('words', compare.words, words);
    write('t', compare.t, t);
    // Which of the two has the stage, the group says.
    if (t === 0) write('at', compare.reading, at as ReadStage);
    else write('at', compare.at, at as WordStage);
    write('cell', compare.cell, cell);
    write('open', compare.open, open);
  },
};
