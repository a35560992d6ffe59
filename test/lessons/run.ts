/** @file A lesson at a beat, run by the engine. */
import { expect } from 'vitest';
import { caseOf, exampleOf } from '../../src/app/pages/hand/example.ts';
import type { Trace } from '../../src/engine/trace.ts';
import { bandModel } from '../../src/geometry/hand/bandModel.ts';
import type { Lesson } from '../../src/lessons/lesson.ts';
import { runCase } from '../../src/models/cases/run.ts';
import { handPage, type HandPage } from '../../src/url/pages/hand.ts';

/** The case file of a beat, its trace, and the numbers of any row of its worksheet: a list a column. */
export interface Ran {
  readonly trace: Trace;
  readonly row: (band: string) => readonly (readonly number[])[];
  readonly outputs: ReadonlyMap<string, { readonly data: ArrayLike<number> }>;
}

/** Runs a beat with what a reader changed. */
export function runBeat(lesson: Lesson, beat: string, changed: Partial<HandPage> = {}): Ran {
  const example = exampleOf(lesson, { ...handPage(lesson.id, beat), ...changed });
  const { trace, outputs } = runCase(JSON.parse(JSON.stringify(caseOf(example))));
  return {
    trace,
    outputs,
    row(id) {
      const band = lesson.bands.find((one) => one.id === id);
      const model = band === undefined ? null : bandModel(trace, null, band, example.beat.t);
      if (model === null) throw new Error(`${lesson.id}, ${beat}: no row ${id}`);
      return model.columns.map((column) => column.map(({ value }) => value));
    },
  };
}

/** Numbers that may differ from these in the twelfth decimal. */
export function near(numbers: readonly number[]): number[] {
  return numbers.map((value) => expect.closeTo(value, 12) as number);
}
