/** @file window: 1 at the places that are at most D away from a centre, 0 elsewhere; where that leaves none, 1 at the nearest. */

import { ofInput } from '../explanation.ts';
import type { Graph, Value } from '../graph.ts';
import type { Attributes, Op } from '../op.ts';
import { rowOf, rowsAlong } from '../rows.ts';
import { cellCount, findAxis, mergeAxes, nameOf, projectCell, withoutAxis, type Axes } from '../tensor.ts';

export interface WindowAttributes extends Attributes {
  /** The axis of the places. */
  readonly over: string;
  /** D: how far the window reaches to each side, its edges included. */
  readonly reach: number;
}

function checkMask(offset: Axes, mask: Axes, names: readonly string[]): void {
  mergeAxes(offset, mask, [nameOf(names, 0), nameOf(names, 1)]);
  const stranger = mask.find((axis) => findAxis(offset, axis.name) === undefined);
  if (stranger !== undefined)
    throw new Error(`window: the mask has an axis ${stranger.name} that the offsets do not have`);
}

/**
 * From offsets (place − centre) and, if there is one, a mask (1 visible, 0 not): the window, and whether a row had to fall back on its
 * nearest visible place (the first of equally near ones). A row with no visible place stays 0. A step has no slope: no gradient.
 */
export const windowOp: Op<WindowAttributes> = {
  name: 'window',
  outputs: ([offset = [], mask], { over }, names = []) => {
    rowsAlong(offset, over, 'window');
    if (mask !== undefined) checkMask(offset, mask, names);
    return [{ axes: offset }, { name: 'fallback', axes: withoutAxis(offset, over) }];
  },

  forward: ({ kernels, inputs: [offset, mask], outputs: [y, fallback], attributes: { over, reach } }) => {
    if (offset === undefined || y === undefined || fallback === undefined)
      throw new Error('window takes offsets and a mask');
    const { outer, n, inner } = rowsAlong(offset.axes, over, 'window');
    const maskCells =
      mask === undefined
        ? undefined
        : Array.from({ length: cellCount(offset.axes) }, (_, cell) =>
            projectCell(offset.axes, cell, mask.axes),
          );
    return () => {
      if (kernels.precision === 'float32') kernels.fallback('window');
      const heap = kernels.heap;
      for (let row = 0; row < outer * inner; row++) {
        const start = Math.floor(row / inner) * n * inner + (row % inner);
        let [nearest, least, seen] = [-1, Infinity, 0];
        for (let k = 0; k < n; k++) {
          const cell = start + k * inner;
          const away = Math.abs(heap[offset.at + cell] as number);
          const visible =
            maskCells === undefined || heap[(mask?.at ?? 0) + (maskCells[cell] as number)] !== 0;
          const inside = visible && away <= reach;
          heap[y.at + cell] = inside ? 1 : 0;
          if (inside) seen += 1;
          if (visible && away < least) [nearest, least] = [cell, away];
        }
        const fell = seen === 0 && nearest >= 0;
        if (fell) heap[y.at + nearest] = 1;
        heap[fallback.at + row] = fell ? 1 : 0;
      }
    };
  },

  backward: () => () => undefined,

  // What is 0 or 1 by a comparison is declared; the offset that was compared is named. A row's fallback is told by the first of its offsets.
  explain: ({ output, cell, inputs: [offset = []], outputs: [, rows = []], attributes: { over }, value }) => {
    const at = output === 0 ? cell : firstOf(offset, rows, over, cell);
    const constant = value({ side: 'output', place: output, cell });
    return { rule: 'choice', by: 'place', of: null, constant, among: [], because: ofInput(0, at) };
  },
};

/** The first cell of the row of offsets that a cell without that axis belongs to. */
function firstOf(offset: Axes, rows: Axes, over: string, cell: number): number {
  const cells = Array.from({ length: cellCount(offset) }, (_, at) => at);
  return (
    cells.find((at) => projectCell(offset, at, rows) === cell && rowOf(offset, over, at).place === 0) ?? 0
  );
}

/** The window [.., j] (1 inside, 0 outside) of offsets from its centre, and whether each row fell back on its nearest place [..]. */
export function windowAround(
  graph: Graph,
  offset: Value,
  over: string,
  reach: number,
  mask?: Value,
): { window: Value; fallback: Value } {
  const operands = mask === undefined ? [offset] : [offset, mask];
  const [window, fallback] = graph.apply(windowOp, operands, { over, reach }) as [Value, Value];
  return { window, fallback };
}
