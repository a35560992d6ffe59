/** @file The decoder: one step asks, reads, updates its state and says how likely each word is (Bahdanau 2015, appendix A.2). */

import type { Graph, Value } from '../../engine/graph.ts';
import { add } from '../../engine/ops/add.ts';
import { contract } from '../../engine/ops/contract.ts';
import { gru } from '../../engine/ops/gru.ts';
import { tanh } from '../../engine/ops/map.ts';
import type { Announce, Attention, AttendOptions, Looked, Memory } from '../../mechanisms/attend.ts';
import { parameter, type Parameters } from '../../mechanisms/mechanism.ts';
import { attentionParameters } from './encoder.ts';

/** The previous word's part of each gate: W_z y + b_z, W_r y + b_r, W_h y + b_h. */
export interface WordInput {
  readonly z: Value;
  readonly r: Value;
  readonly h: Value;
}

/** What the previous word y adds to each gate; y […, y] may hold many steps. */
export function wordInput(graph: Graph, p: Parameters, y: Value): WordInput {
  const input = (gate: string): Value => {
    const product = graph.named(`W_${gate}_y`, contract(graph, y, parameter(p, `W_${gate}`), 'y'));
    return graph.named(`y_${gate}`, add(graph, product, parameter(p, `b_${gate}`)));
  };
  return { z: input('z'), r: input('r'), h: input('h') };
}

/** What step t (0-based) sees, whose query is the state before it: attend-first. */
export function look(
  graph: Graph,
  p: Parameters,
  mechanism: Attention,
  s: Value,
  t: number,
  memory: Memory,
  options: AttendOptions,
  announce: Announce,
): Looked {
  return mechanism.look(graph, { query: s, memory, p: attentionParameters(p), row: t }, options, announce);
}

/** s_t = GRU([y_{t−1} ; c_t], s_{t−1}), with W y + C c + b as each gate's input. */
export function nextState(graph: Graph, p: Parameters, word: WordInput, c: Value, s: Value): Value {
  const input = (gate: 'z' | 'r' | 'h'): Value => {
    const product = graph.named(`C_${gate}_c`, contract(graph, c, parameter(p, `C_${gate}`), 'n'));
    return graph.named(`x_${gate}`, add(graph, word[gate], product));
  };
  const { h } = gru(
    graph,
    {
      xz: input('z'),
      xr: input('r'),
      xh: input('h'),
      h0: s,
      Uz: parameter(p, 'U_z'),
      Ur: parameter(p, 'U_r'),
      U: parameter(p, 'U_h'),
    },
    { over: '', reverse: false, reset: 'before', update: 'candidate' },
  );
  return graph.named('s', h, 'query');
}

/**
 * The logits of the next word by the paper's deep output, with tanh in place of maxout:
 * W_out tanh(W_o [c_t ; s_{t−1} ; y_{t−1}] + b_o) + b_out, the bracket's three parts as three matrices. Any leading axes.
 */
export function readOut(graph: Graph, p: Parameters, c: Value, s: Value, y: Value): Value {
  const part = (name: string, from: Value, axis: string): Value =>
    graph.named(`${name}_${axis}`, contract(graph, from, parameter(p, name), axis));
  const sum = add(
    graph,
    part('W_o_c', c, 'n'),
    part('W_o_s', s, 'm'),
    part('W_o_y', y, 'y'),
    parameter(p, 'b_o'),
  );
  const readout = graph.named('readout', tanh(graph, graph.named('readout_in', sum)));
  const product = graph.named('W_out_readout', contract(graph, readout, parameter(p, 'W_out'), 'r'));
  return graph.named('logits', add(graph, product, parameter(p, 'b_out')), 'output');
}
