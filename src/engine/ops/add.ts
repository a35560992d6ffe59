/** @file add: a weighted sum of tensors with axes matched by name, broadcast where a name is missing. */

import { ofInput, sumOf, term } from '../explanation.ts';
import type { Graph, Value } from '../graph.ts';
import { elementwise } from '../nest.ts';
import type { Attributes, Op } from '../op.ts';
import { findAxis, mergeAxes, nameOf, projectCell, type Axes } from '../tensor.ts';

export interface AddAttributes extends Attributes {
  /** One constant an operand: y = Σ factor · operand. */
  readonly factors: readonly number[];
}

export const addOp: Op<AddAttributes> = {
  name: 'add',
  outputs: (inputs, _, names = []) => {
    // An axis comes from the first operand that has it: that one is named when another disagrees.
    let merged: Axes = [];
    inputs.forEach((axes, k) => {
      const clash = axes.find((axis) => {
        const size = findAxis(merged, axis.name)?.size;
        return size !== undefined && size !== axis.size;
      });
      const first = inputs.findIndex((one) => findAxis(one, clash?.name ?? '') !== undefined);
      merged = mergeAxes(merged, axes, [nameOf(names, first), nameOf(names, k)]);
    });
    return [{ axes: merged }];
  },

  forward: ({ kernels, inputs, outputs: [y], attributes: { factors } }) => {
    if (y === undefined) throw new Error('add has one output');
    const runs = inputs.map((input, k) => elementwise(kernels, y, input, null, factors[k] ?? 1, k > 0));
    return () => {
      for (const run of runs) run();
    };
  },

  /** g_k += factor_k · gy, summed over the axes that operand k does not have. */
  backward: ({ kernels, inputs, outputs: [y], attributes: { factors } }, gradients) => {
    if (y === undefined) throw new Error('add has one output');
    const gy = { at: gradients.output, axes: y.axes };
    const runs = inputs.flatMap((input, k) => {
      const at = gradients.inputs[k] ?? -1;
      return at < 0 ? [] : [elementwise(kernels, { at, axes: input.axes }, gy, null, factors[k] ?? 1, true)];
    });
    return () => {
      for (const run of runs) run();
    };
  },

  explain: ({ cell, inputs, outputs: [y = []], attributes: { factors } }) =>
    sumOf(
      inputs.flatMap((axes, k) => {
        const factor = factors[k] ?? 1;
        return factor === 0 ? [] : [term(factor, ofInput(k, projectCell(y, cell, axes)))];
      }),
    ),
};

/** The sum of all operands. */
export function add(graph: Graph, ...operands: Value[]): Value {
  return graph.apply(addOp, operands, { factors: operands.map(() => 1) })[0] as Value;
}

/** a − b. */
export function subtract(graph: Graph, a: Value, b: Value): Value {
  return graph.apply(addOp, [a, b], { factors: [1, -1] })[0] as Value;
}

/** factor · a. */
export function scale(graph: Graph, a: Value, factor: number): Value {
  return graph.apply(addOp, [a], { factors: [factor] })[0] as Value;
}
