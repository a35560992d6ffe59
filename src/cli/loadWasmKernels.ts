/** @file The WebAssembly kernels for programs in Node: the compiled module is read from the file system. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Kernels } from '../engine/kernels/kernels.ts';
import { createWasmKernels } from '../engine/kernels/wasm.ts';

/** Kernels of their own memory. Every Node that this project supports has SIMD. */
export function loadWasmKernels(): Kernels {
  const file = fileURLToPath(new URL('../engine/kernels/kernels.wasm', import.meta.url));
  return createWasmKernels(new Uint8Array(readFileSync(file)));
}
