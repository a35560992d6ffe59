/** @file The settings with which each task is learned well in seconds: where the page and the command line begin. */
import type { TaskId } from '../tasks/all.ts';
import type { TaskSettings } from './settings.ts';

/** Widths that go well together, from one number. */
export function widthsOf(width: number): TaskSettings['widths'] {
  return { embedding: width / 2, encoder: width / 2, decoder: width, attention: width / 2, readout: width };
}

const common = {
  mechanism: 'additive',
  seed: 1,
  rate: 1e-2,
  warmUp: 0.03,
  constantUntil: 0.4,
  clip: 1,
  dropout: 0,
  D: 3,
} as const;

const own: Readonly<Record<TaskId, Pick<TaskSettings, 'steps' | 'batch' | 'longest' | 'data' | 'widths'>>> = {
  dates: { steps: 1000, batch: 32, longest: 40, data: 20_000, widths: widthsOf(48) },
  reversal: { steps: 600, batch: 32, longest: 10, data: 10_000, widths: widthsOf(32) },
  copy: { steps: 600, batch: 32, longest: 10, data: 10_000, widths: widthsOf(32) },
  sort: { steps: 1500, batch: 32, longest: 10, data: 20_000, widths: widthsOf(48) },
  translation: { steps: 1500, batch: 32, longest: 8, data: 10_000, widths: widthsOf(48) },
};

/** The settings that a task begins with. */
export function taskSettings(task: TaskId): TaskSettings {
  return { task, ...common, ...own[task] };
}
