/** @file stack: tensors of one shape side by side along a new first axis. */

import { along, copyBlock } from '../block.ts';
import { copyOf, ofInput } from '../explanation.ts';
import type { Graph, Value } from '../graph.ts';
import type { Attributes, Op } from '../op.ts';
import { cellCount, describeAxes, findAxis } from '../tensor.ts';

export interface StackAttributes extends Attributes {
  /** The new axis. */
  readonly as: string;
}

export const stackOp: Op<StackAttributes> = {
  name: 'stack',
  outputs: (inputs, { as }) => {
    const [first = []] = inputs;
    for (const axes of inputs) {
      const same =
        axes.length === first.length &&
        axes.every((axis, d) => axis.name === first[d]?.name && axis.size === first[d]?.size);
      if (!same || findAxis(axes, as) !== undefined) {
        throw new Error(`stack as ${as}: ${describeAxes(axes)} does not fit ${describeAxes(first)}`);
      }
    }
    return [{ axes: [{ name: as, size: inputs.length }, ...first] }];
  },

  forward: ({ kernels, inputs, outputs: [y], attributes: { as } }) => {
    if (y === undefined) throw new Error('stack has one output');
    const runs = inputs.map((input, k) => copyBlock(kernels, along(y, as, k), input, input.axes, false));
    return () => {
      for (const run of runs) run();
    };
  },

  /** Each operand's gradient is its place of gy. */
  backward: ({ kernels, inputs, outputs: [y], attributes: { as } }, gradients) => {
    if (y === undefined) throw new Error('stack has one output');
    const gy = { at: gradients.output, axes: y.axes };
    const runs = inputs.flatMap((input, k) => {
      const at = gradients.inputs[k] ?? -1;
      return at < 0 ? [] : [copyBlock(kernels, { at, axes: input.axes }, along(gy, as, k), input.axes, true)];
    });
    return () => {
      for (const run of runs) run();
    };
  },

  explain: ({ cell, inputs: [x = []] }) =>
    copyOf(ofInput(Math.floor(cell / cellCount(x)), cell % cellCount(x))),
};

/** The operands along a new first axis. */
export function stack(graph: Graph, operands: readonly Value[], as: string): Value {
  return graph.apply(stackOp, operands, { as })[0] as Value;
}
