/** @file cosine: e_j = β cos(s, h_j). Only directions count, not lengths; β says how sharply. */

import { renamed, type Graph, type Value } from '../engine/graph.ts';
import { add } from '../engine/ops/add.ts';
import { contract } from '../engine/ops/contract.ts';
import { map } from '../engine/ops/map.ts';
import { multiply } from '../engine/ops/multiply.ts';
import { equalWidths, type Mechanism, type Parameters } from './mechanism.ts';

/** What a product of lengths is taken for at the least, so that a vector of zeros is at right angles to all. */
const LEAST_LENGTHS = 1e-12;

/** What a square of a length is taken for at the least: the slope of a root at 0 is infinite. */
const LEAST_SQUARE = 1e-300;

/** ‖x‖ along the axis n. */
function lengthOf(graph: Graph, x: Value, name: string): Value {
  const square = graph.named(`${name}_square`, contract(graph, x, x, 'n'));
  return graph.named(name, map(graph, 'sqrt', map(graph, 'atLeast', square, LEAST_SQUARE)));
}

/**
 * The sharpness that a model says for itself at each step: β = log(1 + exp(w_βᵀ s + b_β)), more than 0 whatever it learns. The paper leaves
 * open how β is made positive; this is the usual way. Undefined where there are no such parameters.
 */
function sharpness(graph: Graph, query: Value, p: Parameters): Value | undefined {
  const [w, b] = [p['w_beta'], p['b_beta']];
  if (w === undefined || b === undefined) return undefined;
  const raw = add(graph, graph.named('w_beta_s', contract(graph, query, w, 'm')), b);
  // log(1 + exp(x)) = −log σ(−x)
  const share = map(graph, 'sigmoid', map(graph, 'negate', graph.named('beta_in', raw)));
  return graph.named('beta', map(graph, 'negate', map(graph, 'log', share)));
}

export const cosine: Mechanism = {
  id: 'cosine',
  paper: {
    authors: 'Graves, Wayne, Danihelka',
    year: 2014,
    title: 'Neural Turing Machines',
    equation: 'equations 5 and 6',
  },
  takes: ['beta'],

  parameters: ({ query }) => [
    { name: 'w_beta', axes: [{ name: 'm', size: query }], modelOnly: true },
    { name: 'b_beta', axes: [], modelOnly: true },
  ],

  // The lengths ‖h_j‖ do not depend on the query.
  prepare: (graph, keys) => lengthOf(graph, keys, 'h_length'),

  // cos(s, h) = s·h / max(‖s‖ ‖h‖, 1e-12)
  score: (graph, { query, keys, prepared, p }, options) => {
    equalWidths(query, keys);
    const s = renamed(query, { m: 'n' });
    const product = graph.named('product', contract(graph, s, keys, 'n'));
    const lengths = graph.named('lengths', multiply(graph, lengthOf(graph, s, 's_length'), prepared));
    const inverse = map(graph, 'reciprocal', map(graph, 'atLeast', lengths, LEAST_LENGTHS));
    const cos = graph.named('cos', multiply(graph, product, graph.named('inverse', inverse)));
    const beta = options.beta ?? sharpness(graph, query, p);
    return beta === undefined ? cos : multiply(graph, beta, cos);
  },
};
