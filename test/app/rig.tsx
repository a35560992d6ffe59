/** @file The app for tests: the real store, actions and runner, with untrained models that answer in the same thread. */
import { act, render } from '@testing-library/react';
import { vi } from 'vitest';
import { App } from '../../src/app/App.tsx';
import { AppContext, type AppParts } from '../../src/app/context.ts';
import { createEnglish } from '../../src/app/language.ts';
import { createActions } from '../../src/app/state/actions.ts';
import { Runner, type Asks } from '../../src/app/state/runner.ts';
import { createAppStore } from '../../src/app/state/store.ts';
import type { ReplyOf, Request } from '../../src/worker/protocol.ts';
import { WorkerError, type RequestOf } from '../../src/worker/client.ts';
import { createExecute, type Execute } from '../../src/worker/execute.ts';
import { FileError } from '../../src/worker/modelFile.ts';
import { fetchFrom } from '../worker/channel.ts';

/** A request in a few words. */
function nameOf(request: Request): string {
  return request.kind === 'translate' ? `${request.mechanism}: ${request.words.join(' ')}` : request.kind;
}

/** A client without a worker; what was asked is noted. */
export function directClient(execute: Execute): Asks & { readonly asked: string[] } {
  const asked: string[] = [];
  const call: Asks['call'] = async <K extends keyof ReplyOf>(
    request: RequestOf<K>,
    { signal, onProgress }: { signal: AbortSignal; onProgress?: (share: number) => void },
  ) => {
    asked.push(nameOf(request));
    try {
      const { reply } = await execute(request, {
        signal,
        app: 'http://app.test/',
        now: () => performance.now(),
        pause: () => new Promise((resume) => setTimeout(resume, 0)),
        progress: (share) => onProgress?.(share),
      });
      signal.throwIfAborted();
      return reply as ReplyOf[K];
    } catch (error) {
      if (error instanceof FileError) throw new WorkerError(error.message, 'files');
      throw error;
    }
  };
  return { asked, call, callAgain: call };
}

export interface RigOptions {
  readonly link?: string;
  readonly client?: Asks;
}

export interface Rig extends AppParts {
  readonly asked: readonly string[];
  /** Waits until no run is under way. */
  readonly settled: () => Promise<void>;
}

/** The parts of the app, running. */
export function makeRig({ link = '', client }: RigOptions = {}): Rig {
  const store = createAppStore({ link, theme: 'system', systemIsDark: false, reducedMotion: true });
  const direct = directClient(createExecute(fetchFrom()));
  const asks = client ?? direct;
  const runner = new Runner(store, asks);
  runner.start();
  const settled = (): Promise<void> =>
    vi.waitFor(() => {
      const { run, link } = store.getState();
      if (link.other === null && run.state === 'running') throw new Error('a run is still under way');
    }, 60_000);
  return {
    store,
    actions: createActions(store),
    runner,
    client: asks,
    language: createEnglish(),
    asked: direct.asked,
    settled,
  };
}

/** What jsdom does not have, and the app asks for. */
function stubPage(): void {
  vi.stubGlobal('CSS', { supports: () => false, escape: (text: string) => text });
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
  }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = vi.fn();
      unobserve = vi.fn();
      disconnect = vi.fn();
    },
  );
  HTMLCanvasElement.prototype.getContext = () => null;
  Element.prototype.scrollIntoView = vi.fn();
}

/** The whole app on the page, when its first run is over. */
export async function renderApp(options: RigOptions = {}): Promise<Rig> {
  stubPage();
  const rig = makeRig(options);
  const { store, actions, runner, client, language } = rig;
  // Parts that are loaded suspend: the render itself has to be waited for.
  await act(async () => {
    render(
      <AppContext value={{ store, actions, runner, client, language }}>
        <App />
      </AppContext>,
    );
    await rig.settled();
  });
  return rig;
}
