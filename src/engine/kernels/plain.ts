/** @file The kernels in plain TypeScript: loops over one growable heap, float64 for traces, float32 where WASM SIMD is missing. */
import type { Gemm, Kernels } from './kernels.ts';
import { functions } from './functions.ts';
import type { Heap } from './plainHeap.ts';
import * as normalise from './plainNormalise.ts';
import * as products from './plainProducts.ts';
import * as updates from './plainUpdates.ts';

/**
 * Kernels in plain TypeScript. With 'float64' every sum runs in the order of its index, so that an explanation retold
 * term by term meets the same roundings; with 'float32' the arithmetic is float64 and results are rounded when stored.
 */
export function createPlainKernels(precision: 'float64' | 'float32' = 'float64'): Kernels {
  const create = (length: number): Heap =>
    precision === 'float64' ? new Float64Array(length) : new Float32Array(length);
  let heap = create(1 << 12);
  const fallbacks = new Map<string, number>();

  return {
    precision,
    get heap() {
      return heap;
    },
    fallbacks,
    reserve(elements) {
      if (elements <= heap.length) return;
      const grown = create(Math.max(elements, Math.ceil(heap.length * 1.5)));
      grown.set(heap);
      heap = grown;
    },
    fallback(what) {
      fallbacks.set(what, (fallbacks.get(what) ?? 0) + 1);
    },
    fill(at, length, value) {
      heap.fill(value, at, at + length);
    },
    gemm(call: Gemm) {
      products.gemm(heap, call);
    },
    multiplyAdd(sizes, d, a, b, factor, accumulate) {
      products.multiplyAdd(heap, sizes, d, a, b, factor, accumulate);
    },
    map(f, y, x, length, constant) {
      const { value } = functions[f];
      for (let i = 0; i < length; i++) heap[y + i] = value(heap[x + i] as number, constant);
    },
    mapGradient(f, gx, gy, x, y, length, constant) {
      const { derivative } = functions[f];
      for (let i = 0; i < length; i++) {
        const slope = derivative(heap[x + i] as number, heap[y + i] as number, constant);
        heap[gx + i] = (heap[gx + i] as number) + (heap[gy + i] as number) * slope;
      }
    },
    softmax: (y, x, rows, temperature) => normalise.softmax(heap, y, x, rows, temperature),
    softmaxGradient(gx, gy, y, rows, temperature) {
      normalise.softmaxGradient(heap, gx, gy, y, rows, temperature);
    },
    gather(d, table, ids, count, width) {
      for (let r = 0; r < count; r++) {
        const from = table + (heap[ids + r] as number) * width;
        heap.copyWithin(d + r * width, from, from + width);
      }
    },
    scatterAdd(gTable, g, ids, count, width) {
      for (let r = 0; r < count; r++) {
        const to = gTable + (heap[ids + r] as number) * width;
        for (let i = 0; i < width; i++) {
          heap[to + i] = (heap[to + i] as number) + (heap[g + r * width + i] as number);
        }
      }
    },
    gruGates(z, r, reset, zIn, rIn, h, length) {
      updates.gruGates(heap, z, r, reset, zIn, rIn, h, length);
    },
    gruNext(next, candidate, cIn, z, h, length, keep) {
      updates.gruNext(heap, next, candidate, cIn, z, h, length, keep);
    },
    gruNextGradient(gC, gZ, gH, gNext, candidate, z, h, length, keep) {
      updates.gruNextGradient(heap, gC, gZ, gH, gNext, candidate, z, h, length, keep);
    },
    gruResetGradient(gR, gH, gReset, r, h, length) {
      updates.gruResetGradient(heap, gR, gH, gReset, r, h, length);
    },
    crossEntropy(nll, p, x, targets, rows, width) {
      normalise.crossEntropy(heap, nll, p, x, targets, rows, width);
    },
    crossEntropyGradient(gx, g, p, targets, rows, width) {
      normalise.crossEntropyGradient(heap, gx, g, p, targets, rows, width);
    },
    layerNorm(normalised, inverse, x, rows, width, eps) {
      normalise.layerNorm(heap, normalised, inverse, x, rows, width, eps);
    },
    layerNormGradient(gx, g, normalised, inverse, rows, width) {
      normalise.layerNormGradient(heap, gx, g, normalised, inverse, rows, width);
    },
    sumOfSquares(x, length) {
      let sum = 0;
      for (let i = x; i < x + length; i++) sum += (heap[i] as number) * (heap[i] as number);
      return sum;
    },
    adam(call) {
      updates.adam(heap, call);
    },
  };
}
