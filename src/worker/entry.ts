/** @file The worker: starts serving in its own scope. */
import { hasSimd } from '../engine/kernels/simd.ts';
import type { Endpoint } from './endpoint.ts';
import { createExecute } from './execute.ts';
import { serve } from './serve.ts';

const { port1, port2 } = new MessageChannel();
const paused: (() => void)[] = [];
port1.addEventListener('message', () => paused.shift()?.());
port1.start();

serve(self as unknown as Endpoint, {
  execute: createExecute((address, options) => fetch(address, options)),
  simd: hasSimd(),
  now: () => performance.now(),
  // A message to oneself comes back sooner than a timer, which browsers hold back for 4 ms.
  pause: () =>
    new Promise((resume) => {
      paused.push(resume);
      port2.postMessage(null);
    }),
  beat(callback) {
    const timer = setInterval(callback, 1000);
    return () => clearInterval(timer);
  },
});
