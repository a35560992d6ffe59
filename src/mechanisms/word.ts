/** @file word: e_j = tanh(w · x_j + b_j). Nobody asks: every word is scored for how much it matters to a reader of the sentence. */

import type { Graph, Value } from '../engine/graph.ts';
import { add } from '../engine/ops/add.ts';
import { contract } from '../engine/ops/contract.ts';
import { tanh } from '../engine/ops/map.ts';
import { attend, type Announce, type Attended, type AttendOptions } from './attend.ts';
import { parameter, type Described, type Mechanism, type Parameters } from './mechanism.ts';

export const word: Described = {
  id: 'word',
  paper: {
    authors: 'Raffel, Ellis',
    year: 2015,
    title: 'Feed-Forward Networks with Attention Can Solve Some Long-Term Memory Problems',
    equation:
      'after its equation 1; also Yang and others 2016; neither has a b for each place, as the tutorials’ layer does',
  },
};

/** The score of words [j, n] without a query: w [n]; b [j] ties the layer to sentences of one length. */
const scored: Pick<Mechanism, 'score'> = {
  score: (graph, { keys, p }) => {
    const product = graph.named('wx', contract(graph, keys, parameter(p, 'w'), 'n'), 'key');
    return tanh(graph, graph.named('sum', add(graph, product, parameter(p, 'b'))));
  },
};

/** e = tanh(w · x_j + b_j), α = softmax(e), c = Σ_j α_j x_j: how much each word of x [j, n] matters, and their weighted sum. */
export function weighWords(
  graph: Graph,
  x: Value,
  p: Parameters,
  mask: Value | undefined,
  options: AttendOptions,
  announce: Announce,
): Attended {
  const memory = { keys: x, values: x, prepared: x, ...(mask === undefined ? {} : { mask }) };
  return attend(graph, scored, x, memory, p, options, announce);
}
