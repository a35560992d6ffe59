/** @file The first task, scaled dot-product attention with all that lies between, and our own contender for it. */

import { Graph } from '../../engine/graph.ts';
import type { Kernels } from '../../engine/kernels/kernels.ts';
import { scale } from '../../engine/ops/add.ts';
import { contract } from '../../engine/ops/contract.ts';
import { softmax } from '../../engine/ops/softmax.ts';
import { Random } from '../../lib/random.ts';
import type { Contender } from './rounds.ts';

/** How many queries and places. */
export const attentionSizes = [16, 128, 512, 1024] as const;

/** Queries, keys and values, [n, d] each. */
export interface AttentionTask {
  readonly n: number;
  readonly d: number;
  readonly q: Float32Array;
  readonly k: Float32Array;
  readonly v: Float32Array;
}

/** What every contender must hand out: all that lies between as well. Products q kᵀ, scores (over √d) and weights [n, n], context [n, d]. */
export interface AttentionResult {
  readonly products: Float32Array;
  readonly scores: Float32Array;
  readonly weights: Float32Array;
  readonly context: Float32Array;
}

/** A contender whose numbers can be compared. */
export interface AttentionContender extends Contender {
  /** What the last run made. */
  read(): Promise<AttentionResult>;
}

/** A task of numbers from −2 to 2, the same for the same size. */
export function attentionTask(n: number, d = 64): AttentionTask {
  const random = new Random(n);
  const numbers = (): Float32Array => Float32Array.from({ length: n * d }, () => 4 * random.next() - 2);
  return { n, d, q: numbers(), k: numbers(), v: numbers() };
}

/** Our engine's plan of it: planned once, its memory used again in each run. */
export function ourAttention(kernels: Kernels, { n, d, q, k, v }: AttentionTask): AttentionContender {
  const graph = new Graph(kernels, { eager: false });
  const [i, j] = [
    { name: 'i', size: n },
    { name: 'j', size: n },
  ];
  const queries = graph.input('q', [i, { name: 'd', size: d }]);
  const keys = graph.input('k', [j, { name: 'd', size: d }]);
  const values = graph.input('v', [j, { name: 'n', size: d }]);
  const products = contract(graph, queries, keys, 'd');
  const scores = scale(graph, products, 1 / Math.sqrt(d));
  const weights = softmax(graph, scores, 'j');
  const context = contract(graph, weights, values, 'j');
  graph.write(queries, q);
  graph.write(keys, k);
  graph.write(values, v);
  return {
    name: 'ours',
    run: () => graph.run(),
    read: () =>
      Promise.resolve({
        products: Float32Array.from(graph.read(products)),
        scores: Float32Array.from(graph.read(scores)),
        weights: Float32Array.from(graph.read(weights)),
        context: Float32Array.from(graph.read(context)),
      }),
  };
}
