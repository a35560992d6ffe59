/** @file additive: e_j = vᵀ tanh(W s + U h_j + b). Query and key are each turned into the same space, added, squashed and read off. */

import { add } from '../engine/ops/add.ts';
import { contract } from '../engine/ops/contract.ts';
import { tanh } from '../engine/ops/map.ts';
import { parameter, type Mechanism } from './mechanism.ts';

export const additive: Mechanism = {
  id: 'additive',
  paper: {
    authors: 'Bahdanau, Cho, Bengio',
    year: 2015,
    title: 'Neural Machine Translation by Jointly Learning to Align and Translate',
    equation: 'appendix A.1.2',
  },

  parameters: ({ query, key, hidden }) => [
    {
      name: 'W',
      axes: [
        { name: 'a', size: hidden },
        { name: 'm', size: query },
      ],
    },
    {
      name: 'U',
      axes: [
        { name: 'a', size: hidden },
        { name: 'n', size: key },
      ],
    },
    { name: 'v', axes: [{ name: 'a', size: hidden }] },
    { name: 'b', axes: [{ name: 'a', size: hidden }], optional: true },
  ],

  prepare: (graph, keys, p) => graph.named('Uh', contract(graph, keys, parameter(p, 'U'), 'n'), 'key'),

  score: (graph, { query, prepared, p }) => {
    const W_s = graph.named('Ws', contract(graph, query, parameter(p, 'W'), 'm'), 'query');
    const b = p['b'];
    const added = graph.named('sum', add(graph, W_s, prepared, ...(b === undefined ? [] : [b])));
    const squashed = graph.named('tanh', tanh(graph, added));
    return contract(graph, squashed, parameter(p, 'v'), 'a');
  },
};
