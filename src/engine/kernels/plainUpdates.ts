/** @file Fused updates over the plain heap: the GRU's gates and state with their gradients, and Adam. */
import { functions } from './functions.ts';
import type { Adam } from './kernels.ts';
import type { Heap } from './plainHeap.ts';

const sigmoid = functions.sigmoid.value;

/** See `Kernels.gruGates`. */
export function gruGates(
  heap: Heap,
  z: number,
  r: number,
  reset: number,
  zIn: number,
  rIn: number,
  h: number,
  length: number,
): void {
  for (let i = 0; i < length; i++) {
    heap[z + i] = sigmoid(heap[zIn + i] as number, 0);
    heap[r + i] = sigmoid(heap[rIn + i] as number, 0);
    heap[reset + i] = (heap[r + i] as number) * (heap[h + i] as number);
  }
}

/** See `Kernels.gruNext`. */
export function gruNext(
  heap: Heap,
  next: number,
  candidate: number,
  cIn: number,
  z: number,
  h: number,
  length: number,
  keep: boolean,
): void {
  for (let i = 0; i < length; i++) {
    heap[candidate + i] = Math.tanh(heap[cIn + i] as number);
    const gate = heap[z + i] as number;
    const fresh = keep ? 1 - gate : gate;
    const kept = keep ? gate : 1 - gate;
    heap[next + i] = kept * (heap[h + i] as number) + fresh * (heap[candidate + i] as number);
  }
}

/** See `Kernels.gruNextGradient`. With keep the gate's gradient changes sign and the two shares change places. */
export function gruNextGradient(
  heap: Heap,
  gC: number,
  gZ: number,
  gH: number,
  gNext: number,
  candidate: number,
  z: number,
  h: number,
  length: number,
  keep: boolean,
): void {
  for (let i = 0; i < length; i++) {
    const g = heap[gNext + i] as number;
    const c = heap[candidate + i] as number;
    const state = heap[h + i] as number;
    const gate = heap[z + i] as number;
    const fresh = keep ? 1 - gate : gate;
    const kept = keep ? gate : 1 - gate;
    heap[gC + i] = g * fresh * (1 - c * c);
    heap[gZ + i] = g * (keep ? state - c : c - state) * gate * (1 - gate);
    heap[gH + i] = (heap[gH + i] as number) + g * kept;
  }
}

/** See `Kernels.gruResetGradient`. */
export function gruResetGradient(
  heap: Heap,
  gR: number,
  gH: number,
  gReset: number,
  r: number,
  h: number,
  length: number,
): void {
  for (let i = 0; i < length; i++) {
    const g = heap[gReset + i] as number;
    const gate = heap[r + i] as number;
    heap[gR + i] = g * (heap[h + i] as number) * gate * (1 - gate);
    heap[gH + i] = (heap[gH + i] as number) + g * gate;
  }
}

/** See `Kernels.adam`. */
export function adam(heap: Heap, call: Adam): void {
  const { parameter, gradient, m, v, length, rate, beta1, beta2, correction1, correction2, eps } = call;
  for (let i = 0; i < length; i++) {
    const g = call.gradientFactor * (heap[gradient + i] as number);
    const first = beta1 * (heap[m + i] as number) + (1 - beta1) * g;
    const second = beta2 * (heap[v + i] as number) + (1 - beta2) * g * g;
    heap[m + i] = first;
    heap[v + i] = second;
    const step = (rate * (first / correction1)) / (Math.sqrt(second / correction2) + eps);
    heap[parameter + i] = (heap[parameter + i] as number) - step;
  }
}
