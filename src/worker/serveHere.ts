/** @file Serves requests where this runs: in the worker, or in a page that may start none. */
import { hasSimd } from '../engine/kernels/simd.ts';
import type { Endpoint } from './endpoint.ts';
import { createExecute } from './execute.ts';
import { ownPause } from './ownPause.ts';
import { serve } from './serve.ts';

/** Serves at an end of a channel, with this scope's clock and files. */
export function serveHere(endpoint: Endpoint): void {
  serve(endpoint, {
    execute: createExecute((address, options) => fetch(address, options)),
    simd: hasSimd(),
    now: () => performance.now(),
    pause: ownPause(),
    beat(callback) {
      const timer = setInterval(callback, 1000);
      return () => clearInterval(timer);
    },
  });
}
