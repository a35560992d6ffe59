/** @file The worker that trains: starts serving in its own scope. */
import { hasSimd } from '../../engine/kernels/simd.ts';
import { createPlainKernels } from '../../engine/kernels/plain.ts';
import { createWasmKernels } from '../../engine/kernels/wasm.ts';
import type { Endpoint } from '../endpoint.ts';
import { compileKernels } from '../loadWasmKernels.ts';
import { ownPause } from '../ownPause.ts';
import { serveTraining } from './serveTraining.ts';

let module: Promise<WebAssembly.Module> | undefined;

serveTraining(self as unknown as Endpoint, {
  simd: hasSimd(),
  async kernels() {
    if (!hasSimd()) return createPlainKernels('float32');
    module ??= compileKernels((address) => fetch(address));
    try {
      return createWasmKernels(await module);
    } catch (error) {
      module = undefined; // a failed fetch may succeed the next time
      throw error;
    }
  },
  now: () => performance.now(),
  pause: ownPause(),
});
