/** @file Links of the experiments: `#/1/experiment/length`. */
import { experiment, type LineId, type Measure } from '../../params/experiment.ts';
import type { PageCodec } from './codec.ts';

/** What a link to an experiment says. */
export interface ExperimentPage {
  readonly page: 'experiment';
  readonly which: 'length';
  readonly measure: Measure;
  /** Lines that are not drawn. */
  readonly hidden: readonly LineId[];
  /** The range of lengths whose sentences are open, from 1; 0: none is. */
  readonly range: number;
  /** The sentence of the range, from 1. */
  readonly sentence: number;
  /** The models that translate it side by side. */
  readonly left: LineId;
  readonly right: LineId;
}

/** The page of the experiment, with nothing open. */
export function experimentPage(): ExperimentPage {
  const { which, measure, hidden, range, sentence, left, right } = experiment;
  return {
    page: 'experiment',
    which: which.initial,
    measure: measure.initial,
    hidden: hidden.initial,
    range: range.initial,
    sentence: sentence.initial,
    left: left.initial,
    right: right.initial,
  };
}

export const experimentCodec: PageCodec<ExperimentPage> = {
  page: 'experiment',
  names: ['measure', 'hide', 'range', 'sentence', 'left', 'right'],
  enter([which, ...more]) {
    if (more.length > 0) return undefined;
    if (which !== undefined && !experiment.which.decode(which).ok) return undefined;
    return experimentPage();
  },
  path: ({ which }) => [which],
  read: (state, read) => ({
    ...state,
    measure: read('measure', experiment.measure),
    hidden: read('hide', experiment.hidden),
    range: read('range', experiment.range),
    sentence: read('sentence', experiment.sentence),
    left: read('left', experiment.left),
    right: read('right', experiment.right),
  }),
  write({ measure, hidden, range, sentence, left, right }, write) {
    write('measure', experiment.measure, measure);
    write('hide', experiment.hidden, hidden);
    write('range', experiment.range, range);
    write('sentence', experiment.sentence, sentence);
    write('left', experiment.left, left);
    write('right', experiment.right, right);
  },
};
