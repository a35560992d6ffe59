/** @file none: c_t = h_S for every t. Not attention: one fixed vector, the memory's last visible place, whatever is asked. */

import type { Graph, Value } from '../engine/graph.ts';
import { gather } from '../engine/ops/gather.ts';
import { max } from '../engine/ops/max.ts';
import { multiply } from '../engine/ops/multiply.ts';
import { pick } from '../engine/ops/slice.ts';
import { findAxis } from '../engine/tensor.ts';
import type { Attention } from './attend.ts';

export const none: Attention = {
  id: 'none',
  paper: {
    authors: 'Cho, van Merriënboer, Gulcehre, Bahdanau, Bougares, Schwenk, Bengio',
    year: 2014,
    title: 'Learning Phrase Representations using RNN Encoder–Decoder for Statistical Machine Translation',
    equation: 'section 2.2; also Sutskever, Vinyals, Le 2014',
  },
  // A backward half would have read one word only where the forward one ends.
  reads: 'forward',

  parameters: () => [],

  prepare: (_, keys) => keys,

  look: (graph, { memory: { values, mask } }, _, announce) => {
    announce('context');
    return { c: mask === undefined ? lastOf(graph, values) : readLast(graph, values, mask) };
  },
};

/** The last place of values [j, …]. */
function lastOf(graph: Graph, values: Value): Value {
  const last = (findAxis(values.axes, 'j')?.size ?? 1) - 1;
  return graph.named('c', pick(graph, values, 'j', last), 'context');
}

/**
 * c […, v]: the last place of `values` [j, v] that each row of the mask […, j] (1 visible, 0 not) leaves. A row that leaves none reads
 * the first place: callers refuse it.
 */
function readLast(graph: Graph, values: Value, mask: Value): Value {
  const size = findAxis(mask.axes, 'j')?.size ?? 0;
  const places = graph.input(
    'place',
    [{ name: 'j', size }],
    Array.from({ length: size }, (_, j) => j),
  );
  const { largest } = max(graph, graph.named('visible_place', multiply(graph, mask, places)), 'j');
  return graph.named('c', gather(graph, values, graph.named('last', largest)), 'context');
}
