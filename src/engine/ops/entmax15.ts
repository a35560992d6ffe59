/** @file entmax-1.5: between softmax and sparsemax, y = [x/2 − τ]₊² with Σ y = 1, exact by sorting (Peters, Niculae, Martins 2019, Algorithm 2). */

import type { Graph, Value } from '../graph.ts';
import { entmax15Row } from '../normalise.ts';
import type { Op } from '../op.ts';
import { projection } from '../projection.ts';
import { explainShare, type NormaliserAttributes } from './softmax.ts';

/** Gradient: with s = √y, gx = s ∘ (gy − Σ s gy / Σ s) / τ. */
export const entmax15Op: Op<NormaliserAttributes> = {
  ...projection('entmax-1.5', entmax15Row, (y, gy, temperature) => {
    const s = y.map(Math.sqrt);
    const total = s.reduce((sum, root) => sum + root, 0);
    const mean = gy.reduce((sum, g, j) => sum + g * (s[j] as number), 0) / total;
    return gy.map((g, j) => ((s[j] as number) * (g - mean)) / temperature);
  }),
  explain: (site) => explainShare('entmax-1.5', site),
};

/** The entmax-1.5 shares along `over`. Throws for a row in which all is −∞. */
export function entmax15(graph: Graph, x: Value, over: string, temperature = 1): Value {
  return graph.apply(entmax15Op, [x], { over, temperature })[0] as Value;
}
