/** @file A trained model in memory: its mechanism, its words, its numbers; and one step of it on a graph. */

import { Graph, type Value } from '../../engine/graph.ts';
import type { Kernels } from '../../engine/kernels/kernels.ts';
import { createPlainKernels } from '../../engine/kernels/plain.ts';
import { gather } from '../../engine/ops/gather.ts';
import { softmax } from '../../engine/ops/softmax.ts';
import { pick } from '../../engine/ops/slice.ts';
import { cellCount } from '../../engine/tensor.ts';
import type { Attention, AttendOptions } from '../../mechanisms/attend.ts';
import { parameter, type Parameters } from '../../mechanisms/mechanism.ts';
import { look, nextState, readOut, wordInput } from './decoder.ts';
import { encode, type Encoded } from './encoder.ts';
import { unpackHalves } from './float16.ts';
import { parameterShapes, type ModelWidths, type NamedShape } from './parameters.ts';

/** The marks of a vocabulary that decoding knows. */
export const UNKNOWN = 1;
export const END = 2;

/** A model ready to translate. */
export interface Model {
  readonly mechanism: Attention;
  /** The constants that it was trained with. */
  readonly options: AttendOptions;
  readonly sourceWords: readonly string[];
  readonly targetWords: readonly string[];
  readonly parameters: readonly { readonly shape: NamedShape; readonly values: ArrayLike<number> }[];
  /** One heap for all that the model computes: each graph begins it anew. */
  readonly kernels: Kernels;
}

/** A model from its weight file. Throws if the file's length is not that of the widths. */
export function modelFromWeights(
  mechanism: Attention,
  widths: ModelWidths,
  words: { readonly source: readonly string[]; readonly target: readonly string[] },
  weights: Uint8Array,
  options: AttendOptions = {},
): Model {
  const shapes = parameterShapes(mechanism, widths);
  const expected = shapes.reduce((sum, shape) => sum + 2 * cellCount(shape.axes), 0);
  if (weights.length !== expected) {
    throw new Error(`weights: ${weights.length} bytes; expected ${expected} for model ${mechanism.id}`);
  }
  const numbers = unpackHalves(weights);
  let at = 0;
  const parameters = shapes.map((shape) => {
    const values = numbers.subarray(at, (at += cellCount(shape.axes)));
    return { shape, values };
  });
  return {
    mechanism,
    options,
    sourceWords: words.source,
    targetWords: words.target,
    parameters,
    kernels: createPlainKernels(),
  };
}

/** A sentence being decoded: the graph, the parameters on it, and what was read. */
export interface Session {
  readonly model: Model;
  readonly graph: Graph;
  readonly p: Parameters;
  readonly encoded: Encoded;
}

/**
 * Lays the model out on a new graph and reads the sentence. `ids`: numbers of the source words, at least one. `learns` says for which
 * parameters gradients can be asked.
 */
export function openSession(
  model: Model,
  ids: readonly number[],
  learns: (name: string) => boolean = () => true,
): Session {
  const graph = new Graph(model.kernels, { eager: true });
  const p = Object.fromEntries(
    model.parameters.map(({ shape, values }) => [
      shape.name,
      learns(shape.name)
        ? graph.parameter(shape.name, shape.axes, values)
        : graph.input(shape.name, shape.axes, values),
    ]),
  );
  const source = graph.input('ids', [{ name: 'j', size: ids.length }], ids);
  return { model, graph, p, encoded: encode(graph, p, model.mechanism, source) };
}

/** What one step of the decoder makes. */
export interface Step {
  readonly s: Value;
  /** Probabilities of the next word [v]; undefined where it was not asked for. */
  readonly p: Value | undefined;
}

/** Step t (0-based): asks with the state s, having written `previous`. The stages are announced in the order of the paper. */
export function decodeStep(
  { model, graph, p, encoded }: Session,
  s: Value,
  previous: number,
  t: number,
  readsOut = true,
): Step {
  const announce = (stage: string): void => graph.stage({ group: 'word', t, stage });
  const { c } = look(graph, p, model.mechanism, s, t, encoded.memory, model.options, announce);
  announce('state');
  const id = graph.input('y_id', [{ name: 'one', size: 1 }], [previous]);
  const y = graph.named('y', pick(graph, gather(graph, parameter(p, 'E_y'), id), 'one', 0));
  const next = nextState(graph, p, wordInput(graph, p, y), c, s);
  if (!readsOut) return { s: next, p: undefined };
  announce('word');
  const logits = readOut(graph, p, c, s, y);
  return { s: next, p: graph.named('p', softmax(graph, logits, 'v'), 'output') };
}
