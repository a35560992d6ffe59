/** @file How the parts of the page of training reach its state, its words and what can be done. */
import { createContext, useContext } from 'react';
import { trainMessages, type TrainMessages } from '../../../messages/en/train.ts';
import type { TrainPage } from '../../../url/pages/train.ts';
import { trainPage } from '../../../url/pages/train.ts';
import { useApp, useAppState } from '../../context.ts';
import { emptySlice, type TrainSlice } from './slice.ts';
import type { TrainActions } from './trainActions.ts';

/** What the reader can do on this page. */
export const TrainContext = createContext<TrainActions | null>(null);

export function useTrainActions(): TrainActions {
  const actions = useContext(TrainContext);
  if (actions === null) throw new Error('useTrainActions: this component stands outside of the page.');
  return actions;
}

/** A piece of what the page keeps; the component is rendered again when that piece changes. */
export function useTrain<Piece>(select: (slice: TrainSlice) => Piece): Piece {
  return useAppState(({ slices }) => select(slices.train ?? emptySlice));
}

const first = trainPage();

/** What the link says. */
export function useTrainLink(): TrainPage {
  return useAppState(({ link }) => (link.other?.page === 'train' ? link.other : first));
}

/** The words of the page. */
export function useTrainWords(): {
  readonly words: TrainMessages;
  readonly say: ReturnType<typeof useApp>['language']['say'];
} {
  return { words: trainMessages, say: useApp().language.say };
}
