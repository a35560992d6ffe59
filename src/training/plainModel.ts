/** @file A trained model as plain data, that can be posted, kept and written to a file; and ready to write again. */
import { createPlainKernels } from '../engine/kernels/plain.ts';
import { cellCount } from '../engine/tensor.ts';
import { mechanismOf } from '../models/seq2seq/mechanismOf.ts';
import type { Model } from '../models/seq2seq/model.ts';
import { parameterShapes } from '../models/seq2seq/parameters.ts';
import { optionsOf } from '../models/modelCard.ts';
import { taskOf } from '../tasks/all.ts';
import type { ParameterStore } from './parameterStore.ts';
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

/** All parameters of a store, one after another, as a model keeps them. */
export function numbersOf(store: ParameterStore): Float32Array {
  const parameters = store.get();
  const numbers = new Float32Array(parameters.reduce((sum, { values }) => sum + values.length, 0));
  let at = 0;
  for (const { values } of parameters) {
    numbers.set(values, at);
    at += values.length;
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
