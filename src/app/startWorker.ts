/** @file Starts the worker of the page. */
import type { Started } from '../worker/client.ts';

/** A worker as its client sees it; its death is known where the browser tells of it. */
export function started(worker: Worker): Started {
  return {
    postMessage: (message, transfer = []) => worker.postMessage(message, transfer),
    addEventListener: (type, listener) => worker.addEventListener(type, listener),
    onDeath(listener) {
      worker.addEventListener('error', (event) => {
        event.preventDefault(); // it is told in the page, with what to do
        listener();
      });
      worker.addEventListener('messageerror', listener);
    },
    terminate: () => worker.terminate(),
  };
}

/** A new worker that translates and proves. */
export function startWorker(): Started {
  return started(new Worker(new URL('../worker/entry.ts', import.meta.url), { type: 'module' }));
}
