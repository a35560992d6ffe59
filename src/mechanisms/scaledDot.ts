/** @file scaled-dot: e_j = sᵀ h_j / √d. The dot product of long vectors is large by chance; the scale takes that out. */

import { renamed } from '../engine/graph.ts';
import { scale } from '../engine/ops/add.ts';
import { contract } from '../engine/ops/contract.ts';
import { equalWidths, type Mechanism } from './mechanism.ts';

export const scaledDot: Mechanism = {
  id: 'scaled-dot',
  paper: {
    authors: 'Vaswani, Shazeer, Parmar, Uszkoreit, Jones, Gomez, Kaiser, Polosukhin',
    year: 2017,
    title: 'Attention Is All You Need',
    equation: 'equation 1',
  },
  takes: ['scale'],

  parameters: () => [],

  prepare: (_, keys) => keys,

  score: (graph, { query, keys }, options) => {
    const width = equalWidths(query, keys);
    const product = graph.named('product', contract(graph, renamed(query, { m: 'n' }), keys, 'n'));
    return scale(graph, product, options.scale ?? 1 / Math.sqrt(width));
  },
};
