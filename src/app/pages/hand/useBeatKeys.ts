/** @file The keys of a worked example: beats to the left and right, into a beat and out of it, undo and redo. */
import { useEffect } from 'react';
import { useApp } from '../../context.ts';
import { commandOf, ownerOf } from '../../state/keys.ts';
import { beatOf } from './example.ts';
import { lessonOf, useHandActions } from './useHand.ts';
import type { HandActions } from './actions.ts';
import type { AppStore } from '../../state/store.ts';

/** Goes to another beat; false where there is none. */
export function stepBeat(store: AppStore, actions: HandActions, by: -1 | 1 | 'first' | 'last'): boolean {
  const { other } = store.getState().link;
  if (other?.page !== 'hand') return false;
  const lesson = lessonOf(other);
  const place = lesson.beats.indexOf(beatOf(lesson, other.beat));
  const to = by === 'first' ? 0 : by === 'last' ? lesson.beats.length - 1 : place + by;
  const beat = lesson.beats[to];
  if (beat === undefined || to === place) return false;
  actions.goTo(to === 0 ? '' : beat.id);
  return true;
}

/** Into a beat, column by column, and out of it. */
function stepCell(store: AppStore, actions: HandActions, by: -1 | 1): void {
  const { other } = store.getState().link;
  if (other?.page !== 'hand') return;
  const lesson = lessonOf(other);
  const columns = store.getState().slices.hand?.shown?.example.words.length ?? 0;
  const { look } = beatOf(lesson, other.beat);
  const divided = lesson.bands.some((band) => look.includes(band.id) && band.place === 'columns');
  const next = other.cell + by;
  if (divided && next >= 0 && next <= columns) actions.setCell(next);
}

export function useBeatKeys(): void {
  const { store } = useApp();
  const actions = useHandActions();
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const owner = ownerOf(event.target);
      const command = commandOf(event, owner);
      switch (command) {
        case 'next':
        case 'nextWord':
          stepBeat(store, actions, 1);
          break;
        case 'previous':
        case 'previousWord':
          stepBeat(store, actions, -1);
          break;
        case 'first':
        case 'last':
          stepBeat(store, actions, command);
          break;
        case 'into':
          stepCell(store, actions, 1);
          break;
        case 'out':
          stepCell(store, actions, -1);
          break;
        case 'undo':
        case 'redo':
          actions[command]();
          break;
        case 'timeline':
          if (owner === 'widget' || owner === 'field') document.getElementById('timeline')?.focus();
          return;
        case 'play':
        case 'keys':
        case undefined:
          return;
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [actions, store]);
}
