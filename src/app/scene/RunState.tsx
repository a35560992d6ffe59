/** @file How the run stands, where there is something to say: work that takes long, a failure, a run that was given up. */
import { useApp, useAppState } from '../context.ts';
import type { Run } from '../state/appState.ts';

export function RunState() {
  const run = useAppState((state) => state.run);
  switch (run.state) {
    case 'running':
      return <Running run={run} />;
    case 'failed':
      return <Failed run={run} />;
    case 'idle':
      return run.why === 'cancelled' ? <Cancelled /> : null;
    case 'done':
      return null;
  }
}

/** Shown from 300 ms on: most runs are over by then. */
function Running({ run }: { readonly run: Extract<Run, { state: 'running' }> }) {
  const { runner, language } = useApp();
  const { say, app } = language;
  const first = useAppState((state) => state.shown === null);
  const said = run.restarted ? app.run.restarting : first ? app.run.loading : app.run.computing;
  return (
    <div className={run.restarted ? 'run-state plate' : 'run-state run-late plate'}>
      <p role="status">{say(said)}</p>
      <progress aria-label={say(app.run.progress)} value={run.progress ?? undefined} max={1} />
      <button type="button" className="button button-small" onClick={() => runner.cancel()}>
        {say(app.run.cancel)}
      </button>
    </div>
  );
}

function Failed({ run }: { readonly run: Extract<Run, { state: 'failed' }> }) {
  const { actions, language } = useApp();
  const { say, app } = language;
  const hasOld = useAppState((state) => state.shown !== null);
  const reason = run.of === 'files' && !navigator.onLine ? 'offline' : run.of;
  return (
    <div className="run-state run-failed plate" role="alert">
      <h2>{say(app.run.failedTitle)}</h2>
      <p>
        {say(app.run.failed[reason])} {say(app.run.kept)} {hasOld && say(app.run.keptNumbers)}
      </p>
      <p className="muted small">{say(app.run.details, { message: run.message })}</p>
      <button type="button" className="button button-strong" onClick={() => actions.retry()}>
        {say(app.run.again)}
      </button>
    </div>
  );
}

function Cancelled() {
  const { actions, language } = useApp();
  const { say, app } = language;
  return (
    <div className="run-state plate">
      <p role="status">{say(app.run.cancelled)}</p>
      <button type="button" className="button button-small" onClick={() => actions.retry()}>
        {say(app.run.again)}
      </button>
    </div>
  );
}
