/** @file A trained model as plain data, that can be posted, kept and written to a file; and ready to write again. */
import { createPlainKernels } from '../engine/kernels/plain.ts';
import { cellCount } from '../engine/tensor.ts';
import { mechanismOf } from '../models/seq2seq/mechanismOf.ts';
import type { Model } from '../models/seq2seq/model.ts';
import { parameterShapes } from '../models/seq2seq/parameters.ts';
import { optionsOf } from '../models/modelCard.ts';
import { taskOf } from '../tasks/all.ts';
import type { TaskSettings } from './settings.ts';

/** What a model of a task is: the settings of its run, and its numbers in the order of its parameters. */
export interface PlainModel {
  readonly settings: TaskSettings;
  readonly numbers: Float32Array;
}

/** The parameters' shapes for the settings of a run, and how many numbers they hold. */
function shapesOf(settings: TaskSettings): { shapes: ReturnType<typeof parameterShapes>; count: number } {
  const task = taskOf(settings.task, settings.longest);
  const shapes = parameterShapes(mechanismOf(settings.mechanism), {
    sourceWords: task.source.size,
    targetWords: task.target.size,
    ...settings.widths,
  });
  return { shapes, count: shapes.reduce((sum, { axes }) => sum + cellCount(axes), 0) };
}

/** How many numbers a model of these settings has. Throws for settings that no model can have. */
export function numberCount(settings: TaskSettings): number {
  return shapesOf(settings).count;
}

/**
 * The numbers of a model out of a checkpoint's: parameters lie there in slots of whole fours, here one after another.
 */
export function numbersOf(settings: TaskSettings, saved: Float32Array): Float32Array {
  const { shapes, count } = shapesOf(settings);
  const numbers = new Float32Array(count);
  let [from, to] = [0, 0];
  for (const { axes } of shapes) {
    const cells = cellCount(axes);
    numbers.set(saved.subarray(from, from + cells), to);
    from = (from + cells + 3) & ~3;
    to += cells;
  }
  return numbers;
}

/** The model, ready to write in float64. Throws an Error where the numbers are not as many as the settings ask for. */
export function modelOf({ settings, numbers }: PlainModel): Model {
  const { shapes, count } = shapesOf(settings);
  if (numbers.length !== count)
    throw new Error(`numbers: there are ${numbers.length}; expected ${count} for these settings`);
  const task = taskOf(settings.task, settings.longest);
  let at = 0;
  return {
    mechanism: mechanismOf(settings.mechanism),
    options: optionsOf({ settings }),
    sourceWords: task.source.words,
    targetWords: task.target.words,
    parameters: shapes.map((shape) => ({
      shape,
      values: numbers.subarray(at, (at += cellCount(shape.axes))),
    })),
    kernels: createPlainKernels(),
  };
}
