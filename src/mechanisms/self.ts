/** @file self: every place of a sequence asks all places of it (or of a memory Y) at once; with heads, in several subspaces. */

import type { Graph, Value } from '../engine/graph.ts';
import { renamed } from '../engine/graph.ts';
import { add } from '../engine/ops/add.ts';
import { concat } from '../engine/ops/concat.ts';
import { contract } from '../engine/ops/contract.ts';
import { pick, slice } from '../engine/ops/slice.ts';
import { stack } from '../engine/ops/stack.ts';
import { findAxis } from '../engine/tensor.ts';
import { attend, type Announce, type Attended, type AttendOptions } from './attend.ts';
import type { Described, Parameters } from './mechanism.ts';
import { parameter } from './mechanism.ts';
import { scaledDot } from './scaledDot.ts';

export const self: Described = {
  id: 'self',
  paper: {
    authors: 'Vaswani, Shazeer, Parmar, Uszkoreit, Jones, Gomez, Kaiser, Polosukhin',
    year: 2017,
    title: 'Attention Is All You Need',
    equation: 'equation 1, section 3.2; also Cheng, Dong, Lapata 2016',
  },
};

/** Who asks [h, i, k], who is asked [h, j, k], what is read [h, j, v]; the axis h only where there are heads. */
export interface QueryKeyValue {
  readonly Q: Value;
  readonly K: Value;
  readonly V: Value;
}

/** One projection X W_Lᵀ + b_L: X [place, x], W [out, x] → [place, out]. */
export function project(graph: Graph, p: Parameters, letter: 'Q' | 'K' | 'V', X: Value): Value {
  const product = contract(graph, X, parameter(p, `W_${letter}`), 'x');
  const bias = p[`b_${letter}`];
  return graph.named(
    letter,
    bias === undefined ? product : add(graph, graph.named(`X_W_${letter}`, product), bias),
    roles[letter],
  );
}

const roles = { Q: 'query', K: 'key', V: 'value' } as const;

/** [place, groups · d] cut into contiguous slices, one a head: [h, place, d]. With fewer groups than heads neighbours share one. */
export function splitHeads(graph: Graph, x: Value, axis: string, heads: number, groups: number): Value {
  const width = (findAxis(x.axes, axis)?.size ?? 0) / groups;
  const cut = Array.from({ length: groups }, (_, g) => slice(graph, x, axis, g * width, (g + 1) * width));
  return overHeads(graph, cut, heads);
}

/** [g, place, d] given group by group, as every head reads it: [h, place, d]. Query head h reads group ⌊h G / H⌋. */
export function shareGroups(graph: Graph, x: Value, heads: number): Value {
  const groups = findAxis(x.axes, 'h')?.size ?? 1;
  if (groups === heads) return x;
  return overHeads(
    graph,
    Array.from({ length: groups }, (_, g) => pick(graph, x, 'h', g)),
    heads,
  );
}

function overHeads(graph: Graph, groups: readonly Value[], heads: number): Value {
  const read = Array.from(
    { length: heads },
    (_, h) => groups[Math.floor((h * groups.length) / heads)] as Value,
  );
  return stack(graph, read, 'h');
}

/** e = Q Kᵀ · scale (+ bias), masked, α = softmax, c = α V. `mask` and `bias`: [i, j] or [h, i, j]. */
export function selfAttention(
  graph: Graph,
  { Q, K, V }: QueryKeyValue,
  mask: Value | undefined,
  options: AttendOptions,
  announce?: Announce,
): Attended {
  const keys = renamed(K, { k: 'n' });
  const memory = { keys, values: V, prepared: keys, ...(mask === undefined ? {} : { mask }) };
  return attend(graph, scaledDot, renamed(Q, { k: 'm' }), memory, {}, options, announce);
}

/** out = [head_1 ; … ; head_H] W_Oᵀ + b_O, from c [i, v] or [h, i, v]. */
export function joinHeads(graph: Graph, p: Parameters, c: Value): Value {
  const heads = findAxis(c.axes, 'h')?.size;
  const parts = Array.from({ length: heads ?? 0 }, (_, h) => pick(graph, c, 'h', h));
  const joined = heads === undefined ? c : graph.named('heads', concat(graph, parts, 'v'));
  const product = contract(graph, joined, parameter(p, 'W_O'), 'v');
  const bias = p['b_O'];
  return graph.named('out', bias === undefined ? product : add(graph, product, bias), 'output');
}
