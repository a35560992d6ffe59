/** @file The worker's end: takes requests one after another, hears cancellations in between, and says that it is alive. */
import type { Endpoint } from './endpoint.ts';
import type { Execute } from './execute.ts';
import { FileError } from './modelFile.ts';
import type { FromWorker, Request, ToWorker } from './protocol.ts';

export interface ServeOptions {
  readonly execute: Execute;
  /** Whether the fast kernels can run here. */
  readonly simd: boolean;
  readonly now: () => number;
  /** Lets waiting messages in. */
  readonly pause: () => Promise<void>;
  /** Calls back every so often while there is work; returns how to stop it. */
  readonly beat: (callback: () => void) => () => void;
}

interface Job {
  readonly id: number;
  readonly request: Request;
  readonly abort: AbortController;
  progress: number;
}

/** Milliseconds between two messages about progress. */
const progressEvery = 50;

/** Serves requests that arrive at an end of a channel. */
export function serve(endpoint: Endpoint, options: ServeOptions): void {
  const { execute, simd, now, pause, beat } = options;
  const waiting: Job[] = [];
  let current: Job | undefined;
  let app = '';

  const post = (message: FromWorker, transfer: readonly ArrayBuffer[] = []): void => {
    endpoint.postMessage(message, [...transfer]);
  };

  async function answer(job: Job): Promise<void> {
    const { id, request, abort } = job;
    let told = now();
    const progress = (share: number): void => {
      job.progress = share;
      if (now() - told < progressEvery) return;
      told = now();
      post({ id, progress: share });
    };
    try {
      const { reply, transfer } = await execute(request, { signal: abort.signal, now, pause, progress, app });
      if (!abort.signal.aborted) post({ id, reply }, transfer);
    } catch (error) {
      if (abort.signal.aborted) return;
      const of = error instanceof FileError ? 'files' : error instanceof RangeError ? 'request' : 'app';
      post({ id, error: error instanceof Error ? error.message : String(error), of });
    }
  }

  async function work(): Promise<void> {
    const stop = beat(() => {
      if (current !== undefined) post({ id: current.id, progress: current.progress });
    });
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      current = job;
      await answer(job);
      current = undefined;
    }
    stop();
  }

  function cancel(id: number): void {
    const place = waiting.findIndex((job) => job.id === id);
    const job = place < 0 ? (current?.id === id ? current : undefined) : waiting.splice(place, 1)[0];
    if (job === undefined || job.abort.signal.aborted) return;
    job.abort.abort();
    post({ id, cancelled: true });
  }

  endpoint.addEventListener('message', ({ data }) => {
    const message = data as ToWorker;
    if ('app' in message) app = message.app;
    else if ('cancel' in message) cancel(message.id);
    else {
      const idle = waiting.length === 0 && current === undefined;
      waiting.push({ id: message.id, request: message.request, abort: new AbortController(), progress: 0 });
      if (idle) void work();
    }
  });
  post({ id: -1, ready: { simd } });
}
