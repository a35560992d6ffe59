/** @file LaTeX: every formula parses, and holds the numbers. */

import { renderToString } from 'katex';
import { describe, expect, it } from 'vitest';
import { shippedModel } from '../../src/cli/shippedModel.ts';
import { cellsOf } from '../../src/engine/trace.ts';
import { cellsLatex, matrixLatex, stagesLatex, stepLatex } from '../../src/exports/latex.ts';
import { functionTex, numberTex, plainTex } from '../../src/exports/latex/numbers.ts';
import { functions } from '../../src/engine/kernels/functions.ts';
import type { FunctionName } from '../../src/engine/kernels/kernels.ts';
import { matrixModel } from '../../src/geometry/matrixModel.ts';
import { tensorNamed } from '../../src/geometry/tensorIndex.ts';
import { runCase } from '../../src/models/cases/run.ts';
import { finish, translate } from '../../src/models/seq2seq/translate.ts';
import { casesOf } from '../models/cases/files.ts';
import { shippedModels } from './agreement.ts';

/** The formulas of a document: its comments and the marks of display mathematics are not KaTeX's. */
function formulasIn(latex: string): string[] {
  const text = latex.replaceAll(/^%.*$/gm, '');
  const found = text.match(/\\\[[^]*?\\\]|\\begin\{align\*\}[^]*?\\end\{align\*\}/g) ?? [];
  const rest = found.reduce((left, one) => left.replace(one, ''), text);
  expect(rest.trim()).toBe('');
  return found.map((one) => one.replace(/^\\\[/, '').replace(/\\\]$/, ''));
}

function parse(latex: string): number {
  const formulas = formulasIn(latex);
  for (const formula of formulas)
    renderToString(formula, { displayMode: true, throwOnError: true, strict: 'error', maxExpand: 100_000 });
  return formulas.length;
}

describe('stepLatex', () => {
  it.each(shippedModels)('of %s parses, and holds all weights', (id) => {
    const { trace } = finish(translate(shippedModel(id).model, 'the black cat sees the dog'.split(' ')));
    const latex = stepLatex(trace, 2, id, 'a title\na link', ['state', 'word']);
    expect(latex).not.toContain('htmlClass');
    const alpha = tensorNamed(trace, 'alpha', 2);
    expect(alpha === undefined).toBe(id === 'none');
    expect(parse(latex)).toBeGreaterThanOrEqual(alpha === undefined ? 3 : 8);
    if (alpha === undefined) return;
    cellsOf(trace, alpha).forEach((weight, j) => {
      expect(latex).toMatch(
        new RegExp(`\\\\alpha_\\{3,${j + 1}\\} &= .*\\\\approx ${escaped(numberTex(weight))}`),
      );
    });
  });
});

describe('stagesLatex', () => {
  it('parses, with the formulas of every stage', () => {
    expect(parse(stagesLatex(['embedding', 'forward', 'backward', 'first-state'], 4, 'a title'))).toBe(5);
  });
});

describe('matrixLatex', () => {
  it('parses, with a row of numbers for every word', () => {
    const { trace } = finish(translate(shippedModel('dot').model, 'the cat sleeps'.split(' ')));
    const model = matrixModel(trace, 'alpha');
    const latex = matrixLatex(
      'alpha',
      model.rows.map((row) => row.values),
      'a title',
    );
    expect(parse(latex)).toBe(1);
    expect(latex.match(/&/g)).toHaveLength(model.rows.length * (model.columns - 1));
  });
});

describe('cellsLatex', () => {
  it('of every case parses', () => {
    for (const { name, json } of ['published', 'generated', 'oracle'].flatMap(casesOf)) {
      const { trace } = runCase(json);
      const tensors = trace.tensors.filter(({ kind, role }) => kind === 'computed' && role !== 'other');
      if (tensors.length > 0)
        expect([name, parse(cellsLatex(trace, tensors, name))]).toEqual([name, tensors.length]);
    }
  });
});

describe('the pieces', () => {
  it('write numbers as LaTeX does', () => {
    expect([0, -0.5, 1.2e-7, -3e20, Infinity, -Infinity].map(numberTex)).toEqual([
      '0',
      '-0.500',
      '1.20 \\times 10^{-7}',
      '-3.00 \\times 10^{20}',
      '\\infty',
      '-\\infty',
    ]);
  });

  it('write every function', () => {
    for (const f of Object.keys(functions) as FunctionName[])
      renderToString(functionTex(f, -1.5, 0.2), { throwOnError: true, strict: 'error', maxExpand: 100_000 });
  });

  it('take the colours out', () => {
    expect(
      plainTex('a + \\htmlClass{role-key}{h_{j}} + \\htmlClass{role-weight}{\\alpha_{\\htmlClass{x}{t}}}'),
    ).toBe('a + h_{j} + \\alpha_{t}');
  });
});

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
