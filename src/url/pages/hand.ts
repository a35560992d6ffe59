/** @file Links of the worked examples by hand: `#/1/hand/LESSON/BEAT`. */
import type { NumberEdit } from '../../params/numberEdits.ts';
import type { OpenedNumber } from '../../params/openedNumber.ts';
import { hand, type LessonId } from '../../params/hand.ts';
import type { PageCodec } from './codec.ts';

/** What a link to a worked example says. */
export interface HandPage {
  readonly page: 'hand';
  readonly lesson: LessonId;
  /** The beat by its name; empty: the first. */
  readonly beat: string;
  /** The place whose cell is built alone, from 1; 0: the beat as a whole. */
  readonly cell: number;
  readonly open: OpenedNumber | null;
  /** The numbers that the reader changed. */
  readonly edits: readonly NumberEdit[];
  /** The reader's words with spaces between; empty: the example's own. */
  readonly words: string;
  /** The numbers that the reader is to find himself, and to how many decimals. */
  readonly hidden: readonly OpenedNumber[];
  readonly decimals: number;
  /** The changed numbers of another version that stands beside this one; empty: the lesson's own; null: none does. */
  readonly beside: readonly NumberEdit[] | null;
}

/** The page of a lesson, as its author made it. */
export function handPage(lesson: LessonId, beat = ''): HandPage {
  const { cell, open, edits, words, hidden, decimals, beside } = hand;
  return {
    page: 'hand',
    lesson,
    beat,
    cell: cell.initial,
    open: open.initial,
    edits: edits.initial,
    words: words.initial,
    hidden: hidden.initial,
    decimals: decimals.initial,
    beside: beside.initial,
  };
}

export const handCodec: PageCodec<HandPage> = {
  page: 'hand',
  embeds: ['worksheet'],
  names: ['cell', 'words', 'set', 'beside', 'hide', 'digits', 'open'],
  enter([lesson, beat, ...more]) {
    if (more.length > 0) return undefined;
    if (lesson === undefined) return handPage(hand.lesson.initial);
    const known = hand.lesson.decode(lesson);
    const named = beat === undefined ? undefined : hand.beat.decode(beat);
    if (!known.ok || named?.ok === false) return undefined;
    return handPage(known.value, named?.value);
  },
  path: ({ lesson, beat }) => (beat === '' ? [lesson] : [lesson, beat]),
  read: (state, read) => ({
    ...state,
    cell: read('cell', hand.cell),
    words: read('words', hand.words),
    edits: read('set', hand.edits),
    beside: read('beside', hand.beside),
    hidden: read('hide', hand.hidden),
    decimals: read('digits', hand.decimals),
    open: read('open', hand.open),
  }),
  write({ cell, words, edits, beside, hidden, decimals, open }, write) {
    write('cell', hand.cell, cell);
    write('words', hand.words, words);
    write('set', hand.edits, edits);
    write('beside', hand.beside, beside);
    write('hide', hand.hidden, hidden);
    write('digits', hand.decimals, decimals);
    write('open', hand.open, open);
  },
};
