/** @file hard: one place is drawn, by its weight, and read alone: c = h_j with j drawn from α, or the place of the largest weight. */

import { contract } from '../engine/ops/contract.ts';
import { draw } from '../engine/ops/draw.ts';
import { gather } from '../engine/ops/gather.ts';
import { max } from '../engine/ops/max.ts';
import type { Graph, Value } from '../engine/graph.ts';
import { cellCount, withoutAxis } from '../engine/tensor.ts';
import { Random } from '../lib/random.ts';
import { weigh, type Attention, type AttendOptions, type Looked, type Memory } from './attend.ts';
import type { Mechanism } from './mechanism.ts';

/** One number u in [0, 1) a row: given, or the numbers that the seed gives to the rows from `row` on. */
function numbersOf(graph: Graph, alpha: Value, row: number, { u, seed = 1 }: AttendOptions): Value {
  if (u !== undefined) return u;
  const axes = withoutAxis(alpha.axes, 'j');
  const random = new Random(seed);
  const numbers = Array.from({ length: row + cellCount(axes) }, () => random.next());
  return graph.input('u', axes, numbers.slice(row));
}

/** c_t = h_j for the drawn j: a sum in which all but one of the terms are 0, so that it may be a batch. */
function readDrawn(
  graph: Graph,
  alpha: Value,
  memory: Memory,
  u: Value,
): Pick<Looked, 'c' | 'drawn' | 'picked'> {
  const one = draw(graph, alpha, u, 'j');
  const z = graph.named('drawn', one.drawn, 'weight');
  return { c: contract(graph, z, memory.values, 'j'), drawn: z, picked: graph.named('picked', one.picked) };
}

/** c_t = h_j for the j of the largest weight. */
function readLikeliest(graph: Graph, alpha: Value, memory: Memory): Pick<Looked, 'c' | 'picked'> {
  const { place } = max(graph, alpha, 'j');
  return { c: gather(graph, memory.values, place), picked: graph.named('picked', place) };
}

/** With that score. */
export function hard(score: Mechanism): Attention {
  return {
    id: 'hard',
    paper: {
      authors: 'Xu, Ba, Kiros, Cho, Courville, Salakhutdinov, Zemel, Bengio',
      year: 2015,
      title: 'Show, Attend and Tell: Neural Image Caption Generation with Visual Attention',
      equation: 'section 4.1, equations 8 and 9',
    },
    takes: [...(score.takes ?? []), 'seed', 'pick'],
    parameters: (widths) => score.parameters(widths),
    prepare: (graph, keys, p) => score.prepare(graph, keys, p),

    look: (graph, { query, memory, p, row }, options, announce) => {
      const weighed = weigh(graph, score, query, memory, p, options, announce);
      announce('draw');
      const read =
        options.pick === 'argmax'
          ? readLikeliest(graph, weighed.alpha, memory)
          : readDrawn(graph, weighed.alpha, memory, numbersOf(graph, weighed.alpha, row, options));
      return { ...weighed, ...read, c: graph.named('c', read.c, 'context') };
    },
  };
}
