/** @file The step keys of the page of training: who has the focus keeps what is his. */
import { useEffect } from 'react';
import { commandOf, ownerOf } from '../../state/keys.ts';
import type { TrainActions } from './trainActions.ts';

export function useTrainKeys(actions: TrainActions, isPlaying: () => boolean): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const command = commandOf(event, ownerOf(event.target));
      switch (command) {
        case undefined:
        case 'keys':
        case 'undo':
        case 'redo':
          return;
        case 'play':
          actions.play(!isPlaying());
          break;
        case 'timeline':
          document.querySelector<HTMLElement>('#timeline [role=slider], #timeline[role=slider]')?.focus();
          return;
        case 'first':
        case 'last':
        case 'next':
        case 'previous':
        case 'nextWord':
        case 'previousWord':
        case 'into':
        case 'out':
          actions.play(false);
          actions.move(command);
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [actions, isPlaying]);
}
