/** @file sparsemax: the Euclidean projection of the scores onto the simplex (Martins, Astudillo 2016, Algorithm 1); weights can be exactly 0. */

import type { Graph, Value } from '../graph.ts';
import { sparsemaxRow } from '../normalise.ts';
import { projection } from '../projection.ts';
import { explainShare, type NormaliserAttributes } from './softmax.ts';
import type { Op } from '../op.ts';

/** y_j = [x_j/τ − threshold]₊ with Σ y = 1. Gradient: on the support, gx = (gy − mean of gy over the support) / τ. */
export const sparsemaxOp: Op<NormaliserAttributes> = {
  ...projection('sparsemax', sparsemaxRow, (y, gy, temperature) => {
    const support = y.filter((share) => share > 0).length;
    const mean = gy.reduce((sum, g, j) => sum + ((y[j] as number) > 0 ? g : 0), 0) / support;
    return gy.map((g, j) => ((y[j] as number) > 0 ? (g - mean) / temperature : 0));
  }),
  explain: (site) => explainShare('sparsemax', site),
};

/** The sparsemax shares along `over`. Throws for a row in which all is −∞. */
export function sparsemax(graph: Graph, x: Value, over: string, temperature = 1): Value {
  return graph.apply(sparsemaxOp, [x], { over, temperature })[0] as Value;
}
