/** @file Start, pause, one step, start anew; how the run stands. */
import { Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import { isSameRun, settingsOf } from './settingsOf.ts';
import { useTrain, useTrainActions, useTrainLink, useTrainWords } from './useTrain.ts';

/** The speed with two digits: it changes all the time. */
function rounded(speed: number): number {
  return speed < 10 ? Math.round(10 * speed) / 10 : Math.round(speed);
}

export function RunBar() {
  const { words, say } = useTrainWords();
  const actions = useTrainActions();
  const link = useTrainLink();
  const run = useTrain((slice) => slice.run);
  const state = run?.state ?? 'none';
  const running = state === 'running';
  const over = state === 'done' || state === 'failed' || state === 'making';
  const settings = run?.settings ?? settingsOf(link);
  const speed = run?.stepsPerSecond ?? null;
  const differ = run !== null && !isSameRun(run.settings, settingsOf(link));
  return (
    <section className="plate train-run" aria-label={say(words.run.region)}>
      <div className="train-buttons">
        <button
          type="button"
          className="button button-strong"
          aria-disabled={over}
          onClick={() => !over && actions.go(!running)}
        >
          {running ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
          {say(running ? words.run.pause : (run?.step ?? 0) === 0 ? words.run.start : words.run.resume)}
        </button>
        <button type="button" className="button" aria-disabled={over} onClick={() => !over && actions.step()}>
          <StepForward size={16} aria-hidden="true" />
          {say(words.run.step)}
        </button>
        <button type="button" className="button" onClick={() => actions.begin()}>
          <RotateCcw size={16} aria-hidden="true" />
          {say(words.run.reset)}
        </button>
      </div>
      <p className="train-state">
        {say(words.run.status, {
          state: say(words.run.states[state]),
          step: run?.step ?? 0,
          steps: settings.steps,
        })}
      </p>
      <progress
        className="train-progress"
        aria-label={say(words.run.region)}
        value={(run?.step ?? 0) / settings.steps}
        max={1}
      />
      <p className="muted small train-speed">
        {run !== null && run.parameters !== null && (
          <span>{say(words.run.parameters, { count: run.parameters })}</span>
        )}
        {speed !== null && <span>{say(words.run.speed, { speed: rounded(speed) })}</span>}
        {speed !== null && running && (
          <span>
            {say(words.run.left, { seconds: Math.ceil((settings.steps - (run?.step ?? 0)) / speed) })}
          </span>
        )}
      </p>
      <RunNotes differ={differ} />
    </section>
  );
}

/** What the reader has to know of the run beside its numbers. */
function RunNotes({ differ }: { readonly differ: boolean }) {
  const { words, say } = useTrainWords();
  const failed = useTrain(({ run }) => (run?.state === 'failed' ? run.message : null));
  const restartedAt = useTrain(({ run }) => run?.restartedAt ?? null);
  const simd = useTrain((slice) => slice.simd);
  return (
    <div className="train-notes">
      {differ && <p role="status">{say(words.run.differ)}</p>}
      {restartedAt !== null && <p role="status">{say(words.run.restarted, { step: restartedAt })}</p>}
      {failed !== null && <p role="alert">{say(words.run.failed, { message: failed })}</p>}
      {simd === false && <p>{say(words.run.slow)}</p>}
    </div>
  );
}
