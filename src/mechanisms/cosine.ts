/** @file cosine: e_j = β cos(s, h_j). Only directions count, not lengths; β says how sharply. */

import { renamed, type Graph, type Value } from '../engine/graph.ts';
import { contract } from '../engine/ops/contract.ts';
import { map } from '../engine/ops/map.ts';
import { multiply } from '../engine/ops/multiply.ts';
import { equalWidths, type Mechanism } from './mechanism.ts';

/** What a product of lengths is taken for at the least, so that a vector of zeros is at right angles to all. */
const LEAST_LENGTHS = 1e-12;

/** What a square of a length is taken for at the least: the slope of a root at 0 is infinite. */
const LEAST_SQUARE = 1e-300;

/** ‖x‖ along the axis n. */
function lengthOf(graph: Graph, x: Value, name: string): Value {
  const square = graph.named(`${name}_square`, contract(graph, x, x, 'n'));
  return graph.named(name, map(graph, 'sqrt', map(graph, 'atLeast', square, LEAST_SQUARE)));
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

  parameters: () => [],

  prepare: (_, keys) => keys,

  // cos(s, h) = s·h / max(‖s‖ ‖h‖, 1e-12)
  score: (graph, { query, keys }, { beta }) => {
    equalWidths(query, keys);
    const s = renamed(query, { m: 'n' });
    const product = graph.named('product', contract(graph, s, keys, 'n'));
    const lengths = graph.named(
      'lengths',
      multiply(graph, lengthOf(graph, s, 's_length'), lengthOf(graph, keys, 'h_length')),
    );
    const inverse = map(graph, 'reciprocal', map(graph, 'atLeast', lengths, LEAST_LENGTHS));
    const cos = graph.named('cos', multiply(graph, product, graph.named('inverse', inverse)));
    return beta === undefined ? cos : multiply(graph, beta, cos);
  },
};
