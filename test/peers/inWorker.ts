/** @file Holds the contests in a worker of the browser: settings in, the result out. */
import plainAddress from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdAddress from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedAddress from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import onnxAddress from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import * as ort from 'onnxruntime-web/wasm';
import type { ContestSettings } from '../../src/cli/bench/contestReport.ts';
import kernelsAddress from '../../src/engine/kernels/kernels.wasm?url';
import type { Kernels } from '../../src/engine/kernels/kernels.ts';
import { createWasmKernels } from '../../src/engine/kernels/wasm.ts';
import { contests } from './contest.ts';

setWasmPaths({
  'tfjs-backend-wasm.wasm': plainAddress,
  'tfjs-backend-wasm-simd.wasm': simdAddress,
  'tfjs-backend-wasm-threaded-simd.wasm': threadedAddress,
});
setThreadsCount(1);
ort.env.wasm.numThreads = 1;
ort.env.wasm.wasmPaths = { wasm: onnxAddress };

/** Our kernels as the app's worker has them, each with a memory of its own. */
async function loadKernels(): Promise<Kernels> {
  const response = await fetch(kernelsAddress);
  return createWasmKernels(await WebAssembly.compile(await response.arrayBuffer()));
}

addEventListener('message', (event: MessageEvent<ContestSettings>) => {
  void contests(event.data, loadKernels).then(
    (result) => postMessage({ result }),
    (error: unknown) => postMessage({ error: String(error) }),
  );
});
