/** @file Exported PyTorch programs, run by Python, print the numbers of the engine. */

import { describe, expect, it } from 'vitest';
import { findPythonWith } from '../../src/cli/setUp/python.mjs';
import { torch } from '../../src/exports/torch.ts';
import { caseExamples, disagreements, mechanismExamples, modelExamples, opExamples } from './agreement.ts';

const python = findPythonWith('torch') ?? 'python3';

describe('a PyTorch program', () => {
  it.each([
    ['every op, its inner tensors too', opExamples],
    ['every case that there is', caseExamples],
    ['a step and the matrices of every shipped model', modelExamples],
    ['a step and the matrices of every mechanism', mechanismExamples],
  ])('computes %s', (_, examples) => {
    expect(disagreements(python, examples(), torch)).toEqual([]);
  });
});
