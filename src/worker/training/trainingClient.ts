/** @file The page's end of training: starts the worker, remembers its last checkpoint, and goes on from there when it has died. */
import type { PlainModel } from '../../training/plainModel.ts';
import type { TaskSettings } from '../../training/settings.ts';
import type { Checkpoint } from '../../training/trainer.ts';
import type { Started } from '../client.ts';
import type { ForcedWord } from '../protocol.ts';
import type { FromTrainer, RunState, ToTrainer, Traced } from './protocol.ts';

/** What the client tells of the present run. */
export type TrainingNews =
  | Exclude<FromTrainer, { readonly kind: 'traced' } | { readonly kind: 'ready' }>
  | { readonly kind: 'ready'; readonly simd: boolean }
  /** The worker died. Another is started from the last checkpoint, at this step; paused. null: there was no run. */
  | { readonly kind: 'died'; readonly run: number; readonly step: number | null };

export interface TrainingClientOptions {
  readonly start: () => Started;
  readonly onNews: (news: TrainingNews) => void;
  /** Calls back once a second; returns how to stop it. */
  readonly beat: (callback: () => void) => () => void;
}

/** Seconds of silence, while it has work, after which a worker counts as dead. Drawing the examples of a run is done in one go, and takes a while. */
const SILENCE_ALLOWED = 15;

interface Waiting {
  readonly resolve: (traced: Traced) => void;
  readonly reject: (reason: unknown) => void;
}

/** Speaks with the worker that trains. It is started by the first word. */
export class TrainingClient {
  private readonly options: TrainingClientOptions;
  private worker: Started | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private run = 0;
  private begun: { readonly settings: TaskSettings; watched: readonly string[] } | undefined;
  private last: Checkpoint<TaskSettings> | undefined;
  private state: 'none' | 'making' | RunState = 'none';
  /** The run was told to go on, and has not said that it is over: what it said before it heard so is no rest. */
  private going = false;
  private silence = 0;
  private stopBeat: (() => void) | undefined;

  constructor(options: TrainingClientOptions) {
    this.options = options;
  }

  /** Makes a run in place of the one there was. Returns its number. */
  begin(settings: TaskSettings, watched: readonly string[]): number {
    this.run += 1;
    this.begun = { settings, watched };
    this.last = undefined;
    this.state = 'making';
    this.going = false;
    this.say({ kind: 'begin', run: this.run, settings, watched });
    return this.run;
  }

  /** Goes on, or pauses. */
  go(on: boolean): void {
    this.going = on && this.state !== 'done';
    this.say({ kind: 'go', on });
  }

  /** Learns from one batch, and pauses. */
  step(): void {
    this.going = false;
    this.say({ kind: 'step' });
  }

  watch(watched: readonly string[]): void {
    if (this.begun !== undefined) this.begun.watched = watched;
    this.say({ kind: 'watch', watched });
  }

  /** What a model writes for a sentence, with all numbers. Rejects with an Error that says why it cannot. */
  trace(model: PlainModel, symbols: readonly string[], forced: readonly ForcedWord[] = []): Promise<Traced> {
    return new Promise((resolve, reject) => {
      this.lastId += 1;
      this.waiting.set(this.lastId, { resolve, reject });
      this.say({ kind: 'trace', id: this.lastId, model, symbols, forced });
    });
  }

  /** Ends the worker; the next word starts another, with no run. */
  stop(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.begun = undefined;
    this.state = 'none';
    this.going = false;
    this.stopBeat?.();
    this.stopBeat = undefined;
    this.rejectAll('The worker was stopped.');
  }

  private say(message: ToTrainer): void {
    this.running().postMessage(message, []);
  }

  private running(): Started {
    if (this.worker !== undefined) return this.worker;
    const started = this.options.start();
    this.worker = started;
    this.silence = 0;
    this.stopBeat ??= this.options.beat(() => this.listen());
    started.addEventListener('message', ({ data }) => {
      if (this.worker === started) this.hear(data as FromTrainer);
    });
    started.onDeath(() => this.die(started));
    return started;
  }

  /** Counts the seconds of silence while something is awaited. */
  private listen(): void {
    const busy = this.waiting.size > 0 || this.going || this.state === 'making' || this.state === 'running';
    this.silence = busy ? this.silence + 1 : 0;
    if (this.silence > SILENCE_ALLOWED && this.worker !== undefined) this.die(this.worker);
  }

  private hear(message: FromTrainer): void {
    this.silence = 0;
    if (message.kind === 'traced') {
      this.waiting.get(message.id)?.resolve(message.traced);
      this.waiting.delete(message.id);
      return;
    }
    if (message.kind === 'failed' && message.id !== null) {
      this.waiting.get(message.id)?.reject(new Error(message.message));
      this.waiting.delete(message.id);
      return;
    }
    if (message.kind !== 'ready' && message.run !== this.run) return; // of a run that is no more
    if (message.kind === 'progress') this.state = message.state;
    if (message.kind === 'failed') this.state = 'paused';
    if (this.state === 'done' || message.kind === 'failed') this.going = false;
    if (message.kind === 'check') this.last = message.check.checkpoint;
    this.options.onNews(message);
  }

  private die(dead: Started): void {
    if (this.worker !== dead) return;
    dead.terminate();
    this.worker = undefined;
    this.rejectAll('The worker stopped before it had answered.');
    const { begun, last, run } = this;
    this.options.onNews({ kind: 'died', run, step: begun === undefined ? null : (last?.step ?? 0) });
    this.going = false;
    if (begun === undefined) return;
    this.state = 'making';
    this.say({ kind: 'begin', run, ...begun, ...(last === undefined ? {} : { from: last }) });
  }

  private rejectAll(why: string): void {
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of waiting) reject(new Error(why));
  }
}
