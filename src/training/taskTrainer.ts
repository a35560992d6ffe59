/** @file The trainer of any task of `tasks/all.ts`. */
import type { Kernels } from '../engine/kernels/kernels.ts';
import { taskOf } from '../tasks/all.ts';
import type { Task } from '../tasks/task.ts';
import { DataSet } from './dataSet.ts';
import type { TaskSettings } from './settings.ts';
import { Trainer } from './trainer.ts';

/** A run on a task. */
export interface TaskRun {
  readonly task: Task;
  readonly data: DataSet;
  readonly trainer: Trainer<TaskSettings>;
}

/** A run on the task that the settings name. Throws a RangeError for a length that the task does not have. */
export function taskTrainer(kernels: Kernels, settings: TaskSettings): TaskRun {
  const task = taskOf(settings.task, settings.longest);
  let data: DataSet | undefined;
  const trainer = new Trainer(kernels, settings, {
    sourceSymbols: task.source.size,
    targetSymbols: task.target.size,
    batches: (random, of) => (data = new DataSet(task, random, of)),
  });
  // The trainer has asked for its batches when it was made.
  return { task, data: data as unknown as DataSet, trainer };
}
