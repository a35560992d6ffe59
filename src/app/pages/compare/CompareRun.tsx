/** @file How the run of both stands, where there is something to say. */
import { useApp, useAppState } from '../../context.ts';
import { emptyCompare } from './slice.ts';

export function CompareRun() {
  const { actions, language } = useApp();
  const { say, app } = language;
  const { run, pair } = useAppState(({ slices }) => slices.compare ?? emptyCompare);
  if (run.state === 'running') {
    const words = run.restarted ? app.run.restarting : pair === null ? app.run.loading : app.run.computing;
    return (
      <div className={run.restarted ? 'run-state plate' : 'run-state run-late plate'}>
        <p role="status">{say(words)}</p>
        <progress aria-label={say(app.run.progress)} max={1} />
      </div>
    );
  }
  if (run.state !== 'failed') return null;
  return (
    <div className="run-state run-failed plate" role="alert">
      <h2>{say(app.run.failedTitle)}</h2>
      <p>
        {say(app.run.failed[run.of === 'files' && !navigator.onLine ? 'offline' : run.of])}{' '}
        {say(app.run.kept)} {pair !== null && say(app.run.keptNumbers)}
      </p>
      <p className="muted small">{say(app.run.details, { message: run.message })}</p>
      <button type="button" className="button button-strong" onClick={() => actions.retry()}>
        {say(app.run.again)}
      </button>
    </div>
  );
}
