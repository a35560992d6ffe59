/** @file The controls of the page that compares: which two mechanisms, on which sentence, and whose words both write. */
import { choice } from './choice.ts';
import { translation } from './translation.ts';

const { mechanism, sentence, t, at, reading, cell, open } = translation;

/** Each control under its field of the state. The first values are part of the link's version: they never change. */
export const compare = {
  left: mechanism,
  right: mechanism,
  sentence,
  /** Whose words are written: each its own, or both those of one of them, so that their rows can be compared word for word. */
  words: choice('own', ['own', 'left', 'right']),
  t,
  at,
  reading,
  cell,
  open,
} as const;

export type WhoseWords = (typeof compare.words.options)[number];
