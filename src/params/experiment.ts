/** @file The controls of the page of the experiment "length": what the chart shows, and which sentence is open in which two models. */
import { choice } from './choice.ts';
import { someOf } from './someOf.ts';
import { whole } from './whole.ts';

/** The lines that the chart may have, in its order. */
const lines = [
  'none',
  'segmentation',
  'additive',
  'dot',
  'general',
  'concat',
  'location',
  'local-m',
  'local-p',
] as const;

/** Each control under its field of the state. The first values are part of the link's version: they never change. */
export const experiment = {
  which: choice('length', ['length']),
  measure: choice('bleu', ['bleu', 'exact']),
  /** Lines that are not drawn. */
  hidden: someOf(lines),
  /** The range of lengths whose sentences are open, from 1; 0: none is. */
  range: whole(0, 0, 8),
  /** The sentence of the range, from 1. */
  sentence: whole(1, 1, 12),
  left: choice('none', lines),
  right: choice('additive', lines),
} as const;

export type LineId = (typeof lines)[number];
export type Measure = (typeof experiment.measure.options)[number];
