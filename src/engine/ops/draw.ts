/** @file draw: one place of each row by its shares: 1 at the first place where their running sum is more than u, 0 elsewhere. */

import { ofInput } from '../explanation.ts';
import type { Graph, Value } from '../graph.ts';
import type { Attributes, Op } from '../op.ts';
import { rowOf, rowsAlong } from '../rows.ts';
import { findAxis, projectCell, withoutAxis } from '../tensor.ts';

export interface DrawAttributes extends Attributes {
  /** The axis along which a place is drawn. */
  readonly over: string;
}

/** Where u falls among n shares; where rounding leaves their sum short of u, the last place that has a share. */
function placeOf(share: (k: number) => number, n: number, u: number): number {
  let [sum, last] = [0, 0];
  for (let k = 0; k < n; k++) {
    sum += share(k);
    if (sum > u) return k;
    if (share(k) > 0) last = k;
  }
  return last;
}

/**
 * From shares α and numbers u in [0, 1), one a row: a one at the drawn place, and its number (from 0) as an inner tensor. A choice has no
 * slope: no gradient.
 */
export const drawOp: Op<DrawAttributes> = {
  name: 'draw',
  outputs: ([alpha = [], u = []], { over }) => {
    rowsAlong(alpha, over, 'draw');
    const stranger = u.find((axis) => findAxis(withoutAxis(alpha, over), axis.name) === undefined);
    if (stranger !== undefined)
      throw new Error(`draw: u has an axis ${stranger.name} that the rows do not have`);
    return [{ axes: alpha }, { name: 'picked', axes: withoutAxis(alpha, over) }];
  },

  forward: ({ kernels, inputs: [alpha, u], outputs: [y, picked], attributes: { over } }) => {
    if (alpha === undefined || u === undefined || y === undefined || picked === undefined)
      throw new Error('draw takes shares and a number a row');
    const { outer, n, inner } = rowsAlong(alpha.axes, over, 'draw');
    const numbers = Array.from({ length: outer * inner }, (_, row) => projectCell(picked.axes, row, u.axes));
    return () => {
      if (kernels.precision === 'float32') kernels.fallback('draw');
      const heap = kernels.heap;
      for (let row = 0; row < outer * inner; row++) {
        const start = Math.floor(row / inner) * n * inner + (row % inner);
        const place = placeOf(
          (k) => heap[alpha.at + start + k * inner] as number,
          n,
          heap[u.at + (numbers[row] as number)] as number,
        );
        for (let k = 0; k < n; k++) heap[y.at + start + k * inner] = k === place ? 1 : 0;
        heap[picked.at + row] = place;
      }
    };
  },

  backward: () => () => undefined,

  // What was drawn is declared; the number that decided is named.
  explain: ({
    output,
    cell,
    inputs: [alpha = [], u = []],
    outputs: [, rows = []],
    attributes: { over },
    value,
  }) => {
    const row = output === 0 ? rowOf(alpha, over, cell).row : cell;
    return {
      rule: 'choice',
      by: 'place',
      of: null,
      constant: value({ side: 'output', place: output, cell }),
      among: [],
      because: ofInput(1, projectCell(rows, row, u)),
    };
  },
};

/** One place of each row of shares: a one there [.., j], and its number [..]. */
export function draw(graph: Graph, alpha: Value, u: Value, over: string): { drawn: Value; picked: Value } {
  const [drawn, picked] = graph.apply(drawOp, [alpha, u], { over }) as [Value, Value];
  return { drawn, picked };
}
