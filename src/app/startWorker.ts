/** @file Starts the worker of the page. */
import type { Endpoint } from '../worker/endpoint.ts';
import type { Started } from '../worker/client.ts';

/** A new worker; its death is known where the browser tells of it. Where the page may start none, it computes in the page. */
export function startWorker(): Started {
  try {
    return started(new Worker(new URL('../worker/entry.ts', import.meta.url), { type: 'module' }));
  } catch {
    // In a sandboxed frame the page has an origin of its own, to which no script belongs.
    return startInPage();
  }
}

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

/** The same server at the far end of a channel, in the page itself: it works in pieces of 8 ms, so the page is still there for its reader. */
function startInPage(): Started {
  const { port1, port2 } = new MessageChannel();
  let onDeath = (): void => undefined;
  void (async () => {
    try {
      const { serveHere } = await import('../worker/serveHere.ts');
      serveHere(port2 as unknown as Endpoint);
      port2.start();
    } catch {
      onDeath();
    }
  })();
  port1.start();
  return {
    postMessage: (message, transfer = []) => port1.postMessage(message, transfer),
    addEventListener: (type, listener) => port1.addEventListener(type, listener),
    onDeath(listener) {
      onDeath = listener;
    },
    terminate() {
      port1.close();
      port2.close();
    },
  };
}
