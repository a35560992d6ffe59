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
    ...cells(() => heap),
    ...rows(() => heap),
    ...changes(() => heap),
  };
}

/** What works cell by cell: filling, products, functions, tables. */
function cells(
  heapNow: () => Heap,
): Pick<Kernels, 'fill' | 'gemm' | 'multiplyAdd' | 'map' | 'mapGradient' | 'gather' | 'scatterAdd'> {
  return {
    fill(at, length, value) {
      heapNow().fill(value, at, at + length);
    },
    gemm(call: Gemm) {
      products.gemm(heapNow(), call);
    },
    multiplyAdd(sizes, d, a, b, factor, accumulate) {
      products.multiplyAdd(heapNow(), sizes, d, a, b, factor, accumulate);
    },
    map(f, y, x, length, constant) {
      const heap = heapNow();
      const { value } = functions[f];
      for (let i = 0; i < length; i++) heap[y + i] = value(heap[x + i] as number, constant);
    },
    mapGradient(f, gx, gy, x, y, length, constant) {
      const heap = heapNow();
      const { derivative } = functions[f];
      for (let i = 0; i < length; i++) {
        const slope = derivative(heap[x + i] as number, heap[y + i] as number, constant);
        heap[gx + i] = (heap[gx + i] as number) + (heap[gy + i] as number) * slope;
      }
    },
    gather(d, table, ids, count, width) {
      const heap = heapNow();
      for (let r = 0; r < count; r++) {
        const from = table + (heap[ids + r] as number) * width;
        heap.copyWithin(d + r * width, from, from + width);
      }
    },
    scatterAdd(gTable, g, ids, count, width) {
      const heap = heapNow();
      for (let r = 0; r < count; r++) {
        const to = gTable + (heap[ids + r] as number) * width;
        for (let i = 0; i < width; i++) {
          heap[to + i] = (heap[to + i] as number) + (heap[g + r * width + i] as number);
        }
      }
    },
  };
}

/** What works row by row: softmax, cross-entropy, layer norm. */
function rows(
  heapNow: () => Heap,
): Pick<
  Kernels,
  'softmax' | 'softmaxGradient' | 'crossEntropy' | 'crossEntropyGradient' | 'layerNorm' | 'layerNormGradient'
> {
  return {
    softmax: (y, x, rows, temperature) => normalise.softmax(heapNow(), y, x, rows, temperature),
    softmaxGradient(gx, gy, y, rows, temperature) {
      normalise.softmaxGradient(heapNow(), gx, gy, y, rows, temperature);
    },
    crossEntropy(nll, p, x, targets, rows, width) {
      normalise.crossEntropy(heapNow(), nll, p, x, targets, rows, width);
    },
    crossEntropyGradient(gx, g, p, targets, rows, width) {
      normalise.crossEntropyGradient(heapNow(), gx, g, p, targets, rows, width);
    },
    layerNorm(normalised, inverse, x, rows, width, eps) {
      normalise.layerNorm(heapNow(), normalised, inverse, x, rows, width, eps);
    },
    layerNormGradient(gx, g, normalised, inverse, rows, width) {
      normalise.layerNormGradient(heapNow(), gx, g, normalised, inverse, rows, width);
    },
  };
}

/** The GRU's gates, and what moves parameters. */
function changes(
  heapNow: () => Heap,
): Pick<Kernels, 'gruGates' | 'gruNext' | 'gruNextGradient' | 'gruResetGradient' | 'sumOfSquares' | 'adam'> {
  return {
    gruGates(z, r, reset, zIn, rIn, h, length) {
      updates.gruGates(heapNow(), z, r, reset, zIn, rIn, h, length);
    },
    gruNext(next, candidate, cIn, z, h, length, keep) {
      updates.gruNext(heapNow(), next, candidate, cIn, z, h, length, keep);
    },
    gruNextGradient(gC, gZ, gH, gNext, candidate, z, h, length, keep) {
      updates.gruNextGradient(heapNow(), gC, gZ, gH, gNext, candidate, z, h, length, keep);
    },
    gruResetGradient(gR, gH, gReset, r, h, length) {
      updates.gruResetGradient(heapNow(), gR, gH, gReset, r, h, length);
    },
    sumOfSquares(x, length) {
      const heap = heapNow();
      let sum = 0;
      for (let i = x; i < x + length; i++) sum += (heap[i] as number) * (heap[i] as number);
      return sum;
    },
    adam(call) {
      updates.adam(heapNow(), call);
    },
  };
}
