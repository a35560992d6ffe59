/** @file The tasks that can be trained in the page, by their ids. */
import { dateTask } from './dates/task.ts';
import { digitTask } from './digits/task.ts';
import type { Task } from './task.ts';
import { smallTranslationTask } from './translation/smallTask.ts';

/** In the order of the menu. */
export const taskIds = ['dates', 'reversal', 'copy', 'sort', 'translation'] as const;
export type TaskId = (typeof taskIds)[number];

/** The range of the longest source of a task, where it can be chosen; dates are as long as their forms are. */
export const longestRange: Readonly<Record<TaskId, readonly [least: number, most: number] | null>> = {
  dates: null,
  reversal: [1, 20],
  copy: [1, 20],
  sort: [1, 20],
  translation: [4, 10],
};

/** A task by its id; `longest` counts where the task has a range. Throws a RangeError, naming the range, where it is outside. */
export function taskOf(id: TaskId, longest: number): Task {
  const range = longestRange[id];
  if (range !== null && !(Number.isInteger(longest) && longest >= range[0] && longest <= range[1]))
    throw new RangeError(
      `longest is ${longest}; a whole number from ${range[0]} to ${range[1]} was expected`,
    );
  switch (id) {
    case 'dates':
      return dateTask();
    case 'reversal':
    case 'copy':
    case 'sort':
      return digitTask(id, longest);
    case 'translation':
      return smallTranslationTask(longest);
  }
}
