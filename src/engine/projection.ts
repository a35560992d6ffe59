/** @file What the sparse normalisers share: row by row forward and backward in plain arithmetic. */

import type { Op } from './op.ts';
import { emptyRow, type NormaliserAttributes } from './ops/softmax.ts';
import { rowsAlong } from './rows.ts';

/** An op without its explanation, from one row's value and one row's gradient (of the share y and its gradient gy). */
export function projection(
  name: string,
  value: (x: readonly number[], temperature: number) => number[],
  gradient: (y: readonly number[], gy: readonly number[], temperature: number) => number[],
): Omit<Op<NormaliserAttributes>, 'explain'> {
  return {
    name,
    outputs: ([x = []], { over }) => {
      rowsAlong(x, over, name);
      return [{ axes: x }];
    },

    forward: ({ kernels, inputs: [x], outputs: [y], attributes: { over, temperature } }) => {
      if (x === undefined || y === undefined) throw new Error(`${name} takes one operand`);
      const { outer, n, inner } = rowsAlong(x.axes, over, name);
      return () => {
        if (kernels.precision === 'float32') kernels.fallback(name);
        const heap = kernels.heap;
        for (let row = 0; row < outer * inner; row++) {
          const start = Math.floor(row / inner) * n * inner + (row % inner);
          const scores = Array.from({ length: n }, (_, k) => heap[x.at + start + k * inner] as number);
          if (scores.every((score) => score === -Infinity)) throw emptyRow(x.axes, over, row);
          value(scores, temperature).forEach((share, k) => {
            heap[y.at + start + k * inner] = share;
          });
        }
      };
    },

    backward: (
      { kernels, inputs: [x], outputs: [y], attributes: { over, temperature } },
      { output, inputs: [gx = -1] },
    ) => {
      if (x === undefined || y === undefined) throw new Error(`${name} takes one operand`);
      const { outer, n, inner } = rowsAlong(x.axes, over, name);
      return () => {
        if (kernels.precision === 'float32') kernels.fallback(name);
        const heap = kernels.heap;
        for (let row = 0; row < outer * inner; row++) {
          const start = Math.floor(row / inner) * n * inner + (row % inner);
          const read = (at: number): number[] =>
            Array.from({ length: n }, (_, k) => heap[at + start + k * inner] as number);
          gradient(read(y.at), read(output), temperature).forEach((g, k) => {
            const cell = gx + start + k * inner;
            heap[cell] = (heap[cell] as number) + g;
          });
        }
      };
    },
  };
}
