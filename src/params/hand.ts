/** @file The controls of the worked examples by hand: which lesson, which beat of it, and the numbers that the reader changed. */
import { beside } from './beside.ts';
import { choice } from './choice.ts';
import { hiddenCells } from './hiddenCells.ts';
import { line } from './line.ts';
import { numberEdits } from './numberEdits.ts';
import { openedNumber } from './openedNumber.ts';
import { slug } from './slug.ts';
import { whole } from './whole.ts';

/** Each control under its field of the state. The first values are part of the link's version: they never change. */
export const hand = {
  lesson: choice('none', ['none', 'additive', 'luong', 'softmax', 'query-key-value', 'word']),
  /** The beat by its name; empty: the first. */
  beat: slug,
  /** The place whose cell is built alone, from 1; 0: the beat as a whole. */
  cell: whole(0, 0, 60),
  open: openedNumber,
  edits: numberEdits,
  /** The words of the example, where they are not its own; empty: its own. */
  words: line('', 240),
  /** The numbers that the reader is to find himself. */
  hidden: hiddenCells,
  /** The decimals to which he is to find them. */
  decimals: whole(2, 0, 6),
  /** Another version of the example, beside this one. */
  beside,
} as const;

export type LessonId = (typeof hand.lesson.options)[number];
