/** @file The laws over the traces of all mechanisms: everything that is computed is explained, down to what was given. */

import { describe, expect, it } from 'vitest';
import type { Trace } from '../../src/engine/trace.ts';
import { programs } from '../../src/models/cases/all.ts';
import { runCase } from '../../src/models/cases/run.ts';
import { casesOf, type FixtureCase } from '../models/cases/files.ts';
import { foundations, untold } from './traceLaws.ts';

const files = ['published', 'generated', 'oracle'].flatMap(casesOf);

/** The mechanism's cases, the smallest first, so that a fault is shown where it can be read. */
function casesFor(id: string): FixtureCase[] {
  const mine = files.filter(({ json }) => json.mechanism === id);
  return mine.toSorted((a, b) => JSON.stringify(a.json).length - JSON.stringify(b.json).length);
}

/** The last tensor of that name: an output's, where inner tensors have the same. */
function tensorNamed(trace: Trace, name: string): number {
  const found = trace.tensors.findLast((tensor) => tensor.name === name);
  if (found === undefined) throw new Error(`no tensor ${name}`);
  return found.id;
}

/** The gradient of one cell of an output with respect to every input and parameter that a case may ask for, by name. */
function gradientsOfCell(
  json: FixtureCase['json'],
  of: string,
  cell: number,
  shape: number[],
): Map<string, number[]> {
  const wrt = (json['gradient'] as { wrt: string[] }).wrt;
  const count = shape.reduce((product, size) => product * size, 1);
  const data = Array.from({ length: count }, (_, k) => (k === cell ? 1 : 0));
  const { outputs } = runCase({
    ...json,
    gradient: { of, upstream: { shape, data }, wrt },
    expected: undefined,
  });
  return new Map(wrt.map((name) => [name, [...(outputs.get(`grad:${name}`)?.data ?? [])]]));
}

describe.each([...programs.keys()].filter((id) => casesFor(id).length > 0))('the trace of %s', (id) => {
  it('has an explanation for every cell that retells it', () => {
    for (const { name, json } of casesFor(id)) {
      const { trace } = runCase(json);
      expect(untold(trace).slice(0, 5), name).toEqual([]);
    }
  });

  it('comes down to given cells alone, and to every one that has a gradient', () => {
    // Only a part of the cases has gradients, and every cell of their outputs would take long: the first and the last.
    const withGradients = casesFor(id).filter(
      ({ json }) => ((json['gradient'] as { wrt?: string[] } | undefined)?.wrt ?? []).length > 0,
    );
    for (const { name, json } of withGradients.slice(0, 6)) {
      const { outputs, trace } = runCase(json);
      const of = (json['gradient'] as { of: string }).of;
      const output = outputs.get(of);
      if (output === undefined) throw new Error(`${name}: no output ${of}`);
      for (const cell of new Set([0, output.data.length - 1])) {
        const reach = foundations(trace, { tensor: tensorNamed(trace, of), cell });
        for (const [source, gradient] of gradientsOfCell(json, of, cell, [...output.shape])) {
          const tensor = trace.tensors.find((one) => one.name === source && one.op < 0)?.id ?? -1;
          gradient.forEach((slope, k) => {
            if (slope !== 0)
              expect(reach.has(`${tensor}:${k}`), `${name}: ${of} and ${source}[${k + 1}]`).toBe(true);
          });
        }
      }
    }
  });
});

describe('the laws over traces', () => {
  const { json } = files.find(({ name }) => name === 'oracle/additive_mask_temperature.json') ?? {};
  if (json === undefined) throw new Error('there is no such case');

  it('see a cell that is not what it is explained to be', () => {
    const { trace } = runCase(json);
    const alpha = trace.tensors.find(({ name }) => name === 'alpha');
    if (alpha === undefined) throw new Error('there is no alpha');
    trace.data[alpha.at] = (trace.data[alpha.at] as number) + 1e-9;
    expect(untold(trace).join()).toMatch(/alpha\[1\].*c\[/s);
  });

  it('see an operand that has been left out', () => {
    const { trace } = runCase(json);
    const c = { tensor: tensorNamed(trace, 'c'), cell: 0 };
    const whole = foundations(trace, c);
    // The same trace, but alpha is said to be given.
    const cut: Trace = {
      ...trace,
      tensors: trace.tensors.map((tensor) => (tensor.name === 'alpha' ? { ...tensor, op: -1 } : tensor)),
    };
    expect(foundations(cut, c).size).toBeLessThan(whole.size);
  });
});
