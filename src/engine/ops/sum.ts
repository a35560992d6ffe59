/** @file sum and mean along one axis. */

import { ofInput, sumOf, term } from '../explanation.ts';
import type { Graph, Value } from '../graph.ts';
import { elementwise } from '../nest.ts';
import type { Attributes, Op } from '../op.ts';
import { cellCount, findAxis, projectCell, strideAlong, withoutAxis } from '../tensor.ts';
import { rowsAlong } from '../rows.ts';

export interface SumAttributes extends Attributes {
  readonly over: string;
  /** true: divided by the number of places. */
  readonly mean: boolean;
}

/** y = Σ_over x, or that divided by the axis's size. */
export const sumOp: Op<SumAttributes> = {
  name: 'sum',
  outputs: ([x = []], { over }) => {
    rowsAlong(x, over, 'sum');
    return [{ axes: withoutAxis(x, over) }];
  },

  forward: ({ kernels, inputs: [x], outputs: [y], attributes: { over, mean } }) => {
    if (x === undefined || y === undefined) throw new Error('sum takes one operand');
    const factor = mean ? 1 / (findAxis(x.axes, over)?.size ?? 1) : 1;
    const run = elementwise(kernels, y, x, null, factor, true);
    const length = cellCount(y.axes);
    return () => {
      kernels.fill(y.at, length, 0);
      run();
    };
  },

  /** gx += factor · gy. */
  backward: (
    { kernels, inputs: [x], outputs: [y], attributes: { over, mean } },
    { output, inputs: [gx = -1] },
  ) => {
    if (x === undefined || y === undefined) throw new Error('sum takes one operand');
    const factor = mean ? 1 / (findAxis(x.axes, over)?.size ?? 1) : 1;
    return elementwise(kernels, { at: gx, axes: x.axes }, { at: output, axes: y.axes }, null, factor, true);
  },

  explain: ({ cell, inputs: [x = []], outputs: [y = []], attributes: { over, mean } }) => {
    const size = findAxis(x, over)?.size ?? 1;
    const start = projectCell(y, cell, x);
    const stride = strideAlong(x, over);
    const factor = mean ? 1 / size : 1;
    return sumOf(Array.from({ length: size }, (_, k) => term(factor, ofInput(0, start + k * stride))));
  },
};

/** Σ along an axis. */
export function sum(graph: Graph, x: Value, over: string): Value {
  return graph.apply(sumOp, [x], { over, mean: false })[0] as Value;
}

/** The mean along an axis. */
export function mean(graph: Graph, x: Value, over: string): Value {
  return graph.apply(sumOp, [x], { over, mean: true })[0] as Value;
}
