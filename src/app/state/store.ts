/** @file The one store. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { decode } from '../../url/decode.ts';
import type { AppState, ThemeChoice } from './appState.ts';

export type AppStore = StoreApi<AppState>;

/** What the page's surroundings say at the start. */
export interface Surroundings {
  /** The link's fragment. */
  readonly link: string;
  readonly theme: ThemeChoice;
  readonly systemIsDark: boolean;
  readonly reducedMotion: boolean;
}

/** A store that has opened a link and computed nothing yet. */
export function createAppStore({ link, theme, systemIsDark, reducedMotion }: Surroundings): AppStore {
  const { state, misunderstood } = decode(link);
  return createStore<AppState>(() => ({
    link: state,
    entry: 0,
    arrival: { link, misunderstood },
    arrivedAt: state,
    past: [],
    future: [],
    typing: false,
    models: {},
    shown: null,
    run: { state: 'running', progress: null, restarted: false },
    attempt: 0,
    restarts: 0,
    without: null,
    saliency: null,
    proof: { state: 'idle' },
    highlight: null,
    unfolded: new Set(),
    focus: { e: null, alpha: null, saliency: null },
    playing: false,
    speed: 1,
    hurried: false,
    theme,
    systemIsDark,
    reducedMotion,
    simd: null,
    dismissed: new Set(),
    slices: {},
    spoken: null,
  }));
}
