/** @file What the narrator of a worked example tells only when it gives no hidden number away. */
import { useMemo, type ReactNode } from 'react';
import { keyOf, givesAway, type CellSet } from '../../../../exercises/hidden.ts';
import type { Address } from '../../../../engine/explanation.ts';
import type { Trace } from '../../../../engine/trace.ts';
import { bandModel } from '../../../../geometry/hand/bandModel.ts';
import { exercise as said } from '../../../../messages/en/exercise.ts';
import { useApp } from '../../../context.ts';
import type { Example } from '../example.ts';
import { useExercise, useExerciseActions } from './useExercise.ts';

/** Whether the sentences of a beat name a hidden number. */
function tellsSecret({ lesson, beat }: Example, trace: Trace, secret: CellSet): boolean {
  return Object.values(beat.values ?? {}).some(({ band: id, t }) => {
    const band = lesson.bands.find((one) => one.id === id);
    const model = band === undefined ? null : bandModel(trace, null, band, t ?? beat.t);
    return (model?.columns.flat() ?? []).some(({ address }) => secret.has(keyOf(address)));
  });
}

/** Whether sentences of this beat have to wait. */
export function useHiddenText(example: Example, trace: Trace | null): boolean {
  const { secret } = useExercise(trace);
  return useMemo(
    () => trace !== null && secret.size > 0 && tellsSecret(example, trace, secret),
    [example, trace, secret],
  );
}

interface GuardedProps {
  readonly trace: Trace;
  /** The cells that its children write out with what they were made of. */
  readonly cells: readonly Address[];
  readonly children: ReactNode;
}

/** Its children, where they give nothing away; else that they do, with a way to see them all the same. */
export function Guarded({ trace, cells, children }: GuardedProps) {
  const { say } = useApp().language;
  const { secret, hidden } = useExercise(trace);
  const actions = useExerciseActions(trace);
  const guilty = useMemo(
    () => cells.find((address) => givesAway(trace, address, secret)),
    [trace, cells, secret],
  );
  if (guilty === undefined) return children;
  return (
    <div className="exercise-guard">
      <p>{say(said.hiddenWorking)}</p>
      <button
        type="button"
        className="button button-small"
        onClick={() => {
          for (const address of cells) actions.reveal(address, hidden);
        }}
      >
        {say(said.working)}
      </button>
    </div>
  );
}
