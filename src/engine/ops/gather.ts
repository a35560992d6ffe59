/** @file gather: rows of a table looked up by number (an embedding). */

import { copyOf, ofInput } from '../explanation.ts';
import type { Graph, Value } from '../graph.ts';
import type { Op } from '../op.ts';
import { cellCount, describeAxes, findAxis, type Axes } from '../tensor.ts';

/** y[…, e] = table[ids[…], e]: the table's first axis is looked up; ids take no gradient. */
export const gatherOp: Op = {
  name: 'gather',
  outputs: ([table = [], ids = []]) => {
    const width = table.slice(1);
    const clash = width.find((axis) => findAxis(ids, axis.name) !== undefined);
    if (table.length === 0 || clash !== undefined) {
      throw new Error(`gather: a table ${describeAxes(table)} cannot be read at ${describeAxes(ids)}`);
    }
    return [{ axes: [...ids, ...width] }];
  },

  forward: ({ kernels, inputs: [table, ids], outputs: [y] }) => {
    if (table === undefined || ids === undefined || y === undefined)
      throw new Error('gather takes a table and numbers');
    const [count, width, rows] = [cellCount(ids.axes), widthOf(table.axes), table.axes[0]?.size ?? 0];
    return () => {
      if (kernels.precision === 'float64') checkIds(kernels.heap.subarray(ids.at, ids.at + count), rows);
      kernels.gather(y.at, table.at, ids.at, count, width);
    };
  },

  /** gTable[ids] += gy. */
  backward: ({ kernels, inputs: [table, ids] }, { output, inputs: [gTable = -1] }) => {
    if (table === undefined || ids === undefined) throw new Error('gather takes a table and numbers');
    if (gTable < 0) return () => undefined;
    const [count, width] = [cellCount(ids.axes), widthOf(table.axes)];
    return () => kernels.scatterAdd(gTable, output, ids.at, count, width);
  },

  explain: ({ cell, inputs: [table = []], value }) => {
    const width = widthOf(table);
    const id = ofInput(1, Math.floor(cell / width));
    return copyOf(ofInput(0, value(id) * width + (cell % width)), 'index', id);
  },
};

function widthOf(table: Axes): number {
  return cellCount(table.slice(1));
}

function checkIds(ids: ArrayLike<number>, rows: number): void {
  for (let r = 0; r < ids.length; r++) {
    const id = ids[r] as number;
    if (!Number.isInteger(id) || id < 0 || id >= rows) {
      throw new Error(`gather: number ${r + 1} is ${id}; expected a whole number from 0 to ${rows - 1}`);
    }
  }
}

/** The table's rows at `ids` (0-based numbers). */
export function gather(graph: Graph, table: Value, ids: Value): Value {
  return graph.apply(gatherOp, [table, ids], {})[0] as Value;
}
