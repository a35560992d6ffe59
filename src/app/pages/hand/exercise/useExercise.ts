/** @file An exercise, derived: which cells are hidden, which were found, and what would give the others away. */
import { useMemo } from 'react';
import { explain, valueAt } from '../../../../engine/explain.ts';
import type { Address } from '../../../../engine/explanation.ts';
import type { Trace } from '../../../../engine/trace.ts';
import { givesAway, keyOf, withCopies, type CellSet } from '../../../../exercises/hidden.ts';
import { judge, type Verdict } from '../../../../exercises/judge.ts';
import { bandModel } from '../../../../geometry/hand/bandModel.ts';
import { addressOf, openCellOf } from '../../../../geometry/openCell.ts';
import { openedNumber, type OpenedNumber } from '../../../../params/openedNumber.ts';
import type { HandPage } from '../../../../url/pages/hand.ts';
import type { AppStore } from '../../../state/store.ts';
import { useApp, useAppState } from '../../../context.ts';
import { changeOther } from '../../../state/link.ts';
import type { Example } from '../example.ts';
import { useHandActions, useHandPage } from '../useHand.ts';
import { storeAnswers, storedAnswers } from './progress.ts';
import { firstExercise, type ExerciseSlice } from './slice.ts';

/** A hidden number. */
export interface Hidden {
  /** Its lesson and name: what answers are kept under. */
  readonly key: string;
  readonly open: OpenedNumber;
  readonly address: Address;
  /** What was handed in, judged by the number that stands there now; null: nothing yet. */
  readonly verdict: Verdict | null;
  readonly typed: string;
  /** Found, or shown all the same. */
  readonly isKnown: boolean;
}

export interface Exercise {
  readonly slice: ExerciseSlice;
  readonly decimals: number;
  readonly hidden: readonly Hidden[];
  /** Cells by their keys: the hidden number there. */
  readonly byCell: ReadonlyMap<string, Hidden>;
  /** Cells that must not be seen: hidden ones that are not known yet, and their copies. */
  readonly secret: CellSet;
  /** Numbers that the link hides and this example does not have. */
  readonly missing: number;
}

const first = firstExercise();

function exerciseSlice(store: AppStore): ExerciseSlice {
  return store.getState().slices.exercise ?? first;
}

function setExercise(store: AppStore, part: Partial<ExerciseSlice>): void {
  store.setState(({ slices }) => ({
    slices: { ...slices, exercise: { ...(slices.exercise ?? first), ...part } },
  }));
}

/** What answers of a lesson are kept under. */
function keyIn({ lesson }: Pick<HandPage, 'lesson'>, open: OpenedNumber): string {
  return `${lesson} ${openedNumber.encode(open)}`;
}

/** The exercise of the link, on a trace; nothing is hidden while there is none. */
export function useExercise(trace: Trace | null): Exercise {
  const page = useHandPage();
  const slice = useAppState(({ slices }) => slices.exercise ?? first);
  const { hidden: asked, decimals, lesson } = page;
  return useMemo(() => {
    const hidden = asked.flatMap((open): Hidden[] => {
      const address = trace === null ? undefined : addressOf(trace, open);
      if (trace === null || address === undefined) return [];
      const key = keyIn({ lesson }, open);
      const typed = slice.answers[key] ?? '';
      const verdict = typed === '' ? null : judge(typed, valueAt(trace, address), decimals);
      const isKnown = verdict === 'right' || slice.shown.has(key);
      return [{ key, open, address, verdict, typed, isKnown }];
    });
    const unknown = slice.choosing ? [] : hidden.filter(({ isKnown }) => !isKnown);
    return {
      slice,
      decimals,
      hidden,
      byCell: new Map(hidden.map((one) => [keyOf(one.address), one])),
      secret:
        trace === null
          ? new Set<string>()
          : withCopies(
              trace,
              unknown.map(({ address }) => address),
            ),
      missing: asked.length - hidden.length,
    };
  }, [asked, decimals, lesson, slice, trace]);
}

/** The computed cells of the last row in a beat's light: what the beat is there for. */
export function cellsOfBeat({ lesson, beat }: Example, trace: Trace): readonly OpenedNumber[] {
  for (const id of beat.look.toReversed()) {
    const band = lesson.bands.find((one) => one.id === id);
    const model =
      band === undefined || band.times !== undefined ? null : bandModel(trace, null, band, beat.t);
    const cells = (model?.columns ?? [])
      .flat()
      .filter(({ address, value }) => explain(trace, address).rule !== 'given' && Number.isFinite(value))
      .slice(0, mostAtOnce)
      .map(({ address }) => openCellOf(trace, address))
      .filter((open) => open !== undefined);
    if (cells.length > 0) return cells;
  }
  return [];
}

/** Numbers that are hidden where nobody has chosen. */
const mostAtOnce = 6;

/** What can be done with an exercise. */
export function useExerciseActions(trace: Trace | null) {
  const { store } = useApp();
  const actions = useHandActions();
  return useMemo(() => {
    const set = (part: Partial<ExerciseSlice>): void => setExercise(store, part);
    const pageOf = (): HandPage | null => {
      const { other } = store.getState().link;
      return other?.page === 'hand' ? other : null;
    };
    const hide = (hidden: readonly OpenedNumber[], entry: boolean): void =>
      changeOther<HandPage>(store, 'hand', { hidden, open: null }, entry);
    return {
      set,
      hide,
      setDecimals: (decimals: number): void => changeOther<HandPage>(store, 'hand', { decimals }, false),
      draft(key: string, text: string): void {
        const { drafts } = exerciseSlice(store);
        set({ drafts: { ...drafts, [key]: text } });
      },
      /** Hands an answer in; right ones are remembered. */
      submit({ key, address }: Hidden, text: string, decimals: number): void {
        if (trace === null || text.trim() === '') return;
        const answers = { ...exerciseSlice(store).answers, [key]: text };
        set({ answers, last: key });
        if (judge(text, valueAt(trace, address), decimals) === 'right')
          storeAnswers({ ...storedAnswers(), [key]: text });
      },
      clear(): void {
        storeAnswers({});
        set({ answers: {}, drafts: {}, shown: new Set(), last: null, asking: null });
      },
      /** Hides a cell, or shows it again: for the teacher. */
      toggle(address: Address): void {
        const page = pageOf();
        const open = trace === null ? undefined : openCellOf(trace, address);
        if (page === null || open === undefined) return;
        const text = openedNumber.encode(open);
        const others = page.hidden.filter((one) => openedNumber.encode(one) !== text);
        hide(others.length < page.hidden.length ? others : [...others, open], false);
      },
      /** Opens a cell; asks first where that would show a hidden number. */
      open(address: Address, secret: CellSet): void {
        if (trace !== null && givesAway(trace, address, secret)) set({ asking: address });
        else actions.open(address);
      },
      /** Shows a cell all the same, and with it every hidden number that its story holds. */
      reveal(address: Address, hidden: readonly Hidden[]): void {
        if (trace === null) return;
        const shown = new Set(exerciseSlice(store).shown);
        for (const one of hidden) {
          if (givesAway(trace, address, withCopies(trace, [one.address]))) shown.add(one.key);
        }
        set({ shown, asking: null });
        actions.open(address);
      },
    };
  }, [store, actions, trace]);
}
