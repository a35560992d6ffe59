/** @file What a training run is made of: with the same settings, seed and build it gives the same weights. */

import type { TaskId } from '../tasks/all.ts';

/** What every run is made of, whatever it learns. */
export interface LearningSettings {
  /** The mechanism's id. */
  readonly mechanism: string;
  readonly seed: number;
  /** Examples a batch, and batches in all. */
  readonly batch: number;
  readonly steps: number;
  /** Adam's highest rate. */
  readonly rate: number;
  /** Shares of the steps: the rate rises over the first, is constant until the second, and falls to 0 by a straight line. */
  readonly warmUp: number;
  readonly constantUntil: number;
  readonly clip: number;
  /** Share of the annotations' cells that are dropped. */
  readonly dropout: number;
  /** How far the window of local attention reaches to each side, in places; 10 if it is left out. */
  readonly D?: number;
  /** What the entropy of the weights counts beside the loss, where places are drawn; 0.01 if it is left out. */
  readonly entropy?: number;
  readonly widths: {
    readonly embedding: number;
    readonly encoder: number;
    readonly decoder: number;
    readonly attention: number;
    readonly readout: number;
  };
}

/** The settings of a run on the translation task, with all its words. */
export interface TrainingSettings extends LearningSettings {
  /** Longest sentences at the start; the limit rises to `longest` over the first `curriculum` of the steps. */
  readonly shortest: number;
  readonly firstLongest: number;
  readonly longest: number;
  readonly curriculum: number;
  /** Probability of each word of being read or written as the unknown word. */
  readonly unknown: number;
}

/** The settings of a run on a task of `tasks/all.ts`, from a fixed set of examples. */
export interface TaskSettings extends LearningSettings {
  readonly task: TaskId;
  /** The most symbols of an example, where the task lets it be chosen. */
  readonly longest: number;
  /** How many different examples there are to learn from. */
  readonly data: number;
}

export const defaultSettings: TrainingSettings = {
  mechanism: 'additive',
  seed: 2,
  batch: 64,
  steps: 7600,
  rate: 5e-3,
  warmUp: 0.02,
  constantUntil: 0.4,
  clip: 1,
  shortest: 3,
  firstLongest: 8,
  longest: 40,
  curriculum: 0.3,
  dropout: 0.15,
  unknown: 0.012,
  D: 10,
  widths: { embedding: 32, encoder: 32, decoder: 64, attention: 32, readout: 48 },
};

/** Adam's rate at a step (0-based). */
export function rateAt({ steps, rate, warmUp, constantUntil }: LearningSettings, step: number): number {
  const share = (step + 1) / steps;
  if (share < warmUp) return (rate * share) / warmUp;
  if (share <= constantUntil) return rate;
  return rate * Math.max(0, (1 - share) / (1 - constantUntil));
}

/** The longest sentence drawn at a step (0-based). */
export function longestAt(
  { steps, firstLongest, longest, curriculum }: TrainingSettings,
  step: number,
): number {
  const share = Math.min(1, (step + 1) / (steps * curriculum));
  return Math.round(firstLongest + share * (longest - firstLongest));
}
