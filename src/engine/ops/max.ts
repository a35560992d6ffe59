/** @file max along one axis, with its place. */

import { ofInput, ofOutput } from '../explanation.ts';
import type { Graph, Value } from '../graph.ts';
import type { Attributes, Op } from '../op.ts';
import { rowOf, rowsAlong } from '../rows.ts';
import { cellAt, indexOf, withoutAxis, type Axes } from '../tensor.ts';

export interface MaxAttributes extends Attributes {
  readonly over: string;
}

/** y = max_over x; of equals the first. Its inner tensor `place` holds where (0-based). The gradient goes to that place alone. */
export const maxOp: Op<MaxAttributes> = {
  name: 'max',
  outputs: ([x = []], { over }) => {
    rowsAlong(x, over, 'max');
    return [{ axes: withoutAxis(x, over) }, { name: 'place', axes: withoutAxis(x, over) }];
  },

  forward: ({ kernels, inputs: [x], outputs: [y, place], attributes: { over } }) => {
    if (x === undefined || y === undefined || place === undefined) throw new Error('max takes one operand');
    const { outer, n, inner } = rowsAlong(x.axes, over, 'max');
    return () => {
      if (kernels.precision === 'float32') kernels.fallback('max');
      const heap = kernels.heap;
      for (let row = 0; row < outer * inner; row++) {
        const start = x.at + Math.floor(row / inner) * n * inner + (row % inner);
        let best = 0;
        for (let k = 1; k < n; k++) {
          if ((heap[start + k * inner] as number) > (heap[start + best * inner] as number)) best = k;
        }
        heap[y.at + row] = heap[start + best * inner] as number;
        heap[place.at + row] = best;
      }
    };
  },

  backward: (
    { kernels, inputs: [x], outputs: [, place], attributes: { over } },
    { output, inputs: [gx = -1] },
  ) => {
    if (x === undefined || place === undefined) throw new Error('max takes one operand');
    const { outer, n, inner } = rowsAlong(x.axes, over, 'max');
    return () => {
      if (kernels.precision === 'float32') kernels.fallback('max');
      const heap = kernels.heap;
      for (let row = 0; row < outer * inner; row++) {
        const start = gx + Math.floor(row / inner) * n * inner + (row % inner);
        const cell = start + (heap[place.at + row] as number) * inner;
        heap[cell] = (heap[cell] as number) + (heap[output + row] as number);
      }
    };
  },

  explain: ({ output, cell, inputs: [x = []], outputs: [y = []], attributes: { over }, value }) => {
    const { cells } = rowOf(x, over, firstOfRow(x, y, over, cell));
    const best = value(ofOutput(1, cell));
    // The place is a count, not a cell of the input: it is declared, and what decided it is named.
    if (output === 1) {
      return {
        rule: 'choice',
        by: 'place',
        of: null,
        constant: best,
        among: [],
        because: ofInput(0, cells[best] as number),
      };
    }
    const among = cells.map((at) => ofInput(0, at));
    return {
      rule: 'choice',
      by: 'max',
      of: ofInput(0, cells[best] as number),
      constant: 0,
      among,
      because: null,
    };
  },
};

function firstOfRow(x: Axes, y: Axes, over: string, cell: number): number {
  const index = indexOf(y, cell);
  index.splice(
    x.findIndex((axis) => axis.name === over),
    0,
    0,
  );
  return cellAt(x, index);
}

/** The largest cell along an axis, and its place (0-based). */
export function max(graph: Graph, x: Value, over: string): { largest: Value; place: Value } {
  const [largest, place] = graph.apply(maxOp, [x], { over }) as [Value, Value];
  return { largest, place };
}
