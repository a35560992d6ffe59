/** @file Keeps what is shown up to date with what is wanted: one run at a time, the former one given up. */
import { displayToken } from '../../tasks/translation/display.ts';
import type { Client, CallOptions } from '../../worker/client.ts';
import { WorkerDied, WorkerError } from '../../worker/client.ts';
import type { MechanismId } from '../../params/translation.ts';
import type { LoadedModel, Translation } from '../../worker/protocol.ts';
import type { AppState, Run, Shown, Wanted } from './appState.ts';
import { cursorOfState, isSame, wantedOf } from './derived.ts';
import type { AppStore } from './store.ts';

/** What the runner needs of the worker's client. */
export type Asks = Pick<Client, 'call' | 'callAgain'>;

/** Forced words that a model has; the others cannot be written. */
export function knownForced({ targetWords }: LoadedModel, forced: Wanted['forced']): Wanted['forced'] {
  return forced.filter(({ word }) => targetWords.includes(word));
}

/** What is shown of a translation that has arrived. */
export function shownOf(wanted: Wanted, { targetWords, card }: LoadedModel, translation: Translation): Shown {
  return {
    wanted,
    translation,
    scene: {
      trace: translation.trace,
      source: translation.source,
      unknown: translation.unknown,
      target: translation.target.map(displayToken),
      targetWords: targetWords.map(displayToken),
      sourceLanguage: 'en',
      targetLanguage: 'fr',
      forced: wanted.forced.map(({ t }) => t),
      model: { name: card.id, cardHref: `#/1/about/${card.id}` },
    },
  };
}

/** Why a run failed, for the reader. */
function failureOf(error: unknown): Run {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof WorkerError) return { state: 'failed', of: error.of, message };
  return { state: 'failed', of: error instanceof WorkerDied ? 'worker' : 'app', message };
}

/** The part of the state that decides what is run. */
type Cause = Pick<AppState, 'link' | 'attempt'>;

/** Runs what is wanted, now and whenever it changes. Returns what also the page may ask for. */
export function startRunner(store: AppStore, client: Asks) {
  const { getState: get, setState: set } = store;
  let abort = new AbortController();
  let asked: Wanted | 'empty' | 'long' | undefined;

  async function modelOf(
    wanted: Wanted,
    options: CallOptions & { onRestart: () => void },
  ): Promise<LoadedModel> {
    const known = get().models[wanted.mechanism];
    if (known !== undefined) return known;
    const loaded = await client.callAgain<'load'>({ kind: 'load', mechanism: wanted.mechanism }, options);
    set(({ models }) => ({ models: { ...models, [wanted.mechanism]: loaded } }));
    return loaded;
  }

  async function run(wanted: Wanted): Promise<void> {
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    const isCurrent = (): boolean => !signal.aborted;
    set({ run: { state: 'running', progress: null, restarted: false } });
    const options = {
      signal,
      onProgress(progress: number) {
        const { run } = get();
        if (isCurrent() && run.state === 'running') set({ run: { ...run, progress } });
      },
      onRestart() {
        if (!isCurrent()) return;
        const { restarts, dismissed } = get();
        const run: Run = { state: 'running', progress: null, restarted: true };
        set({
          run,
          restarts: restarts + 1,
          dismissed: new Set([...dismissed].filter((id) => id !== 'restarted')),
        });
      },
    };
    try {
      const model = await modelOf(wanted, options);
      const forced = knownForced(model, wanted.forced).map(({ t, word }) => ({ t: t - 1, word }));
      const { mechanism, words, beam, hypothesis } = wanted;
      const request = {
        kind: 'translate',
        mechanism,
        words,
        beam,
        hypothesis: hypothesis - 1,
        forced,
      } as const;
      const translation = await client.callAgain<'translate'>(request, options);
      if (isCurrent())
        set({ shown: shownOf(wanted, model, translation), run: { state: 'done' }, without: null });
    } catch (error) {
      if (isCurrent()) set({ run: failureOf(error) });
    }
  }

  function look({ link }: Cause, again: boolean): void {
    const wanted = wantedOf(link);
    const { shown } = get();
    if (typeof wanted === 'string') {
      abort.abort();
      asked = wanted;
      set({ run: { state: 'idle', why: wanted } });
      return;
    }
    if (!again && asked !== undefined && typeof asked !== 'string' && isSame(wanted, asked)) return;
    asked = wanted;
    if (!again && shown !== null && isSame(wanted, shown.wanted)) {
      abort.abort(); // back to what is shown before the other one had arrived
      set({ run: { state: 'done' } });
      return;
    }
    void run(wanted);
  }

  const stop = store.subscribe((state, before) => {
    if (state.link !== before.link || state.attempt !== before.attempt)
      look(state, state.attempt !== before.attempt);
  });
  look(get(), false);

  return {
    stop(): void {
      stop();
      abort.abort();
    },
    /** The reader gives the run up. */
    cancel(): void {
      if (get().run.state !== 'running') return;
      abort.abort();
      set({ run: { state: 'idle', why: 'cancelled' } });
    },
    /** Asks how the word of target step t (from 1) would fare with each source word left out. */
    async askWithout(t: number): Promise<void> {
      const { shown, without } = get();
      if (shown === null || (without?.shown === shown && without.t === t)) return;
      const { target, source, mechanism } = shown.translation;
      const written = [...target, ''].slice(0, t); // '' stands for the end mark
      set({ without: { shown, t, answer: 'running' } });
      const request = { kind: 'without', mechanism, words: source, target: written, t: t - 1 } as const;
      try {
        const answer = await client.call<'without'>(request, { signal: abort.signal });
        if (get().without?.shown === shown && get().without?.t === t) set({ without: { shown, t, answer } });
      } catch {
        if (get().without?.shown === shown) set({ without: null });
      }
    },
    /** Loads a model's card where no run has done so: for a page that shows it. */
    async load(mechanism: MechanismId): Promise<void> {
      if (get().models[mechanism] !== undefined || typeof wantedOf(get().link) !== 'string') return;
      try {
        const loaded = await client.callAgain<'load'>(
          { kind: 'load', mechanism },
          { signal: new AbortController().signal, onRestart: () => undefined },
        );
        set(({ models }) => ({ models: { ...models, [mechanism]: loaded } }));
      } catch (error) {
        set({ run: failureOf(error) });
      }
    },
    /** Runs the published cases, once. */
    async prove(): Promise<void> {
      if (get().proof.state === 'running' || get().proof.state === 'done') return;
      set({ proof: { state: 'running' } });
      try {
        const signal = new AbortController().signal;
        const { results } = await client.callAgain<'proof'>(
          { kind: 'proof' },
          { signal, onRestart: () => undefined },
        );
        set({ proof: { state: 'done', results } });
      } catch (error) {
        set({ proof: { state: 'failed', message: error instanceof Error ? error.message : String(error) } });
      }
    },
  };
}

export type Runner = ReturnType<typeof startRunner>;

/** Target step of the cursor, if it is a word's: what a counterfactual can be asked for. */
export function askableStep(state: AppState): number | null {
  const { t } = cursorOfState(state);
  return t > 0 ? t : null;
}
