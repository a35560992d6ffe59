/** @file What a reader of a worked example can do: go to a beat, change numbers, take changes back. */
import type { Address } from '../../../engine/explanation.ts';
import { openCellOf } from '../../../geometry/openCell.ts';
import { hand } from '../../../params/hand.ts';
import type { NumberEdit } from '../../../params/numberEdits.ts';
import type { HandPage } from '../../../url/pages/hand.ts';
import { changeOther } from '../../state/link.ts';
import type { AppStore } from '../../state/store.ts';
import { seedEdit } from './example.ts';
import { firstHandSlice, type HandEdit, type HandSlice } from './slice.ts';

/** The most edits that can be taken back. */
const mostEdits = 200;

/** The slice of a store. */
export function sliceOf(slices: { readonly hand?: HandSlice }): HandSlice {
  return slices.hand ?? firstHandSlice;
}

/** The page's link, if it is open. */
function pageOf(store: AppStore): HandPage | null {
  const { other } = store.getState().link;
  return other?.page === 'hand' ? other : null;
}

/** The edits with one put in. */
function withEdit(edits: readonly NumberEdit[], edit: NumberEdit): readonly NumberEdit[] {
  return [...edits.filter(({ name }) => name !== edit.name), edit];
}

/** Edits: changes that can be taken back. */
function createEdits(store: AppStore, setSlice: (part: Partial<HandSlice>) => void) {
  const slice = (): HandSlice => sliceOf(store.getState().slices);

  /** A change that can be taken back; a burst of them (a drag) is one. */
  function edit(change: (page: HandPage) => Partial<HandEdit>, going = false): void {
    const page = pageOf(store);
    if (page === null) return;
    const { past, shown, before, going: goesOn } = slice();
    const { edits, words } = page;
    setSlice({
      past: goesOn ? past : [...past, { edits, words }].slice(-mostEdits),
      future: [],
      before: goesOn ? before : (shown?.trace ?? null),
      going,
    });
    changeOther<HandPage>(store, 'hand', change(page), !goesOn);
  }

  return {
    setNumbers(name: string, shape: readonly number[], data: readonly number[], going = false): void {
      const clean = data.map((value) => (value === 0 ? 0 : value)); // no negative zero: a link has one spelling for it
      edit(({ edits }) => ({ edits: withEdit(edits, { name, shape, data: clean }) }), going);
    },
    /** The drag is over: the next change is an edit of its own. */
    endEdit: (): void => {
      if (slice().going) setSlice({ going: false });
    },
    /** Several tensors at once, as one edit; those of `removed` are the lesson's own again. */
    setAll(changes: readonly NumberEdit[], removed: readonly string[] = [], going = false): void {
      const names = new Set([...changes.map(({ name }) => name), ...removed]);
      edit(({ edits }) => ({ edits: [...edits.filter(({ name }) => !names.has(name)), ...changes] }), going);
    },
    setWords: (words: string): void => edit(() => ({ words: hand.words.tidy(words) })),
    reset: (): void => edit(() => ({ edits: [], words: '' })),
    /** Draws all numbers anew; sizes stay. */
    randomise(seed: number): void {
      edit(({ edits }) => ({
        edits: [
          ...edits.filter(({ name }) => name.startsWith('size_')),
          { name: seedEdit, shape: [], data: [seed] },
        ],
      }));
    },
  };
}

/** Taking edits back, and doing them again. */
function createHistory(store: AppStore, setSlice: (part: Partial<HandSlice>) => void) {
  /** Goes to the edit at the end of one list, and puts what was there at the end of the other. */
  function go(from: 'past' | 'future', to: 'past' | 'future'): void {
    const page = pageOf(store);
    const slice = sliceOf(store.getState().slices);
    const there = slice[from].at(-1);
    if (page === null || there === undefined) return;
    const { edits, words } = page;
    setSlice({
      [from]: slice[from].slice(0, -1),
      [to]: [...slice[to], { edits, words }],
      before: slice.shown?.trace ?? null,
      going: false,
    });
    changeOther<HandPage>(store, 'hand', there, true);
  }
  return { undo: (): void => go('past', 'future'), redo: (): void => go('future', 'past') };
}

export function createHandActions(store: AppStore) {
  const slice = (): HandSlice => sliceOf(store.getState().slices);
  const setSlice = (part: Partial<HandSlice>): void =>
    store.setState(({ slices }) => ({ slices: { ...slices, hand: { ...sliceOf(slices), ...part } } }));
  return {
    setSlice,
    ...createEdits(store, setSlice),
    ...createHistory(store, setSlice),
    goTo(beat: string): void {
      changeOther<HandPage>(store, 'hand', { beat, cell: 0, open: null }, false);
    },
    setCell(cell: number): void {
      changeOther<HandPage>(store, 'hand', { cell }, false);
    },
    open(address: Address): void {
      const { shown } = slice();
      const open = shown === null ? undefined : openCellOf(shown.trace, address);
      if (open !== undefined) changeOther<HandPage>(store, 'hand', { open }, false);
    },
    unfold(key: string): void {
      const unfolded = new Set(slice().unfolded);
      if (!unfolded.delete(key)) unfolded.add(key);
      setSlice({ unfolded });
    },
  };
}

export type HandActions = ReturnType<typeof createHandActions>;
