/** @file The worker: starts serving in its own scope. */
import type { Endpoint } from './endpoint.ts';
import { serveHere } from './serveHere.ts';

serveHere(self as unknown as Endpoint);
