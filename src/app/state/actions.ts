/** @file What the reader can do. Moving computes nothing; editing changes what is wanted, and the runner sees to it. */
import type { Address } from '../../engine/explanation.ts';
import type { Pair } from '../../geometry/cursor.ts';
import { openCellOf } from '../../geometry/openCell.ts';
import { decode } from '../../url/decode.ts';
import type { LinkState } from '../../url/state.ts';
import type { MatrixFocus } from '../../views/Matrix.tsx';
import type { NoticeId, ThemeChoice } from './appState.ts';
import { createEdits, createHistory } from './edits.ts';
import { changeLink } from './link.ts';
import { createSteps } from './steps.ts';
import type { AppStore } from './store.ts';

/** Where a link inside the app leads: to a page of the translation, or to one with a state of its own. */
export type Destination = Partial<Pick<LinkState, 'page' | 'mechanism' | 'other'>>;

/** Pages, present mode, links, the opened number. */
function createVisits(store: AppStore) {
  const { getState: get, setState: set } = store;
  return {
    /** Another page or mechanism: keeps the sentence and the place. */
    goTo(to: Destination): void {
      changeLink(store, { other: null, ...to, model: '', open: null }, true, { playing: false });
    },
    setPresent(present: boolean): void {
      changeLink(store, { present }, false);
    },
    /** A link was opened: by the browser's buttons, or by hand. */
    openLink(link: string): void {
      const { state: opened, misunderstood } = decode(link);
      const arrival = { link, misunderstood };
      const { other, present, embed } = opened;
      const state = other === null ? opened : { ...get().link, other, present, embed };
      set({ link: state, arrivedAt: state, arrival, playing: false, typing: false, dismissed: new Set() });
    },
    /** "How was this number computed?" for a cell. */
    open(address: Address): void {
      const { shown } = get();
      const open = shown === null ? undefined : openCellOf(shown.translation.trace, address);
      if (open !== undefined) changeLink(store, { open }, false);
    },
  };
}

/** What is lit, unfolded, focused, dismissed; the theme. */
function createLooks(store: AppStore) {
  const { getState: get, setState: set } = store;
  return {
    highlight(pair: Pair | null): void {
      const { highlight } = get();
      if (pair?.t !== highlight?.t || pair?.j !== highlight?.j) set({ highlight: pair });
    },
    unfold(key: string): void {
      const unfolded = new Set(get().unfolded);
      if (!unfolded.delete(key)) unfolded.add(key);
      set({ unfolded });
    },
    focusMatrix(name: 'e' | 'alpha' | 'saliency', focus: MatrixFocus): void {
      set({ focus: { ...get().focus, [name]: focus } });
    },
    retry(): void {
      set(({ attempt }) => ({ attempt: attempt + 1 }));
    },
    dismiss(notice: NoticeId): void {
      set(({ dismissed }) => ({ dismissed: new Set([...dismissed, notice]) }));
    },
    setTheme(theme: ThemeChoice): void {
      set({ theme });
    },
  };
}

/** All actions of a store, each the same function for as long as the store lives. */
export function createActions(store: AppStore) {
  return {
    ...createSteps(store),
    ...createEdits(store),
    ...createHistory(store),
    ...createVisits(store),
    ...createLooks(store),
  };
}

export type Actions = ReturnType<typeof createActions>;
