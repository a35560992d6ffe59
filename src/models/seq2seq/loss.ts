/** @file The training program: teacher-forced cross-entropy of a batch of translations, all of one source length. */

import { stack } from '../../engine/ops/stack.ts';
import { contract } from '../../engine/ops/contract.ts';
import { crossEntropy } from '../../engine/ops/crossEntropy.ts';
import { gather } from '../../engine/ops/gather.ts';
import { map } from '../../engine/ops/map.ts';
import { pick } from '../../engine/ops/slice.ts';
import type { Graph, Value } from '../../engine/graph.ts';
import { findAxis } from '../../engine/tensor.ts';
import type { Attention, AttendOptions, Looked } from '../../mechanisms/attend.ts';
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
  /** [t, b]: the numbers by which places are drawn, where they are. */
  readonly u?: Value;
}

/** What the training program makes. */
export interface LossMade {
  /** Σ weight · −log p(target), a scalar. */
  readonly loss: Value;
  /** [t, b, v], from which accuracy is counted. */
  readonly logits: Value;
  /** −log p(target) [t, b]. */
  readonly nll: Value;
  /** Of what was drawn: log α of the drawn places, and the entropies −Σ α log α of the weights, both [t, b]. */
  readonly chance?: { readonly logWeights: Value; readonly entropies: Value };
}

/** What a logarithm is taken of at the least. */
const LEAST = 1e-12;

/** log α_z and −Σ_j α_j log α_j of a step. */
function chanceOf(graph: Graph, { alpha, drawn }: Looked): { logWeight: Value; entropy: Value } | undefined {
  if (alpha === undefined || drawn === undefined) return undefined;
  const logs = map(graph, 'log', map(graph, 'atLeast', alpha, LEAST));
  return {
    logWeight: contract(graph, drawn, logs, 'j'),
    entropy: map(graph, 'negate', contract(graph, alpha, logs, 'j')),
  };
}

/** The program of a batch, teacher-forced. */
export function translationLoss(
  graph: Graph,
  p: Parameters,
  mechanism: Attention,
  batch: BatchInputs,
  options: AttendOptions = {},
): LossMade {
  const encoded = encode(graph, p, mechanism, batch.source, batch.dropout);
  const y = gather(graph, parameter(p, 'E_y'), batch.previous);
  const words = wordInput(graph, p, y);
  const steps = findAxis(batch.previous.axes, 't')?.size ?? 0;
  const contexts: Value[] = [];
  const states: Value[] = [];
  const chances: { logWeight: Value; entropy: Value }[] = [];
  let s = encoded.s;
  for (let t = 0; t < steps; t++) {
    const chosen = batch.u === undefined ? options : { ...options, u: pick(graph, batch.u, 't', t) };
    const looked = look(graph, p, mechanism, s, t, encoded.memory, chosen, () => undefined);
    const { c } = looked;
    contexts.push(c);
    const one = batch.u === undefined ? undefined : chanceOf(graph, looked);
    if (one !== undefined) chances.push(one);
    states.push(s);
    // The last state is read by nobody: the read-out of a step uses the state before it.
    if (t === steps - 1) break;
    const at = (value: Value): Value => pick(graph, value, 't', t);
    s = nextState(graph, p, { z: at(words.z), r: at(words.r), h: at(words.h) }, c, s);
  }
  const logits = readOut(graph, p, stack(graph, contexts, 't'), stack(graph, states, 't'), y);
  const nll = crossEntropy(graph, logits, batch.target, 'v');
  const loss = contract(graph, nll, batch.weight, 't', 'b');
  if (chances.length === 0) return { loss, logits, nll };
  const over = (key: 'logWeight' | 'entropy'): Value =>
    stack(
      graph,
      chances.map((one) => one[key]),
      't',
    );
  return { loss, logits, nll, chance: { logWeights: over('logWeight'), entropies: over('entropy') } };
}
