/** @file Several sentences of one length decoded together, greedily or along given words: what is wanted is words and probabilities, no trace. */

import { Graph } from '../../engine/graph.ts';
import { gather } from '../../engine/ops/gather.ts';
import { parameter } from '../../mechanisms/mechanism.ts';
import { look, nextState, readOut, wordInput } from './decoder.ts';
import { encode } from './encoder.ts';
import { END, type Model } from './model.ts';
import { lengthCap } from './translate.ts';

/** One of the sentences, decoded. */
export interface Decoded {
  /** Word numbers without the end mark. */
  readonly ids: readonly number[];
  /** Natural log of the probability of all of them, and of the end mark where it was reached. */
  readonly logProbability: number;
  /** false: the length cap was reached before the end mark. */
  readonly finished: boolean;
}

/** log Σ exp of one row of logits. */
function logSum(logits: ArrayLike<number>, from: number, width: number): number {
  let most = -Infinity;
  for (let v = 0; v < width; v++) most = Math.max(most, logits[from + v] as number);
  let sum = 0;
  for (let v = 0; v < width; v++) sum += Math.exp((logits[from + v] as number) - most);
  return most + Math.log(sum);
}

/** The first of the largest logits of one row. */
function largest(logits: ArrayLike<number>, from: number, width: number): number {
  let best = 0;
  for (let v = 1; v < width; v++)
    if ((logits[from + v] as number) > (logits[from + best] as number)) best = v;
  return best;
}

/**
 * Decodes sentences (numbers of source words, all of one length of at least 1). `given`: for each sentence the words to write instead of
 * the likeliest ones, without the end mark, which is written after them. Yields after every step of the decoder.
 */
export function* decodeTogether(
  model: Model,
  sources: readonly (readonly number[])[],
  given?: readonly (readonly number[])[],
): Generator<void, Decoded[]> {
  const [size, length] = [sources.length, sources[0]?.length ?? 0];
  if (length === 0 || sources.some((source) => source.length !== length))
    throw new RangeError('sources: lengths differ or are 0; expected sentences of one length');
  const graph = new Graph(model.kernels, { eager: true });
  const p = Object.fromEntries(
    model.parameters.map(({ shape, values }) => [
      shape.name,
      graph.parameter(shape.name, shape.axes, values),
    ]),
  );
  const [j, b] = [
    { name: 'j', size: length },
    { name: 'b', size },
  ];
  const ids = Array.from({ length: length * size }, (_, k) => sources[k % size]?.[Math.floor(k / size)] ?? 0);
  const encoded = encode(graph, p, model.mechanism, graph.input('ids', [j, b], ids));
  const E_y = parameter(p, 'E_y');
  const width = model.targetWords.length;
  const made = sources.map(() => ({ ids: [] as number[], logProbability: 0, finished: false }));
  const cap = given === undefined ? lengthCap(length) : Math.max(...given.map((words) => words.length)) + 1;
  let s = encoded.s;
  for (let t = 0; t < cap && made.some(({ finished }) => !finished); t++) {
    const { c } = look(graph, p, model.mechanism, s, t, encoded.memory, model.options, () => undefined);
    const previous = made.map((one) => one.ids[t - 1] ?? END);
    const y = gather(graph, E_y, graph.input('y_id', [b], previous));
    const logits = graph.read(readOut(graph, p, c, s, y));
    made.forEach((one, k) => {
      if (one.finished) return;
      const id = given === undefined ? largest(logits, k * width, width) : (given[k]?.[t] ?? END);
      one.logProbability += (logits[k * width + id] as number) - logSum(logits, k * width, width);
      one.finished = id === END;
      if (!one.finished) one.ids.push(id);
    });
    s = nextState(graph, p, wordInput(graph, p, y), c, s);
    yield;
  }
  return made;
}
