/** @file concat: [a ; b ; …] along one axis. */

import { copyOf, ofInput } from '../explanation.ts';
import type { Graph, Value } from '../graph.ts';
import { along, copyBlock } from '../block.ts';
import type { Attributes, Op } from '../op.ts';
import { cellAt, describeAxes, findAxis, indexOf, type Axes } from '../tensor.ts';

export interface ConcatAttributes extends Attributes {
  readonly over: string;
}

function joined(inputs: readonly Axes[], over: string): Axes {
  const [first = []] = inputs;
  for (const axes of inputs) {
    const fits =
      axes.length === first.length &&
      axes.every(
        (axis, d) => axis.name === first[d]?.name && (axis.name === over || axis.size === first[d]?.size),
      );
    if (!fits || findAxis(axes, over) === undefined) {
      throw new Error(`concat along ${over}: ${describeAxes(axes)} does not fit ${describeAxes(first)}`);
    }
  }
  const size = inputs.reduce((sum, axes) => sum + (findAxis(axes, over)?.size ?? 0), 0);
  return first.map((axis) => (axis.name === over ? { name: over, size } : axis));
}

/** y = the operands one after the other along an axis that all have. */
export const concatOp: Op<ConcatAttributes> = {
  name: 'concat',
  outputs: (inputs, { over }) => [{ axes: joined(inputs, over) }],

  forward: ({ kernels, inputs, outputs: [y], attributes: { over } }) => {
    if (y === undefined) throw new Error('concat has one output');
    let from = 0;
    const runs = inputs.map((input) => {
      const run = copyBlock(kernels, along(y, over, from), along(input, over), input.axes, false);
      from += findAxis(input.axes, over)?.size ?? 0;
      return run;
    });
    return () => {
      for (const run of runs) run();
    };
  },

  /** Each operand's gradient is its block of gy. */
  backward: ({ kernels, inputs, outputs: [y], attributes: { over } }, gradients) => {
    if (y === undefined) throw new Error('concat has one output');
    const gy = { at: gradients.output, axes: y.axes };
    const runs: (() => void)[] = [];
    let from = 0;
    inputs.forEach((input, k) => {
      const at = gradients.inputs[k] ?? -1;
      const block = along(gy, over, from);
      if (at >= 0)
        runs.push(copyBlock(kernels, along({ at, axes: input.axes }, over), block, input.axes, true));
      from += findAxis(input.axes, over)?.size ?? 0;
    });
    return () => {
      for (const run of runs) run();
    };
  },

  explain: ({ cell, inputs, outputs: [y = []], attributes: { over } }) => {
    const index = indexOf(y, cell);
    const d = y.findIndex((axis) => axis.name === over);
    let rest = index[d] as number;
    let k = 0;
    while (rest >= (findAxis(inputs[k] as Axes, over)?.size ?? Infinity))
      rest -= findAxis(inputs[k++] as Axes, over)?.size ?? 0;
    index[d] = rest;
    return copyOf(ofInput(k, cellAt(inputs[k] as Axes, index)));
  },
};

/** The operands one after the other along the axis `over`, which all have; their other axes are the same. */
export function concat(graph: Graph, operands: readonly Value[], over: string): Value {
  return graph.apply(concatOp, operands, { over })[0] as Value;
}
