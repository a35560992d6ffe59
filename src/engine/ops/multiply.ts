/** @file multiply: cell by cell product, axes matched by name and broadcast where a name is missing. */

import { ofInput, sumOf, term } from '../explanation.ts';
import type { Graph, Value } from '../graph.ts';
import { elementwise } from '../nest.ts';
import type { Op } from '../op.ts';
import { mergeAxes, nameOf, projectCell } from '../tensor.ts';

export const multiplyOp: Op = {
  name: 'multiply',
  outputs: ([a = [], b = []], _, names = []) => [
    { axes: mergeAxes(a, b, [nameOf(names, 0), nameOf(names, 1)]) },
  ],

  forward: ({ kernels, inputs: [a, b], outputs: [y] }) => {
    if (a === undefined || b === undefined || y === undefined) throw new Error('multiply takes two operands');
    return elementwise(kernels, y, a, b, 1, false);
  },

  /** ga += gy ∘ b, gb += gy ∘ a, summed over the axes that the operand does not have. */
  backward: ({ kernels, inputs: [a, b], outputs: [y] }, gradients) => {
    if (a === undefined || b === undefined || y === undefined) throw new Error('multiply takes two operands');
    const gy = { at: gradients.output, axes: y.axes };
    const [ga = -1, gb = -1] = gradients.inputs;
    const runs: (() => void)[] = [];
    if (ga >= 0) runs.push(elementwise(kernels, { at: ga, axes: a.axes }, gy, b, 1, true));
    if (gb >= 0) runs.push(elementwise(kernels, { at: gb, axes: b.axes }, gy, a, 1, true));
    return () => {
      for (const run of runs) run();
    };
  },

  explain: ({ cell, inputs: [a = [], b = []], outputs: [y = []] }) =>
    sumOf([term(1, ofInput(0, projectCell(y, cell, a)), ofInput(1, projectCell(y, cell, b)))]),
};

/** a ∘ b. */
export function multiply(graph: Graph, a: Value, b: Value): Value {
  return graph.apply(multiplyOp, [a, b], {})[0] as Value;
}
