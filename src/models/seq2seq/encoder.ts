/** @file The encoder: a GRU reads the sentence from left to right, another from right to left; together they annotate each word (Bahdanau 2015, section 3.2). Without attention there is one alone. */

import { renamed, type Graph, type Value } from '../../engine/graph.ts';
import { add } from '../../engine/ops/add.ts';
import { concat } from '../../engine/ops/concat.ts';
import { contract } from '../../engine/ops/contract.ts';
import { gather } from '../../engine/ops/gather.ts';
import { gru } from '../../engine/ops/gru.ts';
import { tanh } from '../../engine/ops/map.ts';
import { multiply } from '../../engine/ops/multiply.ts';
import { pick } from '../../engine/ops/slice.ts';
import { findAxis } from '../../engine/tensor.ts';
import type { Attention, Memory } from '../../mechanisms/attend.ts';
import { parameter, type Parameters } from '../../mechanisms/mechanism.ts';

/** The read sentence: what may be attended, and the decoder's first state. */
export interface Encoded {
  /** The embedded words [j, …, e]. */
  readonly x: Value;
  readonly memory: Memory;
  /** s_0 […, m] */
  readonly s: Value;
}

/** One direction: h_j from h_{j−1} (or h_{j+1}) and the embedded word x_j. x [j, …, e] → h [j, …, d]. */
function direction(graph: Graph, p: Parameters, prefix: 'forward_' | 'backward_', x: Value): Value {
  const input = (gate: string): Value => {
    const product = contract(graph, x, parameter(p, `${prefix}W_${gate}`), 'e');
    const named = graph.named(`${prefix}W_${gate}_x`, product);
    return graph.named(`${prefix}x_${gate}`, add(graph, named, parameter(p, `${prefix}b_${gate}`)));
  };
  const [xz, xr, xh] = [input('z'), input('r'), input('h')];
  const h0Axes = xz.axes.slice(1);
  const h0 = graph.input(
    'h_0',
    h0Axes,
    new Float64Array(h0Axes.reduce((product, axis) => product * axis.size, 1)),
  );
  const { h } = gru(
    graph,
    {
      xz,
      xr,
      xh,
      h0,
      Uz: parameter(p, `${prefix}U_z`),
      Ur: parameter(p, `${prefix}U_r`),
      U: parameter(p, `${prefix}U_h`),
    },
    { over: 'j', reverse: prefix === 'backward_', reset: 'before', update: 'candidate' },
  );
  return graph.named(`h_${prefix.slice(0, -1)}`, h, 'key');
}

/** What was read in each direction, and joined. */
interface Annotated {
  readonly h: Value;
  /** Names the state from which the decoder's first one is made; and what its product with W_s is called. */
  readonly first: () => Value;
  readonly product: string;
}

/** h_j = [forward ; backward], each word with both its sides. */
function bothWays(graph: Graph, p: Parameters, x: Value, stage: (name: string) => void): Annotated {
  stage('forward');
  const forward = direction(graph, p, 'forward_', x);
  stage('backward');
  const backward = direction(graph, p, 'backward_', x);
  const h = concat(graph, [renamed(forward, { d: 'n' }), renamed(backward, { d: 'n' })], 'n');
  return {
    h,
    first: () => graph.named('h_backward_1', pick(graph, backward, 'j', 0), 'key'),
    product: 'W_s_h',
  };
}

/** h_j = forward alone: what a model without attention hands on is its last one. */
function oneWay(graph: Graph, p: Parameters, x: Value, stage: (name: string) => void): Annotated {
  stage('forward');
  const forward = direction(graph, p, 'forward_', x);
  const last = (findAxis(forward.axes, 'j')?.size ?? 1) - 1;
  return {
    h: renamed(forward, { d: 'n' }),
    first: () => graph.named('h_forward_last', pick(graph, forward, 'j', last), 'key'),
    product: 'W_s_h_last',
  };
}

/**
 * Reads a sentence. ids [j] (or [j, b]) are word numbers. `dropout` [j, …, n], where given, multiplies the annotations (training only).
 */
export function encode(
  graph: Graph,
  p: Parameters,
  mechanism: Attention,
  ids: Value,
  dropout?: Value,
): Encoded {
  const stage = (name: string): void => graph.stage({ group: 'read', t: -1, stage: name });
  stage('embedding');
  const x = graph.named('x', gather(graph, parameter(p, 'E_x'), ids));
  const read = mechanism.reads === 'forward' ? oneWay : bothWays;
  const { h: whole, first, product } = read(graph, p, x, stage);
  const h = graph.named('h', dropout === undefined ? whole : multiply(graph, whole, dropout), 'key');
  const prepared = mechanism.prepare(graph, h, attentionParameters(p));
  stage('first-state');
  const s = graph.named(product, contract(graph, first(), parameter(p, 'W_s'), 'd'));
  return { x, memory: { keys: h, values: h, prepared }, s: graph.named('s', tanh(graph, s), 'query') };
}

/** The parameters as the mechanism calls its own: W_a is W to it; those with longer names (W_p, w_beta) keep them. */
export function attentionParameters(p: Parameters): Parameters {
  const own = Object.entries(p).filter(([name]) => /^[A-Za-z]_a$/.test(name));
  return { ...p, ...Object.fromEntries(own.map(([name, value]) => [name.slice(0, -2), value])) };
}
