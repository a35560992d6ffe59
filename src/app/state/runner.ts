/** @file Keeps what is shown up to date with what is wanted: one run at a time, the former one given up. */
import type { MechanismId } from '../../params/translation.ts';
import { displayToken } from '../../tasks/translation/display.ts';
import { WorkerDied, WorkerError, type CallOptions, type Client } from '../../worker/client.ts';
import type { LoadedModel } from '../../worker/protocol.ts';
import type { Run, Shown, Wanted } from './appState.ts';
import { isSame, wantedOf } from './derived.ts';
import { knownForced, shownOf } from './shown.ts';
import type { AppStore } from './store.ts';

/** What the runner needs of the worker's client. */
export type Asks = Pick<Client, 'call' | 'callAgain'>;

export type RunOptions = CallOptions & { readonly onRestart: () => void };

/** D, where the reader has chosen one. */
function reachOf({ reach = 0 }: Wanted): { readonly reach?: number } {
  return reach === 0 ? {} : { reach };
}

/** Why a run failed, for the reader. */
export function failureOf(error: unknown): Run {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof WorkerError) return { state: 'failed', of: error.of, message };
  return { state: 'failed', of: error instanceof WorkerDied ? 'worker' : 'app', message };
}

/** Runs what is wanted, from `start` on and whenever it changes, and what else the page asks of the worker. */
export class Runner {
  private readonly store: AppStore;
  private readonly client: Asks;
  private unsubscribe = (): void => undefined;
  private abort = new AbortController();
  private asked: Wanted | 'empty' | 'long' | undefined;

  constructor(store: AppStore, client: Asks) {
    this.store = store;
    this.client = client;
  }

  /** Begins to run what is wanted. */
  start(): void {
    this.unsubscribe = this.store.subscribe((state, before) => {
      const again = state.attempt !== before.attempt;
      if (again || state.link !== before.link) this.look(again);
    });
    this.look(false);
  }

  stop(): void {
    this.unsubscribe();
    this.abort.abort();
  }

  /** The reader gives the run up. */
  cancel(): void {
    if (this.store.getState().run.state !== 'running') return;
    this.abort.abort();
    this.store.setState({ run: { state: 'idle', why: 'cancelled' } });
  }

  /** Asks how the word of target step t (from 1) would fare with each source word left out. */
  async askWithout(t: number): Promise<void> {
    const { getState: get, setState: set } = this.store;
    const { shown, without } = get();
    if (shown === null || (without?.shown === shown && without.t === t)) return;
    const { target, source, mechanism } = shown.translation;
    const written = [...target, ''].slice(0, t); // '' stands for the end mark
    set({ without: { shown, t, answer: 'running' } });
    const request = {
      kind: 'without',
      mechanism,
      words: source,
      target: written,
      t: t - 1,
      ...reachOf(shown.wanted),
    } as const;
    try {
      const reply = await this.client.call<'without'>(request, { signal: this.abort.signal });
      const shownAs = reply.without.map((one) => ({ ...one, likeliest: displayToken(one.likeliest) }));
      const answer = { ...reply, without: shownAs };
      if (get().without?.shown === shown && get().without?.t === t) set({ without: { shown, t, answer } });
    } catch {
      // The reader has gone on, or the worker has died: the question can be asked again.
      if (get().without?.shown === shown) set({ without: null });
    }
  }

  /** Asks for the gradients of the shown translation's words. */
  async askSaliency(): Promise<void> {
    const { getState: get, setState: set } = this.store;
    const { shown, saliency } = get();
    if (shown === null || (saliency?.shown === shown && saliency.answer !== 'failed')) return;
    const { target, source, mechanism } = shown.translation;
    set({ saliency: { shown, answer: 'running' } });
    const request = { kind: 'saliency', mechanism, words: source, target, ...reachOf(shown.wanted) } as const;
    try {
      const answer = await this.client.call<'saliency'>(request, { signal: this.abort.signal });
      if (get().saliency?.shown === shown) set({ saliency: { shown, answer } });
    } catch {
      // The reader has gone on, or the worker has died: it can be asked again.
      if (get().saliency?.shown === shown) set({ saliency: { shown, answer: 'failed' } });
    }
  }

  /** Loads a model's card where no run has done so: for a page that shows it. */
  async load(mechanism: MechanismId): Promise<void> {
    const { models, link } = this.store.getState();
    if (models[mechanism] !== undefined || typeof wantedOf(link) !== 'string') return;
    try {
      await this.modelOf(mechanism, { signal: new AbortController().signal, onRestart: () => undefined });
    } catch (error) {
      this.store.setState({ run: failureOf(error) });
    }
  }

  /** Runs the published cases, once. */
  async prove(): Promise<void> {
    const { getState: get, setState: set } = this.store;
    if (get().proof.state === 'running' || get().proof.state === 'done') return;
    set({ proof: { state: 'running' } });
    try {
      const options = { signal: new AbortController().signal, onRestart: () => undefined };
      const { results } = await this.client.callAgain<'proof'>({ kind: 'proof' }, options);
      set({ proof: { state: 'done', results } });
    } catch (error) {
      set({ proof: { state: 'failed', message: error instanceof Error ? error.message : String(error) } });
    }
  }

  /** A translation for whoever asks: the page that is stepped through, or one that shows two. */
  async translate(wanted: Wanted, options: RunOptions): Promise<Shown> {
    const { mechanism, words, beam, hypothesis } = wanted;
    const model = await this.modelOf(mechanism, options);
    const forced = knownForced(model, wanted.forced).map(({ t, word }) => ({ t: t - 1, word }));
    const request = {
      kind: 'translate',
      mechanism,
      words,
      beam,
      hypothesis: hypothesis - 1,
      forced,
      ...reachOf(wanted),
    } as const;
    return shownOf(wanted, model, await this.client.callAgain<'translate'>(request, options));
  }

  /** Begins, gives up or leaves the run, as the state asks for. */
  private look(again: boolean): void {
    const { link, shown } = this.store.getState();
    if (link.other !== null) return; // the translation waits behind the page
    const wanted = wantedOf(link);
    if (typeof wanted === 'string') {
      this.abort.abort();
      this.asked = wanted;
      this.store.setState({ run: { state: 'idle', why: wanted } });
      return;
    }
    const isAsked = this.asked !== undefined && typeof this.asked !== 'string' && isSame(wanted, this.asked);
    if (isAsked && !again) return;
    this.asked = wanted;
    if (!again && shown !== null && isSame(wanted, shown.wanted)) {
      this.abort.abort(); // back to what is shown before another had arrived
      this.store.setState({ run: { state: 'done' } });
      return;
    }
    void this.run(wanted);
  }

  private async run(wanted: Wanted): Promise<void> {
    const { setState: set } = this.store;
    this.abort.abort();
    this.abort = new AbortController();
    const { signal } = this.abort;
    set({ run: { state: 'running', progress: null, restarted: false } });
    const options = this.optionsOf(signal);
    try {
      const shown = await this.translate(wanted, options);
      if (signal.aborted) return;
      set({ shown, run: { state: 'done' }, without: null, saliency: null });
    } catch (error) {
      if (!signal.aborted) set({ run: failureOf(error) });
    }
  }

  /** Tells the state of progress and restarts, as long as the run is the current one. */
  private optionsOf(signal: AbortSignal): RunOptions {
    const { getState: get, setState: set } = this.store;
    return {
      signal,
      onProgress(progress: number) {
        const { run } = get();
        if (!signal.aborted && run.state === 'running') set({ run: { ...run, progress } });
      },
      onRestart() {
        if (signal.aborted) return;
        const { restarts, dismissed } = get();
        const run: Run = { state: 'running', progress: null, restarted: true };
        const others = [...dismissed].filter((id) => id !== 'restarted');
        set({ run, restarts: restarts + 1, dismissed: new Set(others) });
      },
    };
  }

  private async modelOf(mechanism: MechanismId, options: RunOptions): Promise<LoadedModel> {
    const known = this.store.getState().models[mechanism];
    if (known !== undefined) return known;
    const loaded = await this.client.callAgain<'load'>({ kind: 'load', mechanism }, options);
    this.store.setState(({ models }) => ({ models: { ...models, [mechanism]: loaded } }));
    return loaded;
  }
}
