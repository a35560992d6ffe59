/** @file concat: e_j = vᵀ tanh(W [s ; h_j]). One matrix reads query and key together; split in two it is the additive score without a bias. */

import { add } from '../engine/ops/add.ts';
import { contract } from '../engine/ops/contract.ts';
import { tanh } from '../engine/ops/map.ts';
import { slice } from '../engine/ops/slice.ts';
import { renamed } from '../engine/graph.ts';
import { findAxis } from '../engine/tensor.ts';
import { parameter, type Mechanism } from './mechanism.ts';

export const concat: Mechanism = {
  id: 'concat',
  paper: {
    authors: 'Luong, Pham, Manning',
    year: 2015,
    title: 'Effective Approaches to Attention-based Neural Machine Translation',
    equation: 'section 3.1, concat',
  },

  parameters: ({ query, key, hidden }) => [
    {
      name: 'W',
      axes: [
        { name: 'a', size: hidden },
        { name: 'x', size: query + key },
      ],
    },
    { name: 'v', axes: [{ name: 'a', size: hidden }] },
  ],

  // W [s ; h] = W's left columns times s plus its right columns times h: the product with the keys is made once.
  prepare: (graph, keys, p) => {
    const W = parameter(p, 'W');
    const width = findAxis(W.axes, 'x')?.size ?? 0;
    const d_h = findAxis(keys.axes, 'n')?.size ?? 0;
    if (width <= d_h) throw new Error(`params: W is ${width} wide; expected d_s + d_h, and d_h is ${d_h}`);
    const right = graph.named('W_right', slice(graph, W, 'x', width - d_h, width));
    return graph.named('Wh', contract(graph, keys, renamed(right, { x: 'n' }), 'n'), 'key');
  },

  score: (graph, { query, prepared, p }) => {
    const d_s = findAxis(query.axes, 'm')?.size ?? 0;
    const left = graph.named('W_left', slice(graph, parameter(p, 'W'), 'x', 0, d_s));
    const W_s = graph.named('Ws', contract(graph, query, renamed(left, { x: 'm' }), 'm'), 'query');
    const squashed = graph.named('tanh', tanh(graph, graph.named('sum', add(graph, W_s, prepared))));
    return contract(graph, squashed, parameter(p, 'v'), 'a');
  },
};
