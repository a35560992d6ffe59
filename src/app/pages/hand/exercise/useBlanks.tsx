/** @file What the worksheet of a worked example shows in the places of hidden numbers. */
import { useCallback, useMemo } from 'react';
import type { Address } from '../../../../engine/explanation.ts';
import { keyOf } from '../../../../exercises/hidden.ts';
import type { BandCell } from '../../../../geometry/hand/bandModel.ts';
import { cellName } from '../../../../geometry/cellName.ts';
import { exercise as said } from '../../../../messages/en/exercise.ts';
import { Blank } from '../../../../views/hand/Blank.tsx';
import type { HandSheetProps, SheetBand } from '../../../../views/hand/HandSheet.tsx';
import { useApp } from '../../../context.ts';
import type { HandShown } from '../slice.ts';
import { feedbackId } from './ExercisePanel.tsx';
import { useExercise, useExerciseActions, type Exercise, type Hidden } from './useExercise.ts';

type Props = Pick<HandSheetProps, 'blank' | 'isSecret' | 'markOf' | 'onOpen'>;

/** The props of the worksheet that an exercise needs, and whether its arrows would tell a weight. */
export function useBlanks(shown: HandShown, t: number): Props & { readonly hidesWeights: boolean } {
  const { say } = useApp().language;
  const { trace } = shown;
  const exercise = useExercise(trace);
  const actions = useExerciseActions(trace);
  const { secret, byCell, slice, decimals, hidden } = exercise;
  const { choosing, drafts } = slice;
  const onOpen = useCallback(
    (address: Address) => (choosing ? actions.toggle(address) : actions.open(address, secret)),
    [choosing, actions, secret],
  );
  const markOf = useMarks(exercise);
  const isSecret = useCallback((address: Address) => secret.has(keyOf(address)), [secret]);
  const hidesTerm = useCallback(
    (band: SheetBand, column: number) => hidden.some((one) => isWeightOf(one, band, column, t)),
    [hidden, t],
  );
  const blank = useCallback(
    ({ address }: BandCell, band: SheetBand, column: number, about: string) => {
      if (band.times !== undefined) return hidesTerm(band, column) ? <Placeholder /> : null;
      const key = keyOf(address);
      if (!secret.has(key)) return null;
      const one = byCell.get(key);
      if (one === undefined) return <Placeholder />; // a copy of a hidden number
      const label = say(said.blank, {
        name: cellName(trace, address).symbol.plain,
        about: about === '' ? 'none' : about,
        decimals: say(said.decimals, { count: decimals }),
      });
      return (
        <Blank
          label={label}
          text={drafts[one.key] ?? one.typed}
          isWrong={one.verdict === 'wrong' || one.verdict === 'unreadable'}
          describedBy={slice.last === one.key ? feedbackId : undefined}
          onType={(text) => actions.draft(one.key, text)}
          onSubmit={(text) => {
            if (text !== one.typed) actions.submit(one, text, decimals);
          }}
        />
      );
    },
    [secret, byCell, drafts, slice.last, decimals, actions, trace, say, hidesTerm],
  );
  const hidesWeights = useMemo(
    () => hidden.some(({ open, isKnown }) => !choosing && !isKnown && open.name === 'alpha'),
    [hidden, choosing],
  );
  return {
    onOpen,
    hidesWeights,
    ...(secret.size > 0 ? { blank, isSecret } : {}),
    ...(byCell.size > 0 ? { markOf } : {}),
  };
}

/** How numbers are marked: those that were found, and those that are chosen. */
function useMarks({ byCell, slice: { choosing } }: Exercise): NonNullable<Props['markOf']> {
  return useCallback(
    (address: Address) => {
      const one = byCell.get(keyOf(address));
      if (one === undefined) return null;
      return choosing ? 'chosen' : one.verdict === 'right' ? 'found' : null;
    },
    [byCell, choosing],
  );
}

/** Whether a hidden number is the weight of a column of weighted numbers: its product would give it away. */
function isWeightOf({ open, isKnown }: Hidden, { times }: SheetBand, column: number, t: number): boolean {
  if (times === undefined || open.name !== times || isKnown || open.index.at(-1) !== column + 1) return false;
  return open.index.length > 1 ? open.index[0] === t : open.t === t;
}

/** In the place of a number from which a hidden one can be read. */
function Placeholder() {
  const { say } = useApp().language;
  return (
    <span className="hand-secret" title={say(said.placeholderSaid)}>
      <span aria-hidden="true">{say(said.placeholder)}</span>
      <span className="visually-hidden">{say(said.placeholderSaid)}</span>
    </span>
  );
}
