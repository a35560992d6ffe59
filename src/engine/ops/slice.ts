/** @file slice: a range along one axis, or one place of it (and the axis is gone). */

import { along, copyBlock } from '../block.ts';
import { copyOf, ofInput } from '../explanation.ts';
import type { Graph, Value } from '../graph.ts';
import type { Attributes, Op } from '../op.ts';
import { cellAt, describeAxes, findAxis, indexOf, withoutAxis, type Axes } from '../tensor.ts';

export interface SliceAttributes extends Attributes {
  readonly over: string;
  /** 0-based; the range is [from, to). */
  readonly from: number;
  readonly to: number;
  /** false: the range is one place, and the axis is dropped. */
  readonly keep: boolean;
}

function sliced(x: Axes, { over, from, to, keep }: SliceAttributes): Axes {
  const axis = findAxis(x, over);
  if (axis === undefined || from < 0 || to <= from || to > axis.size) {
    throw new Error(`slice ${over} = ${from + 1} to ${to}: the operand is ${describeAxes(x)}`);
  }
  return keep
    ? x.map((one) => (one.name === over ? { name: over, size: to - from } : one))
    : withoutAxis(x, over);
}

export const sliceOp: Op<SliceAttributes> = {
  name: 'slice',
  outputs: ([x = []], attributes) => [{ axes: sliced(x, attributes) }],

  forward: ({ kernels, inputs: [x], outputs: [y], attributes: { over, from } }) => {
    if (x === undefined || y === undefined) throw new Error('slice takes one operand');
    return copyBlock(kernels, y, along(x, over, from), y.axes, false);
  },

  /** gx[range] += gy. */
  backward: (
    { kernels, inputs: [x], outputs: [y], attributes: { over, from } },
    { output, inputs: [gx = -1] },
  ) => {
    if (x === undefined || y === undefined) throw new Error('slice takes one operand');
    const block = along({ at: gx, axes: x.axes }, over, from);
    return copyBlock(kernels, block, { at: output, axes: y.axes }, y.axes, true);
  },

  explain: ({ cell, inputs: [x = []], outputs: [y = []], attributes: { over, from, keep } }) => {
    const d = x.findIndex((axis) => axis.name === over);
    const index = indexOf(y, cell);
    if (keep) index[d] = (index[d] as number) + from;
    else index.splice(d, 0, from);
    return copyOf(ofInput(0, cellAt(x, index)));
  },
};

/** The places [from, to) of an axis (0-based). */
export function slice(graph: Graph, x: Value, over: string, from: number, to: number): Value {
  return graph.apply(sliceOp, [x], { over, from, to, keep: true })[0] as Value;
}

/** One place of an axis (0-based); the axis is gone. */
export function pick(graph: Graph, x: Value, over: string, at: number): Value {
  return graph.apply(sliceOp, [x], { over, from: at, to: at + 1, keep: false })[0] as Value;
}
