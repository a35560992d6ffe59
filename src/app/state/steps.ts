/** @file Moving over a finished trace: a cursor goes, and nothing is computed. */
import type { Cursor } from '../../geometry/cursor.ts';
import { addressOf } from '../../geometry/openCell.ts';
import type { Stage } from '../../params/translation.ts';
import type { AppState } from './appState.ts';
import { cursorOfState } from './derived.ts';
import { changeLink } from './link.ts';
import { moved, type Move } from './moves.ts';
import type { AppStore } from './store.ts';

/**
 * Goes to a place of the trace. An opened number goes along to another word at the same stage; at another stage the step's own
 * number is told.
 */
function go(store: AppStore, cursor: Cursor, also: Partial<AppState>): void {
  const state = store.getState();
  const { link, shown } = state;
  if (shown === null) return;
  const from = cursorOfState(state);
  const { trace } = shown.translation;
  const stays = cursor.t === from.t && cursor.at === from.at;
  const along = link.open !== null && link.open.t === from.t && cursor.at === from.at;
  const carried = along && link.open !== null ? { ...link.open, t: cursor.t } : null;
  const open = stays
    ? link.open
    : carried !== null && addressOf(trace, carried) !== undefined
      ? carried
      : null;
  // The cursor is one of the trace's, whose stages are those of links.
  changeLink(store, { t: cursor.t, at: cursor.at as Stage, cell: cursor.cell, open }, false, also);
}

export function createSteps(store: AppStore) {
  const { getState: get, setState: set } = store;
  return {
    /** Moves along the timeline; a key that repeats moves without motion. False where there was nowhere to go. */
    move(move: Move, hurried = false): boolean {
      const { shown } = get();
      if (shown === null) return false;
      const cursor = moved(shown.translation.trace, cursorOfState(get()), move);
      if (cursor === undefined) return false;
      go(store, cursor, { hurried });
      return true;
    },
    seek(cursor: Cursor): void {
      go(store, cursor, { hurried: false, playing: false });
    },
    /** Plays from here, or from the first step where this is the last; or pauses. */
    togglePlaying(): void {
      const { playing, shown } = get();
      if (shown === null) return;
      const { trace } = shown.translation;
      const first = moved(trace, cursorOfState(get()), 'first');
      if (!playing && first !== undefined && moved(trace, cursorOfState(get()), 'next') === undefined) {
        go(store, first, {});
      }
      set({ playing: !playing, hurried: false });
    },
    pause(): void {
      if (get().playing) set({ playing: false });
    },
    setSpeed(speed: number): void {
      set({ speed });
    },
  };
}
