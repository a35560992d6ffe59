/** @file What the module offers: the numerical part of `Kernels`, in AssemblyScript (compiled by src/cli/buildKernels.mjs). */
import { HEAP } from './memory';

/** Where the heap begins, in bytes. */
export function heapBase(): usize {
  return HEAP;
}

export * from './functions';
export * from './gemm';
export * from './gru';
export * from './layerNorm';
export * from './multiplyAdd';
export * from './softmax';
export * from './updates';
