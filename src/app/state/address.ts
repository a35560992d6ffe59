/** @file The link and the browser's address: entries of the history for edits, replacements for steps, at most every 300 ms. */
import { encode } from '../../url/encode.ts';
import type { AppState } from './appState.ts';
import type { AppStore } from './store.ts';

/** The address bar and the history behind it. */
export interface AddressBar {
  /** The fragment with its #, or nothing. */
  readonly read: () => string;
  readonly push: (fragment: string) => void;
  readonly replace: (fragment: string) => void;
  /** Calls back when the reader went back or forward, or changed the address by hand. Returns how to stop it. */
  readonly onVisit: (listener: () => void) => () => void;
  /** Calls back when the page is left or hidden. Returns how to stop it. */
  readonly onLeave: (listener: () => void) => () => void;
  /** Calls back after milliseconds; returns how to stop it. */
  readonly later: (callback: () => void, milliseconds: number) => () => void;
}

/** Milliseconds between two replacements. */
const writeEvery = 300;

/** The link as it is shared: with the hash of the model that is there, unless it names another. */
export function linkToShare({ link, models }: Pick<AppState, 'link' | 'models'>): string {
  if (link.other !== null) return encode(link);
  return encode({
    ...link,
    model: link.model === '' ? (models[link.mechanism]?.card.hash ?? '') : link.model,
  });
}

/** Keeps state and address together. `open` is told of a link that was visited. Returns how to stop. */
export function connectAddress(store: AppStore, bar: AddressBar, open: (link: string) => void): () => void {
  let written = bar.read();
  let entry = store.getState().entry;
  let waiting: string | undefined;
  let stopWaiting: (() => void) | undefined;
  // A link that was not understood in full stays in the history, so that it is not lost.
  let keep = store.getState().arrival.misunderstood.length > 0;
  let touched = false;

  function flush(): void {
    stopWaiting?.();
    stopWaiting = undefined;
    if (waiting !== undefined && waiting !== written) {
      bar.replace(waiting);
      written = waiting;
    }
    waiting = undefined;
  }

  const stopStore = store.subscribe((state, before) => {
    if (state.arrival !== before.arrival) {
      entry = state.entry;
      keep = state.arrival.misunderstood.length > 0;
      touched = false;
      return;
    }
    if (state.link !== before.link) touched = true;
    if (!touched || (state.link === before.link && state.models === before.models)) return;
    const link = linkToShare(state);
    if (state.entry !== entry || keep) {
      flush();
      entry = state.entry;
      keep = false;
      // A frame adds nothing to the history of the page around it.
      if (link !== written) (state.link.embed === null ? bar.push : bar.replace)(link);
      written = link;
      return;
    }
    waiting = link;
    stopWaiting ??= bar.later(flush, writeEvery);
  });

  const stopVisits = bar.onVisit(() => {
    const visited = bar.read();
    if (visited === written) return;
    stopWaiting?.();
    stopWaiting = undefined;
    waiting = undefined;
    written = visited;
    open(visited);
  });
  const stopLeaving = bar.onLeave(flush);

  return () => {
    flush();
    for (const stop of [stopStore, stopVisits, stopLeaving]) stop();
  };
}

/** The address bar of this window. */
export function windowAddressBar(): AddressBar {
  const listen = (target: EventTarget, type: string, listener: () => void): (() => void) => {
    target.addEventListener(type, listener);
    return () => target.removeEventListener(type, listener);
  };
  return {
    read: () => window.location.hash,
    push: (fragment) => window.history.pushState(null, '', fragment),
    replace: (fragment) => window.history.replaceState(null, '', fragment),
    onVisit: (listener) => listen(window, 'popstate', listener),
    onLeave(listener) {
      const stops = [
        listen(window, 'pagehide', listener),
        listen(document, 'visibilitychange', () => {
          if (document.visibilityState === 'hidden') listener();
        }),
      ];
      return () => stops.forEach((stop) => stop());
    },
    later(callback, milliseconds) {
      const timer = window.setTimeout(callback, milliseconds);
      return () => window.clearTimeout(timer);
    },
  };
}
