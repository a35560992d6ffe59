/** @file "Check yourself": the task over the worksheet, what was said of the last answer, and what the teacher chooses. */
import { Check, CircleHelp } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { keyOf } from '../../../../exercises/hidden.ts';
import { recognise } from '../../../../exercises/slips.ts';
import { cellName } from '../../../../geometry/cellName.ts';
import { exercise as said } from '../../../../messages/en/exercise.ts';
import { hand } from '../../../../params/hand.ts';
import { useApp } from '../../../context.ts';
import type { HandShown } from '../slice.ts';
import { cellsOfBeat, useExercise, useExerciseActions, type Exercise, type Hidden } from './useExercise.ts';
import './exercise.css';

export interface ExercisePanelProps {
  readonly shown: HandShown;
  /** In a frame there is nothing to choose. */
  readonly alone?: boolean;
}

/** The switch while nothing is hidden. */
export function ExerciseSwitch({ shown }: Pick<ExercisePanelProps, 'shown'>) {
  const { say } = useApp().language;
  const actions = useExerciseActions(shown.trace);
  const { hidden, missing } = useExercise(shown.trace);
  const cells = cellsOfBeat(shown.example, shown.trace);
  const isOn = hidden.length + missing > 0;
  const none = cells.length === 0 && !isOn;
  return (
    <button
      type="button"
      className="button button-small exercise-switch"
      aria-pressed={isOn}
      disabled={none}
      title={say(none ? said.nothing : said.startHint)}
      onClick={() => {
        actions.set({ choosing: false, asking: null, last: null });
        actions.hide(isOn ? [] : cells, true);
      }}
    >
      <CircleHelp aria-hidden="true" />
      {say(said.start)}
    </button>
  );
}

/** The exercise, while something is hidden. */
export function ExercisePanel({ shown, alone = false }: ExercisePanelProps) {
  const { say } = useApp().language;
  const exercise = useExercise(shown.trace);
  const { hidden, missing, slice } = exercise;
  if (hidden.length + missing === 0 && !slice.choosing) return null;
  const found = hidden.filter(({ verdict }) => verdict === 'right').length;
  return (
    <section className="exercise" aria-label={say(said.region)}>
      <div className="exercise-task">
        <p>
          <b>{say(said.task, { count: hidden.length })}</b> <Decimals exercise={exercise} fixed={alone} />
        </p>
        <p className="exercise-progress" role="status">
          {say(said.progress, { found, count: hidden.length })}
          {found === hidden.length && found > 0 && (
            <>
              {' '}
              <Check aria-hidden="true" /> {say(said.all)}
            </>
          )}
        </p>
        {missing > 0 && <p className="muted small">{say(said.elsewhere, { count: missing })}</p>}
      </div>
      <Feedback exercise={exercise} shown={shown} />
      <Asking exercise={exercise} shown={shown} />
      <Tools exercise={exercise} shown={shown} alone={alone} />
    </section>
  );
}

interface PartProps {
  readonly exercise: Exercise;
  readonly shown: HandShown;
}

function Decimals({
  exercise: { decimals },
  fixed,
}: Pick<PartProps, 'exercise'> & { readonly fixed: boolean }) {
  const { say } = useApp().language;
  const actions = useExerciseActions(null);
  if (fixed) return <>{say(said.decimals, { count: decimals })}</>;
  const { min, max } = hand.decimals;
  return (
    <select
      className="select"
      aria-label={say(said.decimalsLabel)}
      value={decimals}
      onChange={({ currentTarget }) => actions.setDecimals(Number(currentTarget.value))}
    >
      {Array.from({ length: max - min + 1 }, (_, k) => (
        <option key={k} value={min + k}>
          {say(said.decimals, { count: min + k })}
        </option>
      ))}
    </select>
  );
}

/** The element that tells of the last answer. */
export const feedbackId = 'exercise-feedback';

/** What is said of the answer that was handed in last: right, or the slip that it looks like; then the working. */
function Feedback({ exercise: { slice, hidden, decimals }, shown }: PartProps) {
  const { say } = useApp().language;
  const actions = useExerciseActions(shown.trace);
  const last = hidden.find(({ key }) => key === slice.last);
  return (
    <div className="exercise-feedback" id={feedbackId} role="status">
      {last !== undefined && last.verdict !== null && (
        <>
          <p className={last.verdict === 'right' ? 'is-right' : 'is-wrong'}>
            <Judged last={last} shown={shown} decimals={decimals} />
          </p>
          <button
            type="button"
            className="button button-small"
            onClick={() => actions.reveal(last.address, hidden)}
          >
            {say(said.working)}
          </button>
        </>
      )}
    </div>
  );
}

function Judged({
  last,
  shown: { trace },
  decimals,
}: { readonly last: Hidden } & Omit<PartProps, 'exercise'> & { readonly decimals: number }) {
  const { say } = useApp().language;
  const { address, verdict, typed } = last;
  const name = cellName(trace, address).symbol.plain;
  if (verdict === 'right') return <>{say(said.right, { name })}</>;
  if (verdict === 'unreadable') return <>{say(said.unreadable, { typed })}</>;
  const [slip] = recognise(trace, address, typed, decimals);
  return (
    <>
      {say(said.wrong, { name, typed })} {say(slip === undefined ? said.unknown : said.hints[slip])}
    </>
  );
}

/** Asked before a hidden number is shown. */
function Asking({ exercise: { slice, hidden }, shown }: PartProps) {
  const actions = useExerciseActions(shown.trace);
  const { asking } = slice;
  if (asking === null) return null;
  return (
    <Question
      key={keyOf(asking)}
      onKeep={() => actions.set({ asking: null })}
      onShow={() => actions.reveal(asking, hidden)}
    />
  );
}

interface QuestionProps {
  readonly onKeep: () => void;
  readonly onShow: () => void;
}

function Question({ onKeep, onShow }: QuestionProps) {
  const { say } = useApp().language;
  const id = useId();
  const keep = useRef<HTMLButtonElement>(null);
  // The question is asked where the reader has clicked, and he may answer at once.
  useEffect(() => keep.current?.focus(), []);
  return (
    <div className="exercise-ask" role="alertdialog" aria-labelledby={id}>
      <p id={id}>{say(said.ask)}</p>
      <button type="button" className="button button-small" ref={keep} onClick={onKeep}>
        {say(said.keep)}
      </button>
      <button type="button" className="button button-small" onClick={onShow}>
        {say(said.show)}
      </button>
    </div>
  );
}

/** Choosing, the link, clearing. */
function Tools({ exercise: { slice }, shown, alone }: PartProps & { readonly alone: boolean }) {
  const { say } = useApp().language;
  const actions = useExerciseActions(shown.trace);
  const [told, setTold] = useState('');
  const copy = async (): Promise<void> => {
    try {
      // The address is written a moment after a change: what is shared is written now.
      await new Promise((resume) => window.setTimeout(resume, 350));
      await navigator.clipboard.writeText(window.location.href);
      setTold(say(said.copied));
    } catch {
      setTold(say(said.blocked));
    }
  };
  return (
    <div className="exercise-tools">
      {!alone && (
        <>
          <button
            type="button"
            className="button button-small"
            aria-pressed={slice.choosing}
            onClick={() => actions.set({ choosing: !slice.choosing, asking: null })}
          >
            {say(slice.choosing ? said.chosen : said.choose)}
          </button>
          <button type="button" className="button button-small" onClick={() => void copy()}>
            {say(said.copy)}
          </button>
        </>
      )}
      <button
        type="button"
        className="button button-small"
        onClick={() => {
          actions.clear();
          setTold(say(said.cleared));
        }}
      >
        {say(said.clear)}
      </button>
      {slice.choosing && <span>{say(said.choosing)}</span>}
      <span role="status">{told}</span>
    </div>
  );
}
