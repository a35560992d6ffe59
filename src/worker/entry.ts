/** @file The worker: starts serving in its own scope. */
import { hasSimd } from '../engine/kernels/simd.ts';
import type { Endpoint } from './endpoint.ts';
import { createExecute } from './execute.ts';
import { ownPause } from './ownPause.ts';
import { serve } from './serve.ts';

serve(self as unknown as Endpoint, {
  execute: createExecute((address, options) => fetch(address, options)),
  simd: hasSimd(),
  now: () => performance.now(),
  pause: ownPause(),
  beat(callback) {
    const timer = setInterval(callback, 1000);
    return () => clearInterval(timer);
  },
});
