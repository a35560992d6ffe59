/** @file Starts the worker of the page. */
import type { Started } from '../worker/client.ts';

/** A new worker; its death is known where the browser tells of it. */
export function startWorker(): Started {
  const worker = new Worker(new URL('../worker/entry.ts', import.meta.url), { type: 'module' });
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
