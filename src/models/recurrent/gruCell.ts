/** @file The GRU with its input's matrices, as the papers write it: W x + U h + b a gate (Bahdanau 2015, appendix A). */

import type { Graph, Value } from '../../engine/graph.ts';
import { add } from '../../engine/ops/add.ts';
import { contract } from '../../engine/ops/contract.ts';
import { gru } from '../../engine/ops/gru.ts';
import { findAxis } from '../../engine/tensor.ts';
import { parameter, type Parameters } from '../../mechanisms/mechanism.ts';

export interface GruOptions {
  readonly reset: 'before' | 'after';
  readonly update: 'candidate' | 'keep';
}

/**
 * States of a GRU: over all steps of x [t, …, x] (with `over` = 't', or 'j'), or after one step (`over` = ''). Parameters W_z U_z b_z W_r U_r b_r
 * W U b (and b_u for reset "after"); absent biases are zero. W [d, x], U [d, d], h0 […, d].
 */
export function gruStates(
  graph: Graph,
  p: Parameters,
  x: Value,
  h0: Value,
  over: '' | 't' | 'j',
  { reset, update }: GruOptions,
): Value {
  const input = (gate: '_z' | '_r' | ''): Value => {
    const product = contract(graph, x, parameter(p, `W${gate}`), 'x');
    const bias = p[`b${gate}`];
    const part = gate === '' ? '_h' : gate;
    const named = graph.named(`W${part}_x`, product);
    return bias === undefined ? named : graph.named(`x${part}`, add(graph, named, bias));
  };
  const d = findAxis(h0.axes, 'd')?.size ?? 1;
  const bu = p['b_u'] ?? graph.input('b_u', [{ name: 'd', size: d }], new Float64Array(d));
  const operands = {
    xz: input('_z'),
    xr: input('_r'),
    xh: input(''),
    h0,
    Uz: parameter(p, 'U_z'),
    Ur: parameter(p, 'U_r'),
    U: parameter(p, 'U'),
    ...(reset === 'after' ? { bu } : {}),
  };
  return gru(graph, operands, { over, reverse: false, reset, update }).h;
}
