/** @file The controls of the experiments' pages: what the chart shows, which sentence is open in which two models, how one is cut into phrases. */
import { choice } from './choice.ts';
import { line } from './line.ts';
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
  which: choice('length', ['length', 'segmentation']),
  measure: choice('bleu', ['bleu', 'exact']),
  /** Lines that are not drawn. */
  hidden: someOf(lines),
  /** The range of lengths whose sentences are open, from 1; 0: none is. */
  range: whole(0, 0, 8),
  /** The sentence of the range, from 1. */
  sentence: whole(1, 1, 12),
  left: choice('none', lines),
  right: choice('additive', lines),
  /** The sentence that is cut into phrases, as typed. */
  text: line(
    'the sad old mother writes and a sad father finds these heavy letters today when the european woman sings',
    600,
  ),
  /** The step of the cutting, from 0. */
  step: whole(0, 0, 121),
} as const;

export type ExperimentId = (typeof experiment.which.options)[number];
export type LineId = (typeof lines)[number];
export type Measure = (typeof experiment.measure.options)[number];
