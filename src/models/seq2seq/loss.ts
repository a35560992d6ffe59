/** @file The training program: teacher-forced cross-entropy of a batch of translations, all of one source length. */

import { stack } from '../../engine/ops/stack.ts';
import { contract } from '../../engine/ops/contract.ts';
import { crossEntropy } from '../../engine/ops/crossEntropy.ts';
import { gather } from '../../engine/ops/gather.ts';
import { pick } from '../../engine/ops/slice.ts';
import type { Graph, Value } from '../../engine/graph.ts';
import { findAxis } from '../../engine/tensor.ts';
import type { Attention, AttendOptions } from '../../mechanisms/attend.ts';
import { parameter, type Parameters } from '../../mechanisms/mechanism.ts';
import { look, nextState, readOut, wordInput } from './decoder.ts';
import { encode } from './encoder.ts';

/** A batch: numbers of words. */
export interface BatchInputs {
  /** [j, b] */
  readonly source: Value;
  /** [t, b]: the word before each step (the end mark before the first). */
  readonly previous: Value;
  /** [t, b]: the word to be said, the end mark included. */
  readonly target: Value;
  /** [t, b]: the weight of each word in the loss; 0 for padding. */
  readonly weight: Value;
  /** [j, b, n] what multiplies the annotations. */
  readonly dropout?: Value;
}

/** Σ weight · −log p(target), a scalar; and the probabilities [t, b, v], from which accuracy is counted. */
export function translationLoss(
  graph: Graph,
  p: Parameters,
  mechanism: Attention,
  batch: BatchInputs,
  options: AttendOptions = {},
): { loss: Value; logits: Value } {
  const encoded = encode(graph, p, mechanism, batch.source, batch.dropout);
  const y = gather(graph, parameter(p, 'E_y'), batch.previous);
  const words = wordInput(graph, p, y);
  const steps = findAxis(batch.previous.axes, 't')?.size ?? 0;
  const contexts: Value[] = [];
  const states: Value[] = [];
  let s = encoded.s;
  for (let t = 0; t < steps; t++) {
    const { c } = look(graph, p, mechanism, s, t, encoded.memory, options, () => undefined);
    contexts.push(c);
    states.push(s);
    // The last state is read by nobody: the read-out of a step uses the state before it.
    if (t === steps - 1) break;
    const at = (value: Value): Value => pick(graph, value, 't', t);
    s = nextState(graph, p, { z: at(words.z), r: at(words.r), h: at(words.h) }, c, s);
  }
  const logits = readOut(graph, p, stack(graph, contexts, 't'), stack(graph, states, 't'), y);
  const nll = crossEntropy(graph, logits, batch.target, 'v');
  return { loss: contract(graph, nll, batch.weight, 't', 'b'), logits };
}
