/** @file From what a link says to the settings of a run, and to what the task makes of the text. */
import { longestRange, taskOf } from '../../../tasks/all.ts';
import type { Task, TaskReading } from '../../../tasks/task.ts';
import type { TaskSettings } from '../../../training/settings.ts';
import { taskSettings } from '../../../training/taskSettings.ts';
import type { TrainPage } from '../../../url/pages/train.ts';

/** The settings that a link asks for: what it does not say is the task's own. */
export function settingsOf(page: TrainPage): TaskSettings {
  const own = taskSettings(page.task);
  const width = (text: string, otherwise: number): number => (text === '' ? otherwise : Number(text));
  const decoder = width(page.width, own.widths.decoder);
  const range = longestRange[page.task];
  const longest = page.longest === 0 ? own.longest : page.longest;
  return {
    ...own,
    mechanism: page.mechanism,
    seed: page.seed,
    rate: Number(page.rate),
    D: page.window,
    batch: width(page.batch, own.batch),
    steps: page.steps === 0 ? own.steps : page.steps,
    data: width(page.data, own.data),
    longest: range === null ? own.longest : Math.min(range[1], Math.max(range[0], longest)),
    widths: {
      embedding: width(page.embedding, decoder / 2),
      encoder: decoder / 2,
      decoder,
      attention: width(page.attention, decoder / 2),
      readout: width(page.readout, decoder),
    },
  };
}

/** Whether two settings make the same run. */
export function isSameRun(one: TaskSettings, other: TaskSettings): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const known = new Map<string, Task>();

/** The task of the settings, made once. */
export function taskOfSettings({ task, longest }: Pick<TaskSettings, 'task' | 'longest'>): Task {
  const key = `${task} ${longest}`;
  const made = known.get(key) ?? taskOf(task, longest);
  known.set(key, made);
  return made;
}

/** The text that is watched: the reader's, or the task's first sample. */
export function textOf(page: Pick<TrainPage, 'text'>, task: Task): string {
  return page.text.trim() === '' ? (task.samples[0] ?? '') : page.text;
}

/** The most columns of a worksheet here. */
export const MOST_COLUMNS = 40;

/** What the text is read as, cut to what a worksheet can hold. */
export function readingOf(text: string, task: Task): TaskReading & { readonly cut: boolean } {
  const reading = task.read(text);
  const cut = reading.symbols.length > MOST_COLUMNS;
  return { ...reading, symbols: reading.symbols.slice(0, MOST_COLUMNS), cut };
}

/** A symbol as it is shown: a space could not be seen. */
export function shownSymbol(symbol: string): string {
  return symbol === ' ' ? '␣' : symbol;
}
