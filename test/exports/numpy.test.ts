/** @file Exported NumPy programs, run by Python, print the numbers of the engine. */

import { describe, expect, it } from 'vitest';
import { findPythonWith } from '../../src/cli/setUp/python.mjs';
import { ops } from '../../src/engine/ops/all.ts';
import { numpy } from '../../src/exports/numpy.ts';
import { attentions } from '../../src/mechanisms/all.ts';
import {
  caseExamples,
  disagreements,
  mechanismExamples,
  modelExamples,
  opExamples,
  written,
} from './agreement.ts';
import { runPython } from './python.ts';

const python = findPythonWith('numpy') ?? 'python3';

describe('a NumPy program', () => {
  it('computes every op, its inner tensors too', () => {
    const examples = opExamples();
    expect(new Set(examples.map(({ trace }) => trace.ops[0]?.op))).toEqual(new Set(ops.keys()));
    expect(disagreements(python, examples, numpy)).toEqual([]);
  });

  it('computes every case that there is', () => {
    const examples = caseExamples();
    expect(examples.length).toBeGreaterThan(400);
    expect(disagreements(python, examples, numpy)).toEqual([]);
  });

  it('computes a step and the matrices of every shipped model', () => {
    expect(disagreements(python, modelExamples(), numpy)).toEqual([]);
  });

  it('computes a step and the matrices of every mechanism', () => {
    const examples = mechanismExamples();
    expect(examples.length).toBeGreaterThan(2 * attentions.length);
    expect(disagreements(python, examples, numpy)).toEqual([]);
  });

  it('is found out when one of its numbers is changed', () => {
    const example = modelExamples().find(({ name }) => name === 'additive, step 3');
    if (example === undefined) throw new Error('there is no example');
    const changed = written(example, numpy).replace(/(s = np\.array\(\[\s*-?\d+\.\d)/, '$19');
    const [right, wrong] = runPython(python, [written(example, numpy), changed]);
    expect(wrong?.get('alpha')).not.toEqual(right?.get('alpha'));
  });
});
