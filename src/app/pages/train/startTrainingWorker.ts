/** @file Starts the worker that trains: apart from the other's start, so that it is loaded with its page. */
import type { Started } from '../../../worker/client.ts';
import { started } from '../../startWorker.ts';

/** A new worker that trains. */
export function startTrainingWorker(): Started {
  return started(
    new Worker(new URL('../../../worker/training/entry.ts', import.meta.url), { type: 'module' }),
  );
}
