/** @file One step of the decoder for many sources of one length at once: what greedy decoding while training runs again and again. */
import type { Graph, Value } from '../../engine/graph.ts';
import { gather } from '../../engine/ops/gather.ts';
import type { Looked, Memory } from '../../mechanisms/attend.ts';
import { parameter, type Parameters } from '../../mechanisms/mechanism.ts';
import { look, nextState, readOut, wordInput } from './decoder.ts';
import type { Model } from './model.ts';

/** What the step starts from. */
export interface BatchedStep {
  readonly memory: Memory;
  /** The states before the step [b, m], and the words written before it [b]. */
  readonly s: Value;
  readonly previous: Value;
  /** The step (0-based). */
  readonly t: number;
}

/** The states after the step, the logits of its words [b, v], and scores and weights where there are such. */
export function batchedStep(
  graph: Graph,
  p: Parameters,
  { mechanism, options }: Pick<Model, 'mechanism' | 'options'>,
  { memory, s, previous, t }: BatchedStep,
): Pick<Looked, 'e' | 'alpha'> & { readonly next: Value; readonly logits: Value } {
  const y = gather(graph, parameter(p, 'E_y'), previous);
  const { e, alpha, c } = look(graph, p, mechanism, s, t, memory, options, () => undefined);
  const next = nextState(graph, p, wordInput(graph, p, y), c, s);
  const logits = readOut(graph, p, c, s, y);
  return { next, logits, ...(e === undefined ? {} : { e }), ...(alpha === undefined ? {} : { alpha }) };
}
