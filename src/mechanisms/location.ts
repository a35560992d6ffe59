/** @file location: e_j = (W s)_j. The score sees no source word, only its place: every place has a learned row of its own. */

import { contract } from '../engine/ops/contract.ts';
import { slice } from '../engine/ops/slice.ts';
import { findAxis } from '../engine/tensor.ts';
import { parameter, type Mechanism } from './mechanism.ts';

export const location: Mechanism = {
  id: 'location',
  paper: {
    authors: 'Luong, Pham, Manning',
    year: 2015,
    title: 'Effective Approaches to Attention-based Neural Machine Translation',
    equation: 'equation 9',
  },

  parameters: ({ query, longest }) => [
    {
      name: 'W',
      axes: [
        { name: 'j', size: longest },
        { name: 'm', size: query },
      ],
    },
  ],

  prepare: (_, keys) => keys,

  // The first S rows are used: one a place that there is.
  score: (graph, { query, keys, p }) => {
    const W = parameter(p, 'W');
    const [longest, length] = [findAxis(W.axes, 'j')?.size ?? 0, findAxis(keys.axes, 'j')?.size ?? 0];
    if (length > longest) {
      throw new Error(
        `params: W has ${longest} rows and h has ${length} places; expected a row for each place`,
      );
    }
    const used = graph.named('W_used', slice(graph, W, 'j', 0, length));
    return contract(graph, query, used, 'm');
  },
};
