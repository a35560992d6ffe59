/** @file local-p: the model itself says where to look, p_t = S σ(v_pᵀ tanh(W_p s)); a score within D places of it, times a Gaussian around it. */

import { scale } from '../engine/ops/add.ts';
import { contract } from '../engine/ops/contract.ts';
import { map, tanh } from '../engine/ops/map.ts';
import { multiply } from '../engine/ops/multiply.ts';
import type { Graph, Value } from '../engine/graph.ts';
import { findAxis } from '../engine/tensor.ts';
import { read, weigh, type Attention, type Memory } from './attend.ts';
import { throughWindow, usualReach } from './localM.ts';
import { parameter, type Mechanism, type Parameters } from './mechanism.ts';

/** p_t = S σ(v_pᵀ tanh(W_p s)), a place between 0 and S. */
function centre(graph: Graph, query: Value, memory: Memory, p: Parameters): Value {
  const S = findAxis(memory.keys.axes, 'j')?.size ?? 0;
  const W_p_s = graph.named('W_p_s', contract(graph, query, parameter(p, 'W_p'), 'm'), 'query');
  const read_off = contract(graph, graph.named('tanh_p', tanh(graph, W_p_s)), parameter(p, 'v_p'), 'q');
  const share = graph.named('share', map(graph, 'sigmoid', graph.named('v_p_tanh', read_off)));
  return graph.named('p', scale(graph, share, S));
}

/** exp(−(place − p_t)² / (2σ²)), σ = D/2. */
function gaussian(graph: Graph, offset: Value, D: number): Value {
  const sigma = D / 2;
  const square = graph.named('offset_square', map(graph, 'square', offset));
  const exponent = graph.named('exponent', scale(graph, square, -1 / (2 * sigma * sigma)));
  return graph.named('gauss', map(graph, 'exp', exponent));
}

/** With that score inside the window. */
export function localP(score: Mechanism): Attention {
  return {
    id: 'local-p',
    paper: {
      authors: 'Luong, Pham, Manning',
      year: 2015,
      title: 'Effective Approaches to Attention-based Neural Machine Translation',
      equation: 'section 3.2, predictive alignment',
    },
    takes: [...(score.takes ?? []), 'D'],
    parameters: (widths) => [
      ...score.parameters(widths),
      {
        name: 'W_p',
        axes: [
          { name: 'q', size: widths.hidden },
          { name: 'm', size: widths.query },
        ],
      },
      { name: 'v_p', axes: [{ name: 'q', size: widths.hidden }] },
    ],
    prepare: (graph, keys, p) => score.prepare(graph, keys, p),

    // α = align ∘ gauss: the rows are not made to sum to 1 again.
    look: (graph, { query, memory, p: parameters }, options, announce) => {
      const D = options.D ?? usualReach;
      announce('position');
      const p = centre(graph, query, memory, parameters);
      const { memory: seen, offset, fallback } = throughWindow(graph, p, memory, D);
      const { alpha: align, ...weighed } = weigh(graph, score, query, seen, parameters, options, announce);
      graph.named('align', align, 'weight');
      announce('gaussian');
      const alpha = graph.named('alpha', multiply(graph, align, gaussian(graph, offset, D)), 'weight');
      return { ...weighed, alpha, c: read(graph, alpha, memory, announce), p, fallback };
    },
  };
}
