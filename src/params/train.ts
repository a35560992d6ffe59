/** @file The controls of “Train it yourself”: the task, the mechanism, the settings of the run, and the text that is watched. */
import { choice } from './choice.ts';
import { line } from './line.ts';
import { whole } from './whole.ts';

/** Nothing said: what suits the task. */
const own = '';

const widths = [own, '8', '16', '24', '32', '48', '64', '96'] as const;

/** Each control under its field of the state. The first values are part of the link's version: they never change. */
export const train = {
  task: choice('reversal', ['dates', 'reversal', 'copy', 'sort', 'translation']),
  mechanism: choice('additive', [
    'none',
    'additive',
    'dot',
    'general',
    'concat',
    'location',
    'scaled-dot',
    'cosine',
    'local-m',
    'local-p',
  ]),
  /** The decoder's state; a direction of the encoder has half of it, so that keys are as wide as queries. */
  width: choice(own, widths),
  embedding: choice(own, widths),
  /** The comparison inside the score. */
  attention: choice(own, widths),
  readout: choice(own, widths),
  /** How far the window of local attention reaches to each side. */
  window: whole(3, 1, 20),
  rate: choice('0.01', ['0.001', '0.002', '0.005', '0.01', '0.02', '0.05']),
  batch: choice(own, [own, '8', '16', '32', '64', '128']),
  /** Steps in all; 0: what suits the task. */
  steps: whole(0, 0, 20_000),
  data: choice(own, [own, '100', '300', '1000', '3000', '10000', '20000', '50000']),
  /** The most symbols of an example; 0: what suits the task. */
  longest: whole(0, 0, 20),
  seed: whole(1, 0, 999_999),
  /** The text that is watched while the model learns; empty: the task's first sample. */
  text: line('', 200),
  /** `shipped`: the model that comes with the app, where the task has one. */
  show: choice('own', ['own', 'shipped']),
} as const;
