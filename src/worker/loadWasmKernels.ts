/** @file The float32 kernels for the browser's worker: the compiled module is fetched from beside the app. */
import type { Kernels } from '../engine/kernels/kernels.ts';
import { createPlainKernels } from '../engine/kernels/plain.ts';
import { hasSimd } from '../engine/kernels/simd.ts';
import { createWasmKernels } from '../engine/kernels/wasm.ts';

/** The kernels, and whether they are the slow ones in plain TypeScript (where there is no SIMD), so that a note can say so. */
export interface LoadedKernels {
  readonly kernels: Kernels;
  readonly slow: boolean;
}

/** The compiled module. Throws an Error with the address and the status when it cannot be fetched. */
export async function compileKernels(
  fetch: (address: string) => Promise<Response>,
): Promise<WebAssembly.Module> {
  const address = new URL('../engine/kernels/kernels.wasm', import.meta.url);
  const response = await fetch(address.href);
  if (!response.ok)
    throw new Error(`The kernels at ${address.href} answered ${response.status}, expected 200.`);
  // Compiled from bytes: hosts that serve .wasm under another type would refuse to stream it.
  return WebAssembly.compile(await response.arrayBuffer());
}

/** The kernels of this browser. Throws as `compileKernels` does. */
export async function loadWasmKernels(fetch: (address: string) => Promise<Response>): Promise<LoadedKernels> {
  if (!hasSimd()) return { kernels: createPlainKernels('float32'), slow: true };
  return { kernels: createWasmKernels(await compileKernels(fetch)), slow: false };
}
