/** @file The one way in which the reader's actions change the link. */
import type { OtherPage } from '../../url/pages/all.ts';
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

/** Changes the state of the page that is open, as a new place to come back to where `entry` says so; nothing where another page is open. */
export function changeOther<Page extends OtherPage>(
  store: AppStore,
  page: Page['page'],
  part: Partial<Omit<Page, 'page'>>,
  entry: boolean,
  also: Partial<AppState> = {},
): void {
  const { other } = store.getState().link;
  if (other?.page === page) changeLink(store, { other: { ...other, ...part } }, entry, also);
}
