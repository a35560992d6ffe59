/** @file The end of the worker that trains: learns in slices, tells of it, and hears the page in between. */
import type { Kernels } from '../../engine/kernels/kernels.ts';
import { translate } from '../../models/seq2seq/translate.ts';
import { LiveRun, type Check } from '../../training/liveRun.ts';
import { modelOf } from '../../training/plainModel.ts';
import type { Endpoint } from '../endpoint.ts';
import { reasonOf } from '../modelFile.ts';
import { inPieces } from '../pieces.ts';
import type { FromTrainer, RunState, ToTrainer } from './protocol.ts';

export interface ServeTrainingOptions {
  /** New kernels with a heap of their own, for each run. */
  readonly kernels: () => Promise<Kernels>;
  readonly simd: boolean;
  /** Milliseconds on any clock. */
  readonly now: () => number;
  /** Lets waiting messages in. */
  readonly pause: () => Promise<void>;
}

/** The most symbols of a sentence that are traced: the columns of a worksheet. */
const MOST_SYMBOLS = 40;

/** Milliseconds of learning between two looks at the messages, and between two tellings. */
const SLICE = 16;
const TELL_EVERY = 100;

type Begin = Extract<ToTrainer, { kind: 'begin' }>;
type TraceRequest = Extract<ToTrainer, { kind: 'trace' }>;

/** Serves one page. */
class Trainings {
  private readonly endpoint: Endpoint;
  private readonly options: ServeTrainingOptions;
  private live: LiveRun | undefined;
  private run = 0;
  private state: RunState = 'paused';
  private learning = false;
  /** Whether the page wants the run to go on, as soon as it is there. */
  private wanted = false;
  private told = { at: 0, step: 0 };
  private checkedAt = -1;

  constructor(endpoint: Endpoint, options: ServeTrainingOptions) {
    this.endpoint = endpoint;
    this.options = options;
  }

  hear(message: ToTrainer): void {
    switch (message.kind) {
      case 'begin':
        void this.begin(message);
        return;
      case 'go':
        this.wanted = message.on;
        if (!message.on) this.halt();
        else void this.learn();
        return;
      case 'step':
        this.halt();
        this.oneStep();
        return;
      case 'watch':
        this.live?.watch(message.watched);
        if (!this.learning) this.tell();
        return;
      case 'trace':
        void this.trace(message);
        return;
    }
  }

  post(message: FromTrainer, transfer: ArrayBuffer[] = []): void {
    this.endpoint.postMessage(message, transfer);
  }

  private async begin({ run, settings, watched, from }: Begin): Promise<void> {
    this.run = run;
    this.live = undefined;
    this.state = 'paused';
    this.wanted = false;
    try {
      const kernels = await this.options.kernels();
      if (this.run !== run) return; // another was begun meanwhile
      const live = new LiveRun(kernels, settings, watched);
      if (from !== undefined) live.resume(from);
      this.live = live;
      this.checkedAt = from === undefined ? -1 : live.step;
      this.state = live.isDone ? 'done' : 'paused';
      this.post({ kind: 'begun', run, step: live.step, parameters: live.parameterCount });
      if (from === undefined) this.check();
      this.tell();
      if (this.wanted) void this.learn();
    } catch (error) {
      if (this.run === run) this.post({ kind: 'failed', run, id: null, message: reasonOf(error) });
    }
  }

  /** Pauses; what was learned is told and kept. */
  private halt(): void {
    if (this.state !== 'running') return;
    this.state = 'paused';
    this.live?.look();
    this.check();
    this.tell();
  }

  private oneStep(): void {
    const { live } = this;
    if (live === undefined || live.isDone) return;
    live.next();
    live.look();
    if (live.isDone) this.state = 'done';
    if (live.isDone || live.step % live.interval === 0) this.check();
    this.tell();
  }

  /** Learns until it is paused, done or replaced. */
  private async learn(): Promise<void> {
    const { live } = this;
    if (live === undefined || live.isDone) return;
    this.state = 'running';
    this.told = { at: this.options.now(), step: live.step };
    if (this.learning) return;
    this.learning = true;
    try {
      while (this.live === live && this.state === 'running') {
        this.slice(live);
        await this.options.pause();
      }
    } catch (error) {
      this.state = 'paused';
      this.post({ kind: 'failed', run: this.run, id: null, message: reasonOf(error) });
    }
    this.learning = false;
    // A run that took this one's place may have been told to go on meanwhile.
    if (this.live !== live && (this.state as RunState) === 'running') void this.learn();
  }

  private slice(live: LiveRun): void {
    const { now } = this.options;
    const end = now() + SLICE;
    do live.next();
    while (!live.isDone && live.step % live.interval !== 0 && now() < end);
    if (live.isDone) this.state = 'done';
    if (live.isDone || live.step % live.interval === 0) {
      live.look();
      this.check();
      if (live.isDone) this.tell();
    }
    if (now() - this.told.at >= TELL_EVERY) {
      live.look();
      this.tell();
    }
  }

  /** Judges the run and hands its checkpoint to the page, once a step. */
  private check(): void {
    const { live } = this;
    if (live === undefined || live.step === this.checkedAt) return;
    this.checkedAt = live.step;
    const check: Check = live.check();
    const { checkpoint, numbers } = check;
    const buffers = [checkpoint.store.numbers.buffer, numbers.buffer] as ArrayBuffer[];
    this.post({ kind: 'check', run: this.run, check }, buffers);
  }

  private tell(): void {
    const { live, run, state } = this;
    if (live === undefined) return;
    const at = this.options.now();
    const steps = live.step - this.told.step;
    const seconds = (at - this.told.at) / 1000;
    const stepsPerSecond = state !== 'paused' && steps > 0 && seconds > 0 ? steps / seconds : null;
    this.told = { at, step: live.step };
    this.post({ kind: 'progress', run, state, progress: live.progress(), stepsPerSecond });
  }

  private async trace({ id, model, symbols, forced }: TraceRequest): Promise<void> {
    try {
      if (symbols.length === 0 || symbols.length > MOST_SYMBOLS)
        throw new RangeError(`symbols: there are ${symbols.length}; expected 1 to ${MOST_SYMBOLS}`);
      const { now, pause } = this.options;
      const { signal } = new AbortController();
      const made = await inPieces(translate(modelOf(model), symbols, { forced }), { signal, now, pause });
      const { unknown, target, trace } = made;
      const traced = { source: symbols, unknown, target, trace };
      this.post({ kind: 'traced', id, traced }, [trace.data.buffer as ArrayBuffer]);
    } catch (error) {
      this.post({ kind: 'failed', run: this.run, id, message: reasonOf(error) });
    }
  }
}

/** Serves the page at the other end of a channel. */
export function serveTraining(endpoint: Endpoint, options: ServeTrainingOptions): void {
  const trainings = new Trainings(endpoint, options);
  endpoint.addEventListener('message', ({ data }) => trainings.hear(data as ToTrainer));
  trainings.post({ kind: 'ready', simd: options.simd });
}
