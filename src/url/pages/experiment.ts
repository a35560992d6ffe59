/** @file Links of the experiments: `#/1/experiment/length`, `#/1/experiment/segmentation`. */
import { experiment, type ExperimentId, type LineId, type Measure } from '../../params/experiment.ts';
import type { PageCodec } from './codec.ts';

/** What a link to an experiment says. */
export interface ExperimentPage {
  readonly page: 'experiment';
  readonly which: ExperimentId;
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
  /** The sentence that is cut into phrases, as typed. */
  readonly text: string;
  /** The step of the cutting, from 0. */
  readonly step: number;
}

/** The page of an experiment, with nothing open. */
export function experimentPage(which: ExperimentId = experiment.which.initial): ExperimentPage {
  const { measure, hidden, range, sentence, left, right, text, step } = experiment;
  return {
    page: 'experiment',
    which,
    measure: measure.initial,
    hidden: hidden.initial,
    range: range.initial,
    sentence: sentence.initial,
    left: left.initial,
    right: right.initial,
    text: text.initial,
    step: step.initial,
  };
}

export const experimentCodec: PageCodec<ExperimentPage> = {
  page: 'experiment',
  names: ['measure', 'hide', 'range', 'sentence', 'left', 'right', 's', 'step'],
  enter([which, ...more]) {
    if (more.length > 0) return undefined;
    if (which === undefined) return experimentPage();
    const known = experiment.which.decode(which);
    return known.ok ? experimentPage(known.value) : undefined;
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
    text: read('s', experiment.text),
    step: read('step', experiment.step),
  }),
  write({ measure, hidden, range, sentence, left, right, text, step }, write) {
    write('measure', experiment.measure, measure);
    write('hide', experiment.hidden, hidden);
    write('range', experiment.range, range);
    write('sentence', experiment.sentence, sentence);
    write('left', experiment.left, left);
    write('right', experiment.right, right);
    write('s', experiment.text, text);
    write('step', experiment.step, step);
  },
};
