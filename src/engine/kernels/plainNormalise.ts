/** @file What is normalised along an axis, over the plain heap: softmax, cross-entropy, layer norm, with their gradients. */
import type { Rows } from './kernels.ts';
import type { Heap } from './plainHeap.ts';

/** See `Kernels.softmax`. */
export function softmax(heap: Heap, y: number, x: number, rows: Rows, temperature: number): number {
  const { outer, n, inner } = rows;
  let empty = -1;
  for (let row = 0; row < outer * inner; row++) {
    const first = Math.floor(row / inner) * n * inner + (row % inner);
    if (!softmaxRow(heap, y + first, x + first, n, inner, temperature) && empty < 0) empty = row;
  }
  return empty;
}

/** Softmax of n numbers a stride apart; false if all of them are −∞. */
function softmaxRow(
  heap: Heap,
  y: number,
  x: number,
  n: number,
  stride: number,
  temperature: number,
): boolean {
  let max = -Infinity;
  // Math.max, unlike a comparison, lets a NaN through, so that a NaN is not mistaken for a mask.
  for (let j = 0; j < n; j++) max = Math.max(max, heap[x + j * stride] as number);
  if (max === -Infinity) return false;
  let sum = 0;
  for (let j = 0; j < n; j++) {
    const power = Math.exp(((heap[x + j * stride] as number) - max) / temperature);
    heap[y + j * stride] = power;
    sum += power;
  }
  for (let j = 0; j < n; j++) heap[y + j * stride] = (heap[y + j * stride] as number) / sum;
  return true;
}

/** See `Kernels.softmaxGradient`. */
export function softmaxGradient(
  heap: Heap,
  gx: number,
  gy: number,
  y: number,
  rows: Rows,
  temperature: number,
): void {
  const { outer, n, inner } = rows;
  for (let row = 0; row < outer * inner; row++) {
    const first = Math.floor(row / inner) * n * inner + (row % inner);
    let dot = 0;
    for (let j = 0, at = first; j < n; j++, at += inner) {
      dot += (heap[gy + at] as number) * (heap[y + at] as number);
    }
    for (let j = 0, at = first; j < n; j++, at += inner) {
      const change = ((heap[y + at] as number) * ((heap[gy + at] as number) - dot)) / temperature;
      heap[gx + at] = (heap[gx + at] as number) + change;
    }
  }
}

/** See `Kernels.crossEntropy`. */
export function crossEntropy(
  heap: Heap,
  nll: number,
  p: number,
  x: number,
  targets: number,
  rows: number,
  width: number,
): void {
  for (let r = 0; r < rows; r++) {
    const from = x + r * width;
    const to = p + r * width;
    let max = -Infinity;
    for (let j = 0; j < width; j++) max = Math.max(max, heap[from + j] as number);
    const targetLogit = heap[from + (heap[targets + r] as number)] as number;
    let sum = 0;
    for (let j = 0; j < width; j++) {
      const power = Math.exp((heap[from + j] as number) - max);
      heap[to + j] = power;
      sum += power;
    }
    for (let j = 0; j < width; j++) heap[to + j] = (heap[to + j] as number) / sum;
    heap[nll + r] = Math.log(sum) + (max - targetLogit);
  }
}

/** See `Kernels.crossEntropyGradient`. */
export function crossEntropyGradient(
  heap: Heap,
  gx: number,
  g: number,
  p: number,
  targets: number,
  rows: number,
  width: number,
): void {
  for (let r = 0; r < rows; r++) {
    const factor = heap[g + r] as number;
    const target = heap[targets + r] as number;
    for (let j = 0; j < width; j++) {
      const at = gx + r * width + j;
      const excess = (heap[p + r * width + j] as number) - (j === target ? 1 : 0);
      heap[at] = (heap[at] as number) + factor * excess;
    }
  }
}

/** See `Kernels.layerNorm`. */
export function layerNorm(
  heap: Heap,
  normalised: number,
  inverse: number,
  x: number,
  rows: number,
  width: number,
  eps: number,
): void {
  for (let r = 0; r < rows; r++) {
    const from = x + r * width;
    let sum = 0;
    for (let j = 0; j < width; j++) sum += heap[from + j] as number;
    const mean = sum / width;
    let squares = 0;
    for (let j = 0; j < width; j++) squares += ((heap[from + j] as number) - mean) ** 2;
    const factor = 1 / Math.sqrt(squares / width + eps);
    heap[inverse + r] = factor;
    for (let j = 0; j < width; j++) {
      heap[normalised + r * width + j] = ((heap[from + j] as number) - mean) * factor;
    }
  }
}

/** See `Kernels.layerNormGradient`. */
export function layerNormGradient(
  heap: Heap,
  gx: number,
  g: number,
  normalised: number,
  inverse: number,
  rows: number,
  width: number,
): void {
  for (let r = 0; r < rows; r++) {
    const first = r * width;
    let sum = 0;
    let dot = 0;
    for (let j = first; j < first + width; j++) {
      sum += heap[g + j] as number;
      dot += (heap[g + j] as number) * (heap[normalised + j] as number);
    }
    const factor = heap[inverse + r] as number;
    for (let j = first; j < first + width; j++) {
      const pulled = (heap[g + j] as number) - sum / width - ((heap[normalised + j] as number) * dot) / width;
      heap[gx + j] = (heap[gx + j] as number) + factor * pulled;
    }
  }
}
