/** @file The step keys of the page: who has the focus keeps what is his. */
import { useEffect, useRef } from 'react';
import { useApp } from '../context.ts';
import { commandOf, ownerOf } from '../state/keys.ts';
import { toTimeline } from './toTimeline.ts';

/** Handles the keys of the page; `onKeys` is called to show them. */
export function useStepKeys(onKeys: () => void): void {
  const { actions, store } = useApp();
  const show = useRef(onKeys);
  useEffect(() => {
    show.current = onKeys;
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      const { link } = store.getState();
      if (event.defaultPrevented || link.other !== null || link.page !== 'step') return;
      const command = commandOf(event, ownerOf(event.target));
      if (command === undefined) return;
      switch (command) {
        case 'play':
          actions.togglePlaying();
          break;
        case 'keys':
          show.current();
          break;
        case 'undo':
        case 'redo':
          actions[command]();
          break;
        case 'timeline':
          if (!toTimeline(event.target)) actions.setPresent(false);
          return;
        case 'first':
        case 'last':
        case 'next':
        case 'previous':
        case 'nextWord':
        case 'previousWord':
        case 'into':
        case 'out':
          actions.pause();
          actions.move(command, event.repeat);
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [actions, store]);
}
