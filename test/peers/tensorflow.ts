/** @file TensorFlow.js on its two processors without a GPU, and attention in it. */
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs';
import type { AttentionContender, AttentionTask } from '../../src/cli/bench/attention.ts';

export type Backend = 'cpu' | 'wasm';

/** Attention op by op. The inputs' tensors are made once; what a run makes is freed when the next one begins. */
export async function tensorflowAttention(
  backend: Backend,
  { n, d, q, k, v }: AttentionTask,
): Promise<AttentionContender> {
  await tf.setBackend(backend);
  const [queries, keys, values] = [q, k, v].map((numbers) => tf.tensor2d(numbers, [n, d])) as [
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
  ];
  const factor = tf.scalar(1 / Math.sqrt(d));
  let made: tf.Tensor[] = [];
  const run = (): void => {
    tf.dispose(made);
    const products = tf.matMul(queries, keys, false, true);
    const scores = tf.mul(products, factor);
    const weights = tf.softmax(scores);
    const context = tf.matMul(weights, values);
    made = [products, scores, weights, context];
  };
  return {
    name: `tfjs ${backend}`,
    before: () => ready(backend),
    run,
    read: async () => {
      const [products, scores, weights, context] = (await Promise.all(made.map((one) => one.data()))) as [
        Float32Array,
        Float32Array,
        Float32Array,
        Float32Array,
      ];
      return { products, scores, weights, context };
    },
  };
}

/** Makes a processor the one that ops run on. */
export async function ready(backend: Backend): Promise<void> {
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no ${backend} processor here`);
}
