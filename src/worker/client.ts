/** @file The page's end: every call takes a signal, a cancelled caller is told at once, and a dead worker rejects all and is started again. */
import type { Endpoint } from './endpoint.ts';
import type { FromWorker, ReplyOf, Request, ToWorker } from './protocol.ts';

/** A worker, or what stands for one in a test. */
export interface Started extends Endpoint {
  /** Called when the worker has died of itself, where that can be known at once. */
  onDeath(listener: () => void): void;
  terminate(): void;
}

export interface ClientOptions {
  /** Starts a worker. */
  readonly start: () => Started;
  /** The address of the app's folder, with a slash at its end. */
  readonly app: string;
  /** Calls back once a second while there is work; returns how to stop it. */
  readonly beat: (callback: () => void) => () => void;
  /** Told each time a worker is ready. */
  readonly onReady?: (ready: { readonly simd: boolean }) => void;
}

export interface CallOptions {
  readonly signal: AbortSignal;
  /** Told how much is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** The worker died before it answered. */
export class WorkerDied extends Error {
  override readonly name = 'WorkerDied';
}

/** The worker answered that it could not do what was asked. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';
  readonly of: 'files' | 'request' | 'app';

  constructor(message: string, of: 'files' | 'request' | 'app') {
    super(message);
    this.of = of;
  }
}

/** The request whose `kind` is K. */
export type RequestOf<K extends Request['kind']> = Extract<Request, { kind: K }>;

interface Pending {
  readonly resolve: (reply: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress: ((share: number) => void) | undefined;
}

/** Seconds of silence, while it has work, after which a worker that had been ready counts as dead. */
const silenceAllowed = 5;

function send(to: Endpoint, message: ToWorker): void {
  to.postMessage(message, []);
}

/** Starts a worker when it is needed, and speaks with it. */
export class Client {
  private readonly options: ClientOptions;
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;
  private worker: Started | undefined;
  private isReady = false;
  private silence = 0;
  private stopBeat: (() => void) | undefined;

  constructor(options: ClientOptions) {
    this.options = options;
  }

  /** Asks the worker. Rejects with the signal's reason, a WorkerError or WorkerDied. */
  call<K extends Request['kind']>(
    request: RequestOf<K>,
    { signal, onProgress }: CallOptions,
  ): Promise<ReplyOf[K]> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const asked = this.running();
      const id = (this.lastId += 1);
      const cancel = (): void => {
        this.pending.delete(id);
        this.restIfIdle();
        if (this.worker === asked) send(asked, { id, cancel: true });
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', cancel, { once: true });
      const settled =
        <T>(settle: (value: T) => void) =>
        (value: T): void => {
          signal.removeEventListener('abort', cancel);
          settle(value);
        };
      this.pending.set(id, {
        resolve: settled(resolve as (reply: unknown) => void),
        reject: settled(reject),
        onProgress,
      });
      this.watch();
      send(asked, { id, request });
    });
  }

  /** The same, but asks a new worker once more if the first dies; `onRestart` is told when it does. */
  async callAgain<K extends Request['kind']>(
    request: RequestOf<K>,
    options: CallOptions & { readonly onRestart: () => void },
  ): Promise<ReplyOf[K]> {
    try {
      return await this.call(request, options);
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      options.onRestart();
      return await this.call(request, options);
    }
  }

  /** Ends the worker. */
  stop(): void {
    if (this.worker !== undefined) this.die(this.worker);
  }

  /** Rejects every caller, and forgets the worker: the next call starts another. */
  private die(dead: Started): void {
    if (this.worker !== dead) return;
    this.worker = undefined;
    dead.terminate();
    const callers = [...this.pending.values()];
    this.pending.clear();
    this.restIfIdle();
    for (const { reject } of callers) reject(new WorkerDied('The worker stopped before it had answered.'));
  }

  private hear(from: Started, message: FromWorker): void {
    if (from !== this.worker) return;
    this.silence = 0;
    if ('ready' in message) {
      this.isReady = true;
      this.options.onReady?.(message.ready);
      return;
    }
    const caller = this.pending.get(message.id);
    if (caller === undefined) return; // a late word to somebody who has gone
    if ('progress' in message) {
      caller.onProgress?.(message.progress);
      return;
    }
    this.pending.delete(message.id);
    this.restIfIdle();
    if ('reply' in message) caller.resolve(message.reply);
    else if ('error' in message) caller.reject(new WorkerError(message.error, message.of));
    else caller.reject(new DOMException('The worker gave the work up.', 'AbortError'));
  }

  /** The worker, started if there is none. */
  private running(): Started {
    if (this.worker !== undefined) return this.worker;
    const started = this.options.start();
    this.worker = started;
    this.isReady = false;
    started.addEventListener('message', ({ data }) => this.hear(started, data as FromWorker));
    started.onDeath(() => this.die(started));
    send(started, { id: -1, app: this.options.app });
    return started;
  }

  /** Counts the seconds of silence while somebody waits. */
  private watch(): void {
    if (this.stopBeat !== undefined) return;
    this.silence = 0;
    this.stopBeat = this.options.beat(() => {
      if (this.isReady) this.silence += 1;
      if (this.silence > silenceAllowed && this.worker !== undefined) this.die(this.worker);
    });
  }

  private restIfIdle(): void {
    if (this.pending.size > 0) return;
    this.stopBeat?.();
    this.stopBeat = undefined;
  }
}
