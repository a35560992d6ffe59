/** @file REINFORCE: how a model learns from what it drew (Williams 1992; Xu and others 2015, section 4.1). */

import { add, scale } from '../engine/ops/add.ts';
import { contract } from '../engine/ops/contract.ts';
import type { Graph, Value } from '../engine/graph.ts';
import type { LossMade } from '../models/seq2seq/loss.ts';

/**
 * A scalar whose gradient estimates that of the expected loss: loss + Σ advantage · log α_z − λ Σ weight · H(α). The first part is what is
 * learned for the places that were drawn; the second moves weight away from draws that cost more than was expected; the third keeps the
 * weights from settling too soon. `advantage` [t, b] is written after the forward pass, by `costsToGo`: no gradient goes through it.
 */
export function surrogateLoss(
  graph: Graph,
  { loss, chance }: LossMade,
  { advantage, weight, entropyWeight }: { advantage: Value; weight: Value; entropyWeight: number },
): Value {
  if (chance === undefined) throw new Error('surrogate: nothing was drawn; expected a model that draws');
  const chosen = contract(graph, chance.logWeights, advantage, 't', 'b');
  if (entropyWeight === 0) return add(graph, loss, chosen);
  const spread = scale(graph, contract(graph, chance.entropies, weight, 't', 'b'), -entropyWeight);
  return add(graph, loss, chosen, spread);
}

/**
 * What the words from each step on cost, weight · −log p, less what was expected of them: the advantage [t, b] of a draw. Words before a
 * draw have no part in it: it could not change them. `expected` is the moving average of a word's cost, without its weight.
 */
export function costsToGo(
  nll: ArrayLike<number>,
  weight: ArrayLike<number>,
  size: number,
  expected: number,
): Float64Array {
  const costs = new Float64Array(nll.length);
  for (let cell = nll.length - 1; cell >= 0; cell--) {
    const own = (weight[cell] as number) * ((nll[cell] as number) - expected);
    costs[cell] = own + (cell + size < nll.length ? (costs[cell + size] as number) : 0);
  }
  return costs;
}

/** The moving average of a word's cost, from which draws are judged: half of it is of the last seven batches. */
const KEPT = 0.9;

/** The average after a batch, of its mean cost a word; `before` is undefined at the start. */
export function movingAverage(before: number | undefined, meanCost: number): number {
  return before === undefined ? meanCost : KEPT * before + (1 - KEPT) * meanCost;
}
