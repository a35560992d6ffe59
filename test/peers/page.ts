/** @file The page that starts the worker: `contests(settings)` is called from outside. */
import type { Contest, ContestSettings } from '../../src/cli/bench/contestReport.ts';

function contests(settings: ContestSettings): Promise<Contest[]> {
  const worker = new Worker(new URL('./inWorker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<{ result?: Contest[]; error?: string }>) => {
      worker.terminate();
      if (data.result !== undefined) resolve(data.result);
      else reject(new Error(data.error));
    });
    worker.addEventListener('error', (event) => reject(new Error(`the worker failed: ${event.message}`)));
    worker.postMessage(settings);
  });
}

Object.assign(globalThis, { contests });
