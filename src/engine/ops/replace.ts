/** @file replace: a number that was given where `at` is 1, the computed one where it is 0: "what if this score were 5?". */

import { ofInput } from '../explanation.ts';
import type { Graph, Value } from '../graph.ts';
import { elementwise } from '../nest.ts';
import type { Op, Placed } from '../op.ts';
import { cellCount, findAxis, mergeAxes, nameOf, projectCell, type Axes } from '../tensor.ts';

/** Throws unless all axes of an operand are among those of what is computed, with the same sizes. */
function within(x: Axes, operand: Axes, names: readonly [string, string]): void {
  mergeAxes(x, operand, names);
  const stranger = operand.find((axis) => findAxis(x, axis.name) === undefined);
  if (stranger !== undefined)
    throw new Error(`${names[1]} has an axis ${stranger.name} that ${names[0]} has not`);
}

/** y = given where at = 1, x where at = 0. `given` and `at` may lack some of x's axes; `at` takes no gradient. */
export const replaceOp: Op = {
  name: 'replace',
  outputs: ([x = [], given = [], at = []], _, names = []) => {
    within(x, given, [nameOf(names, 0), nameOf(names, 1)]);
    within(x, at, [nameOf(names, 0), nameOf(names, 2)]);
    return [{ axes: x }];
  },

  forward: ({ kernels, inputs, outputs: [y] }) => {
    const [x, given, at] = operands(inputs);
    if (y === undefined) throw new Error('replace has one output');
    const length = cellCount(x.axes);
    const along = (operand: Placed): number[] =>
      Array.from({ length }, (_, cell) => operand.at + projectCell(x.axes, cell, operand.axes));
    const [givenAt, atAt] = [along(given), along(at)];
    return () => {
      if (kernels.precision === 'float32') kernels.fallback('replace');
      const heap = kernels.heap;
      for (let i = 0; i < length; i++) {
        const from = heap[atAt[i] as number] === 0 ? x.at + i : (givenAt[i] as number);
        heap[y.at + i] = heap[from] as number;
      }
    };
  },

  /** gx += gy ∘ (1 − at), ggiven += gy ∘ at. */
  backward: ({ kernels, inputs }, { output, inputs: [gx = -1, gGiven = -1] }) => {
    const [x, given, at] = operands(inputs);
    const gy = { at: output, axes: x.axes };
    const runs: (() => void)[] = [];
    if (gGiven >= 0) runs.push(elementwise(kernels, { at: gGiven, axes: given.axes }, gy, at, 1, true));
    if (gx >= 0) {
      runs.push(elementwise(kernels, { at: gx, axes: x.axes }, gy, null, 1, true));
      runs.push(elementwise(kernels, { at: gx, axes: x.axes }, gy, at, -1, true));
    }
    return () => runs.forEach((run) => run());
  },

  explain: ({ cell, inputs: [x = [], given = [], at = []], value }) => {
    const because = ofInput(2, projectCell(x, cell, at));
    const of = value(because) === 0 ? ofInput(0, cell) : ofInput(1, projectCell(x, cell, given));
    return { rule: 'choice', by: 'mask', of, constant: 0, among: [], because };
  },
};

function operands([x, given, at]: readonly Placed[]): readonly [Placed, Placed, Placed] {
  if (x === undefined || given === undefined || at === undefined)
    throw new Error('replace takes what is computed, what is given, and where');
  return [x, given, at];
}

/** x with the given numbers in the places where `at` is 1. */
export function replace(graph: Graph, x: Value, given: Value, at: Value): Value {
  return graph.apply(replaceOp, [x, given, at], {})[0] as Value;
}
