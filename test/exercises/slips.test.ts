/** @file Slips are recognised by what they lead to, computed here from the formulas themselves. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Address } from '../../src/engine/explanation.ts';
import type { Trace } from '../../src/engine/trace.ts';
import { valueAt } from '../../src/engine/explain.ts';
import { recognise, slipKinds, slipsOf, type SlipKind } from '../../src/exercises/slips.ts';
import { lessons } from '../../src/lessons/all.ts';
import { runCase } from '../../src/models/cases/run.ts';
import { runBeat } from '../lessons/run.ts';

const n = 3;
const width = 4;

const matrix = (rows: number, columns: number) =>
  fc.array(
    fc.integer({ min: -9, max: 9 }).map((value) => value / 7),
    {
      minLength: rows * columns,
      maxLength: rows * columns,
    },
  );

/** Row i of a matrix, row by row. */
const row = (data: readonly number[], i: number, columns: number): number[] =>
  data.slice(i * columns, (i + 1) * columns);
const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const softmax = (scores: readonly number[], own: number): number =>
  Math.exp(scores[own] ?? 0) / sum(scores.map(Math.exp));

/** The one tensor of that name whose cells were kept. */
function cellOf(trace: Trace, name: string, cell: number): Address {
  const tensor = trace.tensors.findLast((one) => one.name === name && one.at >= 0);
  if (tensor === undefined) throw new Error(`no ${name}`);
  return { tensor: tensor.id, cell };
}

/** Fails unless a value that is not the right one is recognised as that slip. Says whether it could be told apart. */
function expectSlip(trace: Trace, address: Address, kind: SlipKind, value: number): void {
  if (Math.abs(value - valueAt(trace, address)) < 1e-6) return; // the slip leads to the right number here
  expect(recognise(trace, address, String(value), 9), `${kind} at ${address.cell}`).toContain(kind);
}

describe('in self-attention', () => {
  const cases = fc.tuple(matrix(n, width), matrix(n, width), matrix(n, width));

  it('every slip of a scaled score and of its weight is recognised', () => {
    fc.assert(
      fc.property(cases, ([Q, K, V]) => {
        const tensor = (data: readonly number[]) => ({ shape: [n, width], data });
        const { trace } = runCase({
          mechanism: 'self',
          inputs: { Q: tensor(Q), K: tensor(K), V: tensor(V) },
          params: {},
          options: {},
        });
        const plain = Array.from({ length: n }, (_, i) =>
          Array.from({ length: n }, (__, j) => dot(row(Q, i, width), row(K, j, width))),
        );
        const scores = plain.map((line) => line.map((value) => value / Math.sqrt(width)));
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            const e = cellOf(trace, 'e', i * n + j);
            const line = scores[i] ?? [];
            expectSlip(trace, e, 'scaleForgotten', plain[i]?.[j] ?? 0);
            expectSlip(trace, e, 'scaleTwice', (plain[i]?.[j] ?? 0) / width);
            expectSlip(trace, e, 'sign', -(line[j] ?? 0));
            if (i !== j) expectSlip(trace, e, 'swapped', scores[j]?.[i] ?? 0);
            const alpha = cellOf(trace, 'alpha', i * n + j);
            expectSlip(trace, alpha, 'notDivided', Math.exp(line[j] ?? 0));
            expectSlip(trace, alpha, 'byCount', Math.exp(line[j] ?? 0) / n);
            expectSlip(
              trace,
              alpha,
              'otherAxis',
              softmax(
                scores.map((one) => one[j] ?? 0),
                i,
              ),
            );
            expectSlip(trace, alpha, 'scaleForgotten', softmax(plain[i] ?? [], j));
            expectSlip(
              trace,
              alpha,
              'scaleTwice',
              softmax(
                (plain[i] ?? []).map((e) => e / width),
                j,
              ),
            );
            if (j + 1 < n) expectSlip(trace, alpha, 'neighbour', softmax(line, j + 1));
            if (j > 0) expectSlip(trace, alpha, 'neighbour', softmax(line, j - 1));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('every slip of a weighted sum is recognised', () => {
    fc.assert(
      fc.property(cases, ([Q, K, V]) => {
        const tensor = (data: readonly number[]) => ({ shape: [n, width], data });
        const { trace } = runCase({
          mechanism: 'self',
          inputs: { Q: tensor(Q), K: tensor(K), V: tensor(V) },
          params: {},
          options: {},
        });
        for (let i = 0; i < n; i++) {
          const scores = Array.from({ length: n }, (_, j) => dot(row(Q, i, width), row(K, j, width)) / 2);
          const weights = scores.map((_, j) => softmax(scores, j));
          for (let k = 0; k < width; k++) {
            const c = cellOf(trace, 'c', i * width + k);
            const column = Array.from({ length: n }, (_, j) => V[j * width + k] ?? 0);
            expectSlip(trace, c, 'byCount', sum(column) / n);
            expectSlip(trace, c, 'neighbour', dot([weights[1], weights[2], weights[0]] as number[], column));
            expectSlip(trace, c, 'sign', -dot(weights, column));
            expectSlip(trace, c, 'sign', dot(weights, column) - 2 * (weights[1] ?? 0) * (column[1] ?? 0));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('in attention with one question', () => {
  it('the general score with query and key exchanged is recognised, and the temperature left out', () => {
    fc.assert(
      fc.property(matrix(1, 2), matrix(n, 2), matrix(2, 2), (s, h, W) => {
        const { trace } = runCase({
          mechanism: 'general',
          inputs: { s: { shape: [1, 2], data: s }, h: { shape: [n, 2], data: h } },
          params: { W: { shape: [2, 2], data: W } },
          options: { temperature: 2 },
        });
        const product = (a: readonly number[], b: readonly number[]): number =>
          dot(a, [dot(row(W, 0, 2), b), dot(row(W, 1, 2), b)]);
        const scores = Array.from({ length: n }, (_, j) => product(s, row(h, j, 2)));
        for (let j = 0; j < n; j++) {
          expectSlip(trace, cellOf(trace, 'e', j), 'swapped', product(row(h, j, 2), s));
          const alpha = cellOf(trace, 'alpha', j);
          expectSlip(trace, alpha, 'scaleForgotten', softmax(scores, j));
          expectSlip(
            trace,
            alpha,
            'scaleTwice',
            softmax(
              scores.map((e) => e / 4),
              j,
            ),
          );
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('in every lesson', () => {
  const cells = lessons.flatMap((lesson) => {
    const { trace } = runBeat(lesson, lesson.beats.at(-1)?.id ?? '');
    return trace.tensors
      .filter(({ at, op }) => at >= 0 && op >= 0)
      .flatMap((tensor) => {
        const count = tensor.axes.reduce((product, { size }) => product * size, 1);
        return Array.from({ length: count }, (_, cell) => ({ trace, address: { tensor: tensor.id, cell } }));
      });
  });

  it('the right number is never taken for a slip, and whatever is recognised is one of the kinds that are named', () => {
    for (const { trace, address } of cells) {
      const value = valueAt(trace, address);
      if (Number.isFinite(value)) expect(recognise(trace, address, String(value), 6)).toEqual([]);
      for (const { kind } of slipsOf(trace, address)) expect(slipKinds).toContain(kind);
    }
    expect(cells.length).toBeGreaterThan(300);
  });

  it('a number far from every slip is not recognised', () => {
    for (const { trace, address } of cells) expect(recognise(trace, address, '123456.789', 3)).toEqual([]);
  });

  it('a tanh or a sigmoid that was left out is recognised', () => {
    const found = cells.filter(({ trace, address }) =>
      slipsOf(trace, address).some(({ kind, value }) => {
        if (kind !== 'noFunction' || Math.abs(value - valueAt(trace, address)) < 1e-3) return false;
        expect(recognise(trace, address, String(value), 6)).toContain('noFunction');
        return true;
      }),
    );
    expect(found.length).toBeGreaterThan(0);
  });
});
