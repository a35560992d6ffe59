/** @file Holds the contests in Node: `node --import tsx inNode.ts '<settings>'`, the result as JSON on standard output. */
import { fileURLToPath } from 'node:url';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as ort from 'onnxruntime-web/wasm';
import type { ContestSettings } from '../../src/cli/bench/contestReport.ts';
import { loadWasmKernels } from '../../src/cli/loadWasmKernels.ts';
import { contests } from './contest.ts';

setWasmPaths(fileURLToPath(new URL('node_modules/@tensorflow/tfjs-backend-wasm/wasm-out/', import.meta.url)));
setThreadsCount(1);
ort.env.wasm.numThreads = 1;
const settings = JSON.parse(process.argv[2] ?? '') as ContestSettings;
const result = await contests(settings, () => Promise.resolve(loadWasmKernels()));
process.stdout.write(`${JSON.stringify(result)}\n`);
