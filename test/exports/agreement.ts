/** @file Programs and the numbers of the engine that they have to print, for every op, every case and every shipped model. */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { root } from '../../src/cli/setUp/run.mjs';
import { shippedModel } from '../../src/cli/shippedModel.ts';
import { Graph } from '../../src/engine/graph.ts';
import { createPlainKernels } from '../../src/engine/kernels/plain.ts';
import { cellsOf, type Trace } from '../../src/engine/trace.ts';
import type { Dialect } from '../../src/exports/program/dialect.ts';
import { program, programText } from '../../src/exports/program/program.ts';
import {
  matrixSelection,
  readingSelection,
  stepSelection,
  wholeSelection,
  type Selection,
} from '../../src/exports/selection.ts';
import { attentions } from '../../src/mechanisms/all.ts';
import { runCase } from '../../src/models/cases/run.ts';
import { finish, translate } from '../../src/models/seq2seq/translate.ts';
import { drawOf, generators } from '../engine/laws/generators.ts';
import { casesOf } from '../models/cases/files.ts';
import { untrainedScene } from '../support/untrainedScene.ts';
import { flat, runPython, shapeOf } from './python.ts';

/** The mechanisms of which a trained translator is shipped. */
export const shippedModels: readonly string[] = attentions
  .map(({ id }) => id)
  .filter((id) => existsSync(path.join(root, `public/models/${id}.json`)));

/** A program to be written, and where its numbers stand in the trace. */
export interface Example {
  readonly name: string;
  readonly trace: Trace;
  readonly selection: Selection;
}

const words = {
  head: 'A title\nand where it is from',
  numbers: 'the numbers',
  stages: { score: 'how well each fits', softmax: 'shares', context: 'what is read', prepare: 'once' },
};

/** The text of an example's program. */
export function written({ trace, selection }: Example, dialect: Dialect): string {
  return programText(program({ trace, ...selection, name: 'attend', words }, dialect));
}

/** Every tensor that was computed, under a name of its own. */
function everything(trace: Trace): Selection {
  const made = trace.tensors.filter((tensor) => tensor.op >= 0 && tensor.at >= 0);
  return { printed: made.map(({ name, id }) => ({ name: `${name}_${id}`, tensors: [id] })), given: [] };
}

/** Applications of every op to random operands: ordinary sizes, and large scores for the normalisers. */
export function opExamples(): Example[] {
  return Object.entries(generators).flatMap(([op, generate]) =>
    Array.from({ length: 24 }, (_, seed) => {
      const sample = generate(drawOf(seed, 1 + (seed % 4), 1));
      const graph = new Graph(createPlainKernels(), { eager: true });
      const inputs = sample.operands.map(({ name, axes, cells }) => graph.input(name, axes, cells));
      graph.apply(sample.op, inputs, sample.attributes);
      const trace = graph.trace();
      return { name: `${op} ${seed}`, trace, selection: everything(trace) };
    }),
  );
}

/** Every case that can be run and computes something: all that it computes, and what it ends in. */
export function caseExamples(): Example[] {
  return ['published', 'generated', 'oracle'].flatMap(casesOf).flatMap(({ name, json }) => {
    const { trace } = runCase(json);
    if (trace.ops.length === 0) return [];
    return [
      { name: `${name}, all`, trace, selection: everything(trace) },
      { name, trace, selection: wholeSelection(trace) },
    ];
  });
}

/** A translation by each shipped model: steps at several stages, the reading, and both matrices. */
export function modelExamples(): Example[] {
  return shippedModels.flatMap((id) => {
    const { model } = shippedModel(id);
    const { trace } = finish(translate(model, 'the black cat sees the white dog'.split(' ')));
    return [
      { name: `${id}, step 3`, trace, selection: stepSelection(trace, 2) },
      { name: `${id}, state`, trace, selection: stepSelection(trace, 0, 'state') },
      { name: `${id}, word`, trace, selection: stepSelection(trace, 3, 'word') },
      { name: `${id}, reading`, trace, selection: readingSelection(trace) },
      { name: `${id}, scores`, trace, selection: matrixSelection(trace, 'e') },
      { name: `${id}, weights`, trace, selection: matrixSelection(trace, 'alpha') },
      // A model without attention has neither scores nor weights.
    ].filter(({ selection }) => selection.printed.length > 0);
  });
}

/** A step and the matrices of every mechanism that a model can be built with, by models that were never trained. */
export function mechanismExamples(): Example[] {
  return attentions.flatMap(({ id }) => {
    const { trace } = untrainedScene({ mechanism: id });
    return [
      { name: `${id}, untrained`, trace, selection: stepSelection(trace, 1, 'word') },
      { name: `${id}, untrained, weights`, trace, selection: matrixSelection(trace, 'alpha') },
      { name: `${id}, untrained, contexts`, trace, selection: matrixSelection(trace, 'c') },
    ].filter(({ selection }) => selection.printed.length > 0);
  });
}

/** How far a printed number may be from the engine's, relative to max(1, |number|). */
const TOLERANCE = 1e-9;

function farthest(got: readonly number[], expected: readonly number[]): number {
  if (got.length !== expected.length) return Infinity;
  return Math.max(
    0,
    ...expected.map((want, k) => {
      if (got[k] === want) return 0;
      const error = Math.abs((got[k] as number) - want) / Math.max(1, Math.abs(want));
      return Number.isNaN(error) ? Infinity : error;
    }),
  );
}

/** Runs the examples' programs; the names of those that print anything else than the engine computed, and how far off they are. */
export function disagreements(python: string, examples: readonly Example[], dialect: Dialect): string[] {
  const printed = runPython(
    python,
    examples.map((example) => written(example, dialect)),
  );
  expect(printed).toHaveLength(examples.length);
  return examples.flatMap(({ name, trace, selection }, k) =>
    selection.printed.flatMap(({ name: result, tensors }) => {
      const got = printed[k]?.get(result);
      const records = tensors.map((id) => trace.tensors[id]).filter((tensor) => tensor !== undefined);
      const own = records[0]?.axes.map(({ size }) => size) ?? [];
      const shape = records.length === 1 ? own : [records.length, ...own];
      if (JSON.stringify(shapeOf(got)) !== JSON.stringify(shape)) return [`${name}: the shape of ${result}`];
      const error = farthest(
        flat(got),
        records.flatMap((tensor) => [...cellsOf(trace, tensor)]),
      );
      return error <= TOLERANCE ? [] : [`${name}: ${result} is off by ${error}`];
    }),
  );
}
