/** @file softmax: exp(x_j/τ) / Σ_k exp(x_k/τ) along one axis, computed with the largest score subtracted. */

import { hidden, ofInput, type Explanation, type Local, type Normaliser } from '../explanation.ts';
import type { Graph, Value } from '../graph.ts';
import type { Attributes, CellSite, Op } from '../op.ts';
import { rowOf, rowsAlong } from '../rows.ts';
import { indexOf } from '../tensor.ts';

export interface NormaliserAttributes extends Attributes {
  /** The axis along which the shares sum to 1. */
  readonly over: string;
  /** τ > 0: the scores are divided by it first. */
  readonly temperature: number;
}

/** The error of a row in which every place is hidden, in the words of the paper. */
export function emptyRow(axes: CellSite<Attributes>['inputs'][number], over: string, row: number): Error {
  const kept = axes.filter((axis) => axis.name !== over);
  const place = indexOf(kept, row).map((at, d) => `${kept[d]?.name ?? ''} = ${at + 1}`);
  return new Error(
    `mask: row ${place.length > 0 ? place.join(', ') : 1} leaves nothing to attend; expected at least one 1`,
  );
}

/** The share of a cell in its row: hidden places (−∞) get 0 and take no part. */
export function explainShare(by: Normaliser, site: CellSite<NormaliserAttributes>): Explanation<Local> {
  const [x = []] = site.inputs;
  const { over, temperature } = site.attributes;
  const { cells, place } = rowOf(x, over, site.cell);
  const seen = cells.filter((cell) => site.value(ofInput(0, cell)) !== -Infinity);
  const own = seen.indexOf(cells[place] as number);
  if (own < 0) return hidden(0, ofInput(0, site.cell));
  return { rule: 'share', by, own, whole: seen.map((cell) => ofInput(0, cell)), temperature };
}

export const softmaxOp: Op<NormaliserAttributes> = {
  name: 'softmax',
  outputs: ([x = []], { over }) => {
    rowsAlong(x, over, 'softmax');
    return [{ axes: x }];
  },

  forward: ({ kernels, inputs: [x], outputs: [y], attributes: { over, temperature } }) => {
    if (x === undefined || y === undefined) throw new Error('softmax takes one operand');
    const rows = rowsAlong(x.axes, over, 'softmax');
    return () => {
      const empty = kernels.softmax(y.at, x.at, rows, temperature);
      if (empty >= 0) throw emptyRow(x.axes, over, empty);
    };
  },

  /** gx += y ∘ (gy − Σ gy ∘ y) / τ. */
  backward: (
    { kernels, inputs: [x], outputs: [y], attributes: { over, temperature } },
    { output, inputs: [gx = -1] },
  ) => {
    if (x === undefined || y === undefined) throw new Error('softmax takes one operand');
    const rows = rowsAlong(x.axes, over, 'softmax');
    return () => kernels.softmaxGradient(gx, output, y.at, rows, temperature);
  },

  explain: (site) => explainShare('softmax', site),
};

/** The shares of the cells along `over`; each row sums to 1. Throws for a row in which all is −∞. */
export function softmax(graph: Graph, x: Value, over: string, temperature = 1): Value {
  return graph.apply(softmaxOp, [x], { over, temperature })[0] as Value;
}
