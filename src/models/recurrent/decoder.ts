/** @file The recurrent decoder, teacher-forced: query, weights, context, state and word, step by step, in Bahdanau's order or in Luong's. */

import { renamed, type Graph, type Value } from '../../engine/graph.ts';
import { add } from '../../engine/ops/add.ts';
import { concat } from '../../engine/ops/concat.ts';
import { contract } from '../../engine/ops/contract.ts';
import { tanh } from '../../engine/ops/map.ts';
import { pick } from '../../engine/ops/slice.ts';
import { softmax } from '../../engine/ops/softmax.ts';
import { stack } from '../../engine/ops/stack.ts';
import { findAxis } from '../../engine/tensor.ts';
import type { Role } from '../../engine/trace.ts';
import type { Attention, AttendOptions, GivenScores, LookStage } from '../../mechanisms/attend.ts';
import { parameter, type Parameters } from '../../mechanisms/mechanism.ts';
import { gruStates, type GruOptions } from './gruCell.ts';

export interface DecoderOptions extends GruOptions {
  /** `attend-first`: c_t from s_{t−1}, then s_t (Bahdanau 2015). `update-first`: s_t, then c_t from it (Luong 2015). */
  readonly order: 'attend-first' | 'update-first';
  /** `deep`, only with attend-first: softmax(W_out tanh(W_r [c_t ; s_{t−1} ; y_{t−1}] + b_r) + b_out). */
  readonly readout: 'state' | 'deep';
  /** Only with update-first: h̃_{t−1} goes into the cell with y_{t−1} (Luong 2015, section 3.3). */
  readonly inputFeeding: boolean;
  readonly attend: AttendOptions;
}

export interface DecoderOperands {
  /** y [i, y]: the embedded word before each step. */
  readonly y: Value;
  /** h [j, n] */
  readonly h: Value;
  /** s_0 [m] */
  readonly s0: Value;
  /** [i, j]: 1 where a step may attend a place. */
  readonly mask: Value;
  /** β [i], for scores that take it. */
  readonly beta?: Value;
  /** Scores [i, j] that the reader gave. */
  readonly given?: GivenScores;
}

/** Parameters of the three parts. Read-out: W_out [w, r], b_out, W_r [r, x], b_r, and W_c [r, x] for update-first. */
export interface DecoderParameters {
  readonly score: Parameters;
  readonly cell: Parameters;
  readonly readout: Parameters;
}

/** What the loop makes, step upon step (axis i). No alpha without a score. */
export interface Decoded {
  readonly alpha?: Value;
  readonly c: Value;
  readonly s: Value;
  readonly p: Value;
}

type Stage = LookStage | 'state' | 'word';

interface Loop {
  readonly graph: Graph;
  readonly mechanism: Attention;
  readonly p: DecoderParameters;
  readonly operands: DecoderOperands;
  readonly prepared: Value;
  readonly options: DecoderOptions;
}

/** [a ; b ; …] of vectors whose axes may have any name. */
function joined(graph: Graph, ...vectors: Value[]): Value {
  const same = vectors.map((vector) => renamed(vector, { [vector.axes[0]?.name ?? '']: 'x' }));
  return concat(graph, same, 'x');
}

/** W x + b; b may be absent. */
function affine(graph: Graph, p: Parameters, letter: string, x: Value): Value {
  const product = contract(graph, parameter(p, `W_${letter}`), x, 'x');
  const bias = p[`b_${letter}`];
  return bias === undefined ? product : add(graph, product, bias);
}

/** α and c of step t for a query [m]. */
function look(
  { graph, mechanism, p, operands, prepared, options }: Loop,
  t: number,
  query: Value,
  announce: (stage: Stage) => void,
): { alpha?: Value; c: Value } {
  const mask = graph.named('mask', pick(graph, operands.mask, 'i', t));
  const beta = operands.beta === undefined ? {} : { beta: pick(graph, operands.beta, 'i', t) };
  const memory = { keys: operands.h, values: operands.h, prepared, mask };
  const { given } = operands;
  const row = (name: string, value: Value): Value => graph.named(name, pick(graph, value, 'i', t));
  const scores =
    given === undefined
      ? {}
      : { given: { scores: row('e_given', given.scores), at: row('given_at', given.at) } };
  return mechanism.look(
    graph,
    { query, memory, p: p.score, row: t },
    { ...options.attend, ...beta, ...scores },
    announce,
  );
}

/** s_t = cell(x, s_{t−1}), all [m]. */
function nextState({ graph, p, options }: Loop, x: Value, s: Value): Value {
  const next = gruStates(graph, p.cell, x, renamed(s, { m: 'd' }), '', options);
  return graph.named('s', renamed(next, { d: 'm' }), 'query');
}

/** p_t = softmax(W_out r + b_out) of what is read out. */
function wordOf({ graph, p }: Loop, reading: Value): Value {
  const r = renamed(reading, { [reading.axes[0]?.name ?? '']: 'x' });
  const logits = graph.named('logits', affine(graph, p.readout, 'out', r));
  return graph.named('p', softmax(graph, logits, 'w'), 'output');
}

interface Step {
  readonly alpha?: Value;
  readonly c: Value;
  readonly s: Value;
  readonly p: Value;
  /** h̃_t of update-first. */
  readonly attentional?: Value;
}

/** Score, softmax, context from s_{t−1}; then state; then word. */
function attendFirst(loop: Loop, t: number, s: Value, announce: (stage: Stage) => void): Step {
  const { graph, operands, options, p } = loop;
  const { alpha, c } = look(loop, t, s, announce);
  announce('state');
  const y = graph.named('y', pick(graph, operands.y, 'i', t));
  const next = nextState(loop, joined(graph, y, c), s);
  announce('word');
  const reading =
    options.readout === 'deep'
      ? graph.named('readout', tanh(graph, affine(graph, p.readout, 'r', joined(graph, c, s, y))))
      : next;
  return { ...(alpha === undefined ? {} : { alpha }), c, s: next, p: wordOf(loop, reading) };
}

/** State; then score, softmax, context from s_t; then the attentional state and the word. */
function updateFirst(
  loop: Loop,
  t: number,
  s: Value,
  attentional: Value,
  announce: (stage: Stage) => void,
): Step {
  const { graph, operands, options, p } = loop;
  announce('state');
  const y = graph.named('y', pick(graph, operands.y, 'i', t));
  const x = options.inputFeeding ? joined(graph, y, attentional) : renamed(y, { y: 'x' });
  const next = nextState(loop, x, s);
  const { alpha, c } = look(loop, t, next, announce);
  announce('word');
  const h = graph.named('h_tilde', tanh(graph, affine(graph, p.readout, 'c', joined(graph, c, next))));
  return { ...(alpha === undefined ? {} : { alpha }), c, s: next, p: wordOf(loop, h), attentional: h };
}

/** Runs the loop over all rows of y. */
export function decode(
  graph: Graph,
  mechanism: Attention,
  p: DecoderParameters,
  operands: DecoderOperands,
  options: DecoderOptions,
): Decoded {
  graph.stage({ group: 'read', t: -1, stage: 'annotations' });
  const prepared = mechanism.prepare(graph, operands.h, p.score);
  const loop: Loop = { graph, mechanism, p, operands, prepared, options };
  const steps: Step[] = [];
  let s = operands.s0;
  let attentional = options.order === 'update-first' ? firstAttentional(graph, p) : s;
  for (let t = 0; t < (findAxis(operands.y.axes, 'i')?.size ?? 0); t++) {
    const announce = (stage: Stage): void => graph.stage({ group: 'word', t, stage });
    const step =
      options.order === 'attend-first'
        ? attendFirst(loop, t, s, announce)
        : updateFirst(loop, t, s, attentional, announce);
    steps.push(step);
    s = step.s;
    attentional = step.attentional ?? attentional;
  }
  const over = (name: string, role: Role, values: readonly Value[]): Value =>
    graph.named(name, stack(graph, values, 'i'), role);
  const alphas = steps.flatMap(({ alpha }) => (alpha === undefined ? [] : [alpha]));
  return {
    ...(alphas.length === 0 ? {} : { alpha: over('alpha', 'weight', alphas) }),
    c: over(
      'c',
      'context',
      steps.map((step) => step.c),
    ),
    s: over(
      's',
      'query',
      steps.map((step) => step.s),
    ),
    p: over(
      'p',
      'output',
      steps.map((step) => step.p),
    ),
  };
}

/** h̃_0 = 0 [r]. */
function firstAttentional(graph: Graph, p: DecoderParameters): Value {
  const [axis] = parameter(p.readout, 'W_c').axes;
  if (axis === undefined) throw new Error('params: W_c must be a matrix');
  return graph.input('h_tilde_0', [axis], new Float64Array(axis.size));
}
