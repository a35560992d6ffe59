/** @file general: e_j = sᵀ W h_j. A learned matrix says which part of the query is compared with which part of the key. */

import { contract } from '../engine/ops/contract.ts';
import { parameter, type Mechanism } from './mechanism.ts';

export const general: Mechanism = {
  id: 'general',
  paper: {
    authors: 'Luong, Pham, Manning',
    year: 2015,
    title: 'Effective Approaches to Attention-based Neural Machine Translation',
    equation: 'section 3.1, general',
  },

  parameters: ({ query, key }) => [
    {
      name: 'W',
      axes: [
        { name: 'm', size: query },
        { name: 'n', size: key },
      ],
    },
  ],

  prepare: (graph, keys, p) => graph.named('Wh', contract(graph, keys, parameter(p, 'W'), 'n'), 'key'),

  score: (graph, { query, prepared }) => contract(graph, query, prepared, 'm'),
};
