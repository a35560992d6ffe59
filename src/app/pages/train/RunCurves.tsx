/** @file Loss and accuracy over the steps, and the slider that goes back to a checkpoint. */
import { useId, useMemo } from 'react';
import { lossTop } from '../../../geometry/curveModel.ts';
import { significant } from '../../../geometry/numbers.ts';
import { Curves, type CurveLine } from '../../../views/Curves.tsx';
import { chosenCheck } from './chosen.ts';
import { settingsOf } from './settingsOf.ts';
import type { CurvePoint, KeptCheck } from './slice.ts';
import { useTrain, useTrainActions, useTrainLink, useTrainWords } from './useTrain.ts';

const NO_POINTS: readonly CurvePoint[] = [];
const NO_CHECKS: readonly KeptCheck[] = [];

const percent = (share: number): string => `${Math.floor(1000 * share) / 10} %`;

export function RunCurves() {
  const { words, say } = useTrainWords();
  const link = useTrainLink();
  const curve = useTrain(({ run }) => run?.curve ?? NO_POINTS);
  const checks = useTrain(({ run }) => run?.checks ?? NO_CHECKS);
  const steps = useTrain(({ run }) => run?.settings.steps) ?? settingsOf(link).steps;
  const at = useTrain((slice) =>
    slice.chosen.kind === 'run' && slice.chosen.check >= 0 ? (chosenCheck(slice)?.step ?? null) : null,
  );
  const lines = useMemo(() => linesOf(curve, checks), [curve, checks]);
  const top = lossTop([...curve.map(({ loss }) => loss), ...checks.map(({ heldOut }) => heldOut.loss)]);
  const { train, heldOut, exactLine } = words.curves;
  const labels = { plain: say(train), strong: say(heldOut), dashed: say(exactLine) };
  const labelled = (some: readonly Omit<CurveLine, 'label'>[]): CurveLine[] =>
    some.map((line) => ({ ...line, label: labels[line.kind] }));
  const last = (line: Omit<CurveLine, 'label'> | undefined, text: (value: number) => string): string => {
    const point = line?.points.at(-1);
    return point === undefined ? say(words.curves.none) : text(point.value);
  };
  return (
    <section className="plate train-curves" aria-label={say(words.curves.region)}>
      <Curves
        title={say(words.curves.loss)}
        note={say(words.curves.lossNote)}
        alternative={say(words.curves.figure, {
          name: say(words.curves.loss),
          train: last(lines.loss[0], significant),
          heldOut: last(lines.loss[1], significant),
          exact: 'none',
        })}
        lines={labelled(lines.loss)}
        steps={steps}
        range={[0, top]}
        at={at}
        tickText={significant}
      />
      <Curves
        title={say(words.curves.accuracy)}
        alternative={say(words.curves.figure, {
          name: say(words.curves.accuracy),
          train: last(lines.accuracy[0], percent),
          heldOut: last(lines.accuracy[1], percent),
          exact: last(lines.accuracy[2], percent),
        })}
        lines={labelled(lines.accuracy)}
        steps={steps}
        range={[0, 1]}
        at={at}
        tickText={percent}
      />
      <Scrub />
    </section>
  );
}

/** The lines of both charts, without their words. */
function linesOf(
  curve: readonly CurvePoint[],
  checks: readonly KeptCheck[],
): Record<'loss' | 'accuracy', readonly Omit<CurveLine, 'label'>[]> {
  const learned = (key: 'loss' | 'symbols') =>
    curve.map((point) => ({ step: point.step, value: point[key] }));
  const held = (key: 'loss' | 'symbols' | 'exact') =>
    checks.map(({ step, heldOut }) => ({ step, value: heldOut[key] }));
  return {
    loss: [
      { id: 'train', kind: 'plain', points: learned('loss') },
      { id: 'held', kind: 'strong', points: held('loss') },
    ],
    accuracy: [
      { id: 'train', kind: 'plain', points: learned('symbols') },
      { id: 'held', kind: 'strong', points: held('symbols') },
      { id: 'exact', kind: 'dashed', points: held('exact') },
    ],
  };
}

/** Goes back to any checkpoint; the worksheet then shows that moment. */
function Scrub() {
  const { words, say } = useTrainWords();
  const { choose } = useTrainActions();
  const checks = useTrain(({ run }) => run?.checks ?? NO_CHECKS);
  const chosen = useTrain((slice) => slice.chosen);
  const id = useId();
  if (checks.length === 0) return null;
  const isNewest = chosen.kind !== 'run' || chosen.check < 0;
  const place = isNewest ? checks.length - 1 : Math.min(chosen.check, checks.length - 1);
  const check = checks[place];
  if (check === undefined) return null;
  const said = say(words.curves.scrubValue, {
    step: check.step,
    loss: significant(check.heldOut.loss),
    exact: check.heldOut.exact,
  });
  return (
    <div className="train-scrub">
      <label htmlFor={id}>{say(words.curves.scrub)}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={checks.length - 1}
        value={place}
        aria-valuetext={said}
        onChange={({ currentTarget }) => choose({ kind: 'run', check: Number(currentTarget.value) })}
      />
      <span className="train-scrub-value">{said}</span>
      <button
        type="button"
        className="button button-small"
        aria-pressed={isNewest}
        onClick={() => choose({ kind: 'run', check: -1 })}
      >
        {say(words.curves.newest)}
      </button>
    </div>
  );
}
