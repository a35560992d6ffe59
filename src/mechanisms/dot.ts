/** @file dot: e_j = sᵀ h_j. The longer the query reaches in a key's direction, the higher that key's score; widths must be equal. */

import { renamed } from '../engine/graph.ts';
import { contract } from '../engine/ops/contract.ts';
import { equalWidths, type Mechanism } from './mechanism.ts';

export const dot: Mechanism = {
  id: 'dot',
  paper: {
    authors: 'Luong, Pham, Manning',
    year: 2015,
    title: 'Effective Approaches to Attention-based Neural Machine Translation',
    equation: 'section 3.1, dot',
  },

  parameters: () => [],

  prepare: (_, keys) => keys,

  score: (graph, { query, keys }) => {
    equalWidths(query, keys);
    return contract(graph, renamed(query, { m: 'n' }), keys, 'n');
  },
};
