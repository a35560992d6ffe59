/** @file A worker that trains, for tests: the real server at the other end of a MessageChannel, which can be killed. */
import { loadWasmKernels } from '../../../src/cli/loadWasmKernels.ts';
import type { Started } from '../../../src/worker/client.ts';
import type { Endpoint } from '../../../src/worker/endpoint.ts';
import { serveTraining } from '../../../src/worker/training/serveTraining.ts';

export interface TestTrainer extends Started {
  /** As if it had crashed: silent from now on, and, where told, known to be dead. */
  kill(told: boolean): void;
}

/** Starts a server at the far end of a channel. */
export function startTestTrainer(): TestTrainer {
  const { port1, port2 } = new MessageChannel();
  let died: (() => void) | undefined;
  let over = false;
  const end = (): void => {
    over = true;
    port1.close();
    port2.close();
  };
  port1.start();
  port2.start();
  serveTraining(port2 as unknown as Endpoint, {
    // As in a browser, other messages may arrive before the kernels.
    kernels: () => new Promise((resolve) => setTimeout(() => resolve(loadWasmKernels()), 5)),
    simd: true,
    now: () => performance.now(),
    // A dead worker stays where it is: nothing more is computed.
    pause: () =>
      new Promise((resume) => {
        setImmediate(() => {
          if (!over) resume();
        });
      }),
  });
  return {
    postMessage: (message, transfer = []) => {
      if (!over) port1.postMessage(message, transfer);
    },
    addEventListener: (type, listener) =>
      port1.addEventListener(type, listener as unknown as (event: Event) => void),
    onDeath(listener) {
      died = listener;
    },
    terminate: end,
    kill(told) {
      end();
      if (told) died?.();
    },
  };
}
