/** @file Random states of “Train it yourself”. */
import fc from 'fast-check';
import type { Control } from '../../../src/params/control.ts';
import { train } from '../../../src/params/train.ts';
import { trainPage, type TrainPage } from '../../../src/url/pages/train.ts';

const numbers = (control: { readonly min: number; readonly max: number }): fc.Arbitrary<number> =>
  fc.integer({ min: control.min, max: control.max });

/** Any state of a training. */
export const trainPages: fc.Arbitrary<TrainPage> = fc
  .record({
    task: fc.constantFrom(...train.task.options),
    mechanism: fc.constantFrom(...train.mechanism.options),
    width: fc.constantFrom(...train.width.options),
    embedding: fc.constantFrom(...train.embedding.options),
    attention: fc.constantFrom(...train.attention.options),
    readout: fc.constantFrom(...train.readout.options),
    window: numbers(train.window),
    rate: fc.constantFrom(...train.rate.options),
    batch: fc.constantFrom(...train.batch.options),
    steps: numbers(train.steps),
    data: fc.constantFrom(...train.data.options),
    longest: numbers(train.longest),
    seed: numbers(train.seed),
    text: fc.oneof(fc.constant(''), fc.string({ maxLength: 40 }).map(train.text.tidy)),
    show: fc.constantFrom(...train.show.options),
  })
  .map(trainPage);

export function isValidTrainPage(page: TrainPage): boolean {
  return Object.entries(train).every(([field, control]) =>
    (control as unknown as Control<unknown>).accepts(page[field as keyof typeof train]),
  );
}
