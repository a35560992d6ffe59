/** @file How components reach the store, the actions and the words. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Language } from './language.ts';
import type { Actions } from './state/actions.ts';
import type { AppState } from './state/appState.ts';
import type { Asks, Runner } from './state/runner.ts';
import type { AppStore } from './state/store.ts';

/** What the whole app shares. */
export interface AppParts {
  readonly store: AppStore;
  readonly actions: Actions;
  readonly runner: Runner;
  /** The worker's client, for pages that ask it themselves. */
  readonly client: Asks;
  readonly language: Language;
}

export const AppContext = createContext<AppParts | null>(null);

/** The parts of the app that this component is in. */
export function useApp(): AppParts {
  const parts = useContext(AppContext);
  if (parts === null) throw new Error('useApp: this component stands outside of the app.');
  return parts;
}

/** A piece of the state; the component is rendered again when that piece changes. */
export function useAppState<Piece>(select: (state: AppState) => Piece): Piece {
  return useStore(useApp().store, select);
}
