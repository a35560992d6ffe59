/** @file What the reader can do. Moving computes nothing; editing changes what is wanted, and the runner sees to it. */
import type { Address } from '../../engine/explanation.ts';
import type { Cursor, Pair } from '../../geometry/cursor.ts';
import { addressOf, openCellOf } from '../../geometry/openCell.ts';
import { translation, type Stage } from '../../params/translation.ts';
import { decode } from '../../url/decode.ts';
import type { LinkState } from '../../url/state.ts';
import type { MatrixFocus } from '../../views/Matrix.tsx';
import type { AppState, Edit, NoticeId, ThemeChoice } from './appState.ts';
import { cursorOfState } from './derived.ts';
import { moved, type Move } from './moves.ts';
import type { AppStore } from './store.ts';

/** The most edits that can be taken back. */
const mostEdits = 200;

function editOf({ sentence, beam, hypothesis, forced }: LinkState): Edit {
  return { sentence, beam, hypothesis, forced };
}

/** All actions of a store, each the same function for as long as the store lives. */
export function createActions(store: AppStore) {
  const { getState: get, setState: set } = store;

  /** Changes the link, as a new place to come back to where `entry` says so; `also` changes with it. */
  function change(part: Partial<LinkState>, entry: boolean, also: Partial<AppState> = {}): void {
    set((state) => ({
      link: { ...state.link, ...part },
      entry: state.entry + (entry ? 1 : 0),
      typing: false,
      ...also,
    }));
  }

  /** An edit that can be taken back; one burst of typing is one edit. */
  function edit(part: Partial<Edit>, typing = false): void {
    const { link, typing: goesOn, past } = get();
    const joined = typing && goesOn;
    change({ ...part, model: '' }, !joined, {
      typing,
      playing: false,
      past: joined ? past : [...past, editOf(link)].slice(-mostEdits),
      future: [],
    });
  }

  /** Puts a word of the model's vocabulary at target word t (from 1), and drops what was forced after it. */
  function force(t: number, word: string): void {
    edit({ forced: [...get().link.forced.filter((one) => one.t < t), { t, word }] });
  }

  /** Goes to a place of the trace. The opened number goes along to another word at the same stage, else the step's own is told. */
  function go(cursor: Cursor, also: Partial<AppState>): void {
    const { link, shown } = get();
    if (shown === null) return;
    const from = cursorOfState(get());
    const { trace } = shown.translation;
    const stays = cursor.t === from.t && cursor.at === from.at;
    const along = link.open !== null && link.open.t === from.t && cursor.at === from.at;
    const carried = along && link.open !== null ? { ...link.open, t: cursor.t } : null;
    const open = stays
      ? link.open
      : carried !== null && addressOf(trace, carried) !== undefined
        ? carried
        : null;
    change({ t: cursor.t, at: cursor.at as Stage, cell: cursor.cell, open }, false, also);
  }

  /** Takes one edit from `from` and puts the present one on the other pile. */
  function travel(from: 'past' | 'future'): void {
    const { past, future, link } = get();
    const back = (from === 'past' ? past : future).at(-1);
    if (back === undefined) return;
    const piles =
      from === 'past'
        ? { past: past.slice(0, -1), future: [...future, editOf(link)] }
        : { future: future.slice(0, -1), past: [...past, editOf(link)] };
    change({ ...back, model: '' }, true, { ...piles, playing: false });
  }

  return {
    /** Moves along the timeline; a key that repeats moves without motion. False where there was nowhere to go. */
    move(move: Move, hurried = false): boolean {
      const { shown } = get();
      if (shown === null) return false;
      const cursor = moved(shown.translation.trace, cursorOfState(get()), move);
      if (cursor === undefined) return false;
      go(cursor, { hurried });
      return true;
    },
    seek(cursor: Cursor): void {
      go(cursor, { hurried: false, playing: false });
    },
    /** Plays from here, or from the first step where this is the last; or pauses. */
    togglePlaying(): void {
      const { playing, shown } = get();
      if (shown === null) return;
      if (!playing && moved(shown.translation.trace, cursorOfState(get()), 'next') === undefined) {
        const first = moved(shown.translation.trace, cursorOfState(get()), 'first');
        if (first !== undefined) go(first, {});
      }
      set({ playing: !playing, hurried: false });
    },
    pause(): void {
      set({ playing: false });
    },
    setSpeed(speed: number): void {
      set({ speed });
    },

    type(text: string): void {
      edit({ sentence: translation.sentence.tidy(text), hypothesis: 1, forced: [] }, true);
    },
    /** The burst of typing is over: the next key begins another edit. */
    endTyping(): void {
      set({ typing: false });
    },
    setSentence(sentence: string): void {
      edit({ sentence: translation.sentence.tidy(sentence), hypothesis: 1, forced: [] });
    },
    setBeam(beam: number): void {
      edit({ beam, hypothesis: 1 });
    },
    setHypothesis(hypothesis: number): void {
      edit({ hypothesis });
    },
    force,
    /** The same for the word with a number in the target vocabulary. */
    forceNumber(t: number, wordNumber: number): void {
      const { link, models } = get();
      const word = models[link.mechanism]?.targetWords[wordNumber];
      if (word !== undefined) force(t, word);
    },
    /** Lets the model write word t itself again. */
    release(t: number): void {
      edit({ forced: get().link.forced.filter((one) => one.t !== t) });
    },
    undo: () => travel('past'),
    redo: () => travel('future'),
    /** Back to the first sentence and settings, as one edit. */
    reset(): void {
      edit({
        sentence: translation.sentence.initial,
        beam: translation.beam.initial,
        hypothesis: translation.hypothesis.initial,
        forced: translation.forced.initial,
      });
    },

    /** Another page or mechanism: keeps the sentence and the place. */
    goTo(to: Partial<Pick<LinkState, 'page' | 'mechanism'>>): void {
      change({ ...to, model: '', open: null }, true, { playing: false });
    },
    setPresent(present: boolean): void {
      change({ present }, false);
    },
    /** A link was opened: by the browser's buttons, or by hand. */
    openLink(link: string): void {
      const { state, misunderstood } = decode(link);
      set({
        link: state,
        arrivedAt: state,
        arrival: { link, misunderstood },
        playing: false,
        typing: false,
        dismissed: new Set(),
      });
    },

    open(address: Address): void {
      const { shown } = get();
      const open = shown === null ? undefined : openCellOf(shown.translation.trace, address);
      if (open !== undefined) change({ open }, false);
    },
    highlight(pair: Pair | null): void {
      const { highlight } = get();
      if (pair?.t !== highlight?.t || pair?.j !== highlight?.j) set({ highlight: pair });
    },
    unfold(key: string): void {
      const unfolded = new Set(get().unfolded);
      if (!unfolded.delete(key)) unfolded.add(key);
      set({ unfolded });
    },
    focusMatrix(name: 'e' | 'alpha', focus: MatrixFocus): void {
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

export type Actions = ReturnType<typeof createActions>;
