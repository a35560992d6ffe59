/** @file mask: a score where the mask is 1, −∞ where it is 0. */

import { hidden, ofInput } from '../explanation.ts';
import type { Graph, Value } from '../graph.ts';
import { elementwise } from '../nest.ts';
import type { Op } from '../op.ts';
import { cellCount, findAxis, mergeAxes, nameOf, projectCell } from '../tensor.ts';

/** Masked scores: y = e where mask = 1, −∞ where mask = 0. The mask may lack some of e's axes; it takes no gradient. */
export const maskOp: Op = {
  name: 'mask',
  outputs: ([e = [], mask = []], _, names = []) => {
    mergeAxes(e, mask, [nameOf(names, 0), nameOf(names, 1)]);
    const stranger = mask.find((axis) => findAxis(e, axis.name) === undefined);
    if (stranger !== undefined)
      throw new Error(`mask: it has an axis ${stranger.name} that the scores do not have`);
    return [{ axes: e }];
  },

  forward: ({ kernels, inputs: [e, mask], outputs: [y] }) => {
    if (e === undefined || mask === undefined || y === undefined)
      throw new Error('mask takes scores and a mask');
    const length = cellCount(e.axes);
    const cells = Array.from({ length }, (_, cell) => projectCell(e.axes, cell, mask.axes));
    return () => {
      if (kernels.precision === 'float32') kernels.fallback('mask');
      const heap = kernels.heap;
      for (let i = 0; i < length; i++) {
        heap[y.at + i] = heap[mask.at + (cells[i] as number)] === 0 ? -Infinity : (heap[e.at + i] as number);
      }
    };
  },

  /** ge += gy ∘ mask. */
  backward: ({ kernels, inputs: [e, mask], outputs: [y] }, { output, inputs: [ge = -1] }) => {
    if (e === undefined || mask === undefined || y === undefined)
      throw new Error('mask takes scores and a mask');
    if (ge < 0) return () => undefined;
    return elementwise(kernels, { at: ge, axes: e.axes }, { at: output, axes: y.axes }, mask, 1, true);
  },

  explain: ({ cell, inputs: [, mask = []], outputs: [y = []], value }) => {
    const because = ofInput(1, projectCell(y, cell, mask));
    if (value(because) === 0) return hidden(-Infinity, because);
    return { rule: 'choice', by: 'mask', of: ofInput(0, cell), constant: 0, among: [], because };
  },
};

/** The scores with −∞ where the mask is 0. */
export function mask(graph: Graph, e: Value, allowed: Value): Value {
  return graph.apply(maskOp, [e, allowed], {})[0] as Value;
}
