/** @file The trainer of any task of `tasks/all.ts`, and how well its model does on examples that it does not learn from. */
import type { Kernels } from '../engine/kernels/kernels.ts';
import { taskOf } from '../tasks/all.ts';
import type { Task, TaskExample } from '../tasks/task.ts';
import { packBatch, type Batch } from './batches.ts';
import { byLength, DataSet, lengthStepOf, numbered } from './dataSet.ts';
import type { TaskSettings } from './settings.ts';
import { Trainer, type Judged } from './trainer.ts';

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

/** Examples of a length that are judged together: small, since a rare length has few. */
const TOGETHER = 16;

/** Examples as batches to be judged: few shapes, the last batch of a length filled up with padding. */
export function judgingBatches(task: Task, examples: readonly TaskExample[]): Batch[] {
  return [...byLength(examples.map((example) => numbered(task, example))).values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / TOGETHER) }, (_, k) =>
      packBatch(group.slice(k * TOGETHER, (k + 1) * TOGETHER), lengthStepOf(task), TOGETHER),
    ),
  );
}

/** Loss, share of symbols right and number of exact examples over batches, each symbol counted once. */
export function judgeAll(trainer: Pick<Trainer, 'evaluate'>, batches: readonly Batch[]): Judged {
  let [loss, right, words, exact, examples] = [0, 0, 0, 0, 0];
  for (const batch of batches) {
    const judged = trainer.evaluate(batch);
    loss += judged.loss * batch.words;
    right += judged.right * batch.words;
    words += batch.words;
    exact += judged.exact;
    examples += judged.examples;
  }
  return { loss: loss / words, right: right / words, exact, examples };
}
