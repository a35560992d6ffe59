/** @file contract: Σ over shared axes of products; matrix product, dot product, outer product, heads, batches and weighted sums in one op. */

import { ofInput, sumOf, term, type Local, type Term } from '../explanation.ts';
import type { Graph, Value } from '../graph.ts';
import { product } from '../nest.ts';
import type { Attributes, Op } from '../op.ts';
import { describeAxes, findAxis, indexOf, mergeAxes, nameOf, strideAlong, type Axes } from '../tensor.ts';

export interface ContractAttributes extends Attributes {
  /** The axes that are summed over; both operands have them. */
  readonly over: readonly string[];
}

function keptAxes(a: Axes, b: Axes, over: readonly string[], names: readonly [string, string]): Axes {
  for (const axis of over) {
    if (findAxis(a, axis) === undefined || findAxis(b, axis) === undefined) {
      throw new Error(
        `contract: ${names[0]} ${describeAxes(a)} and ${names[1]} ${describeAxes(b)} do not both have the axis ${axis}`,
      );
    }
  }
  mergeAxes(a, b, names);
  const kept = (axes: Axes): Axes => axes.filter((axis) => !over.includes(axis.name));
  return mergeAxes(kept(a), kept(b), names);
}

/** y = Σ_over a · b. Axes that both have and that are not summed over are batch axes. */
export const contractOp: Op<ContractAttributes> = {
  name: 'contract',
  outputs: ([a = [], b = []], { over }, names = []) => [
    { axes: keptAxes(a, b, over, [nameOf(names, 0), nameOf(names, 1)]) },
  ],

  forward: ({ kernels, inputs: [a, b], outputs: [y] }) => {
    if (a === undefined || b === undefined || y === undefined) throw new Error('contract takes two operands');
    return product(kernels, y, a, b, false);
  },

  /** ga += Σ gy · b, gb += Σ a · gy: contractions again. */
  backward: ({ kernels, inputs: [a, b], outputs: [y] }, gradients) => {
    if (a === undefined || b === undefined || y === undefined) throw new Error('contract takes two operands');
    const gy = { at: gradients.output, axes: y.axes };
    const [ga = -1, gb = -1] = gradients.inputs;
    const runs: (() => void)[] = [];
    if (ga >= 0) runs.push(product(kernels, { at: ga, axes: a.axes }, gy, b, true));
    if (gb >= 0) runs.push(product(kernels, { at: gb, axes: b.axes }, a, gy, true));
    return () => {
      for (const run of runs) run();
    };
  },

  explain: ({ cell, inputs: [a = [], b = []], outputs: [y = []], attributes: { over } }) => {
    const index = indexOf(y, cell);
    const start = (axes: Axes): number =>
      y.reduce((at, axis, d) => at + (index[d] as number) * strideAlong(axes, axis.name), 0);
    let cells: [number, number][] = [[start(a), start(b)]];
    for (const name of over) {
      const size = findAxis(a, name)?.size ?? 1;
      const [sa, sb] = [strideAlong(a, name), strideAlong(b, name)];
      cells = cells.flatMap(([ca, cb]) =>
        Array.from({ length: size }, (_, k): [number, number] => [ca + k * sa, cb + k * sb]),
      );
    }
    return sumOf(cells.map(([ca, cb]): Term<Local> => term(1, ofInput(0, ca), ofInput(1, cb))));
  },
};

/** Σ over the named axes of a · b; axes are matched by name, and those that only one operand has are kept. */
export function contract(graph: Graph, a: Value, b: Value, ...over: string[]): Value {
  return graph.apply(contractOp, [a, b], { over })[0] as Value;
}
