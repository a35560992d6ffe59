/** @file map: one function applied to every cell. */

import { functionOf, ofInput } from '../explanation.ts';
import type { Graph, Value } from '../graph.ts';
import type { FunctionName } from '../kernels/kernels.ts';
import type { Attributes, Op } from '../op.ts';
import { cellCount } from '../tensor.ts';

export interface MapAttributes extends Attributes {
  readonly f: FunctionName;
  /** The declared constant of functions that take one, else 0. */
  readonly constant: number;
}

export const mapOp: Op<MapAttributes> = {
  name: 'map',
  outputs: ([x = []]) => [{ axes: x }],

  forward: ({ kernels, inputs: [x], outputs: [y], attributes: { f, constant } }) => {
    if (x === undefined || y === undefined) throw new Error('map takes one operand');
    const length = cellCount(x.axes);
    return () => kernels.map(f, y.at, x.at, length, constant);
  },

  /** gx += gy ∘ f′(x). */
  backward: (
    { kernels, inputs: [x], outputs: [y], attributes: { f, constant } },
    { output: gy, inputs: [gx = -1] },
  ) => {
    if (x === undefined || y === undefined) throw new Error('map takes one operand');
    const length = cellCount(x.axes);
    return () => kernels.mapGradient(f, gx, gy, x.at, y.at, length, constant);
  },

  explain: ({ cell, attributes: { f, constant } }) => functionOf(f, ofInput(0, cell), constant),
};

/** f of every cell; `constant` for the functions that take one. */
export function map(graph: Graph, f: FunctionName, x: Value, constant = 0): Value {
  return graph.apply(mapOp, [x], { f, constant })[0] as Value;
}

/** tanh of every cell. */
export function tanh(graph: Graph, x: Value): Value {
  return map(graph, 'tanh', x);
}
