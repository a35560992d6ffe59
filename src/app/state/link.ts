/** @file The one way in which the reader's actions change the link. */
import type { LinkState } from '../../url/state.ts';
import type { AppState } from './appState.ts';
import type { AppStore } from './store.ts';

/** Changes the link, as a new place to come back to where `entry` says so; `also` changes with it. */
export function changeLink(
  store: AppStore,
  part: Partial<LinkState>,
  entry: boolean,
  also: Partial<AppState> = {},
): void {
  store.setState((state) => ({
    link: { ...state.link, ...part },
    entry: state.entry + (entry ? 1 : 0),
    typing: false,
    ...also,
  }));
}
