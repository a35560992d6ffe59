/** @file Attention in ONNX Runtime Web, on its WebAssembly processor with one thread. */
import * as ort from 'onnxruntime-web/wasm';
import type { AttentionContender, AttentionTask } from '../../src/cli/bench/attention.ts';
import { attentionModel } from '../../src/cli/bench/onnxModel.ts';

/** The contender. Its interface copies inputs in and outputs out in each run. */
export async function onnxAttention({ n, d, q, k, v }: AttentionTask): Promise<AttentionContender> {
  const session = await ort.InferenceSession.create(attentionModel(n, d), {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
  });
  const tensor = (numbers: Float32Array): ort.Tensor => new ort.Tensor('float32', numbers, [n, d]);
  const feeds = { q: tensor(q), k: tensor(k), v: tensor(v) };
  let made: ort.InferenceSession.OnnxValueMapType = {};
  const output = (name: string): Float32Array => Float32Array.from(made[name]?.data as Float32Array);
  return {
    name: 'onnxruntime-web wasm',
    run: async () => {
      made = await session.run(feeds);
    },
    read: () =>
      Promise.resolve({
        products: output('products'),
        scores: output('scores'),
        weights: output('weights'),
        context: output('context'),
      }),
  };
}
