/** @file "What if this score were 5?": the scores of a beat, computed or given by the reader, and the mask. */
import { useMemo } from 'react';
import { bandModel } from '../../../geometry/hand/bandModel.ts';
import { useApp } from '../../context.ts';
import type { Example, Numbers } from './example.ts';
import { HandGrid } from './HandGrid.tsx';
import type { HandShown } from './slice.ts';
import { useHandActions, useHandWords } from './useHand.ts';

const scoreBand = { id: 'e', tensor: 'e', at: 'step', place: 'columns' } as const;

export interface OverridesProps {
  readonly example: Example;
  readonly shown: HandShown;
}

/** The scores, computed or given, and the mask. */
export function Overrides({ example, shown }: OverridesProps) {
  const { language } = useApp();
  const { hand } = useHandWords();
  const { numbers, beat } = example;
  const { e_given: given, given_at: at, mask } = numbers;
  const scores = useMemo(
    () => (bandModel(shown.trace, null, scoreBand, beat.t)?.columns ?? []).map(([cell]) => cell?.value ?? 0),
    [shown.trace, beat.t],
  );
  if (given === undefined || at === undefined || scores.length !== given.shape.at(-1)) return null;
  return (
    <>
      <Scores {...{ example, given, at, scores }} />
      {mask !== undefined && (
        <HandGrid key="mask" example={example} name="mask" title={language.say(hand.numbers.mask)}>
          <p className="muted small">{language.say(hand.numbers.maskExplanation)}</p>
        </HandGrid>
      )}
    </>
  );
}

interface ScoresProps {
  readonly example: Example;
  readonly given: Numbers;
  readonly at: Numbers;
  /** The scores of this step, as they are computed or given. */
  readonly scores: readonly number[];
}

function Scores({ example, given, at, scores }: ScoresProps) {
  const { say } = useApp().language;
  const { hand } = useHandWords();
  const actions = useHandActions();
  const start = (given.shape.length > 1 ? example.beat.t - 1 : 0) * scores.length;

  /** Gives scores of this step, or takes them away. */
  const give = (row: readonly number[], cells: readonly number[], on: boolean, going = false): void => {
    const values = [...given.data];
    const places = [...at.data];
    for (const cell of cells) {
      values[start + cell] = on ? (row[cell] ?? 0) : 0;
      places[start + cell] = on ? 1 : 0;
    }
    if (places.every((place) => place === 0)) actions.setAll([], ['e_given', 'given_at']);
    else {
      actions.setAll(
        [
          { name: 'e_given', shape: given.shape, data: values },
          { name: 'given_at', shape: at.shape, data: places },
        ],
        [],
        going,
      );
    }
  };
  const all = scores.map((_, j) => j);
  return (
    <HandGrid
      key="scores"
      example={example}
      name="e_given"
      shown={{ shape: [scores.length], data: scores }}
      title={say(hand.numbers.scores)}
      isMarked={(cell) => at.data[start + cell] === 1}
      onNumbers={(row, changed, going) => give(row, changed, true, going)}
      onRemove={(cells) => give([], cells, false)}
    >
      <p className="muted small">{say(hand.numbers.scoresExplanation)}</p>
      {all.some((j) => at.data[start + j] === 1) && (
        <button type="button" className="button button-small" onClick={() => give([], all, false)}>
          {say(hand.numbers.removeScores)}
        </button>
      )}
    </HandGrid>
  );
}
