/** @file “Train it yourself”: settings, the run, its curves, where it looks, and every number of the model that is chosen. */
import { useEffect, useMemo } from 'react';
import { useApp, useAppState } from '../../context.ts';
import { Notices } from '../../shell/Notices.tsx';
import { Part } from '../../shell/Part.tsx';
import { LiveAlignment } from './LiveAlignment.tsx';
import { Models } from './Models.tsx';
import { Norms } from './Norms.tsx';
import { RunBar } from './RunBar.tsx';
import { RunCurves } from './RunCurves.tsx';
import { Settings } from './Settings.tsx';
import { TextField } from './TextField.tsx';
import { createTrainActions } from './trainActions.ts';
import { trainRunnerOf } from './trainRunner.ts';
import { Sheets, SheetName, Steps, Told } from './TrainSheets.tsx';
import { TriedExamples } from './TriedExamples.tsx';
import { TrainContext, useTrain, useTrainLink, useTrainWords } from './useTrain.ts';
import { useTrainKeys } from './useTrainKeys.ts';
import './trainPage.css';

export function TrainPage() {
  const { store } = useApp();
  const { runner, actions, isPlaying } = useMemo(() => {
    const made = trainRunnerOf(store);
    return {
      runner: made,
      actions: createTrainActions(store, made),
      isPlaying: () => made.slice.playing,
    };
  }, [store]);
  useEffect(() => runner.visit(), [runner]);
  useTrainKeys(actions, isPlaying);
  return (
    <TrainContext value={actions}>
      <Content />
    </TrainContext>
  );
}

function Content() {
  const { words, say } = useTrainWords();
  const { show } = useTrainLink();
  const shown = useTrain((slice) => slice.shown);
  useSpoken();
  const own = show === 'own';
  return (
    <>
      <main id="main" tabIndex={-1} className="main train-main">
        <Notices />
        <h1>{say(own ? words.title : words.datesTitle)}</h1>
        <p className="lead">{say(own ? words.lead : words.datesLead)}</p>
        {own && (
          <>
            <Settings />
            <RunBar />
            <div className="train-live">
              <RunCurves />
              <LiveAlignment />
              <Norms />
              <TriedExamples />
            </div>
          </>
        )}
        {!own && (
          <div className="plate">
            <TextField />
          </div>
        )}
        <section aria-labelledby="train-sheet" className="train-sheet">
          <h2 id="train-sheet">{say(words.sheet.region)}</h2>
          <SheetName />
          <SheetState />
          {shown !== null && (
            <Part>
              <Sheets shown={shown} />
            </Part>
          )}
        </section>
        <Models />
      </main>
      <aside className="aside" aria-label={say(words.sheet.number)}>
        {shown === null ? (
          <p className="muted">{say(words.sheet.choose)}</p>
        ) : (
          <Part>
            <Told shown={shown} />
          </Part>
        )}
      </aside>
      <div className="steps">
        {shown !== null && (
          <Part>
            <Steps shown={shown} />
          </Part>
        )}
      </div>
    </>
  );
}

/** Why the worksheet is empty or old, where it is. */
function SheetState() {
  const { words, say } = useTrainWords();
  const tracing = useTrain((slice) => slice.tracing);
  const running = useTrain(
    ({ run, chosen }) => run?.state === 'running' && chosen.kind === 'run' && chosen.check < 0,
  );
  const empty = useTrain((slice) => slice.shown === null);
  if (typeof tracing === 'object')
    return <p role="alert">{say(words.sheet.failed, { message: tracing.failed })}</p>;
  if (running) return <p className="muted">{say(words.sheet.running)}</p>;
  return empty ? <p className="muted">{say(words.sheet.empty)}</p> : null;
}

/** Tells the document's title, and those who listen how the run stands when that changes. */
function useSpoken(): void {
  const { store, language } = useApp();
  const { words, say } = useTrainWords();
  const { show } = useTrainLink();
  const state = useTrain(({ run }) => run?.state ?? 'none');
  const steps = useTrain(({ run }) => run?.settings.steps ?? 0);
  const { train } = language.app;
  const title = language.say(show === 'own' ? train.title : train.datesTitle);
  const other = useAppState(({ link }) => link.other?.page);
  useEffect(() => {
    const step = store.getState().slices.train?.run?.step ?? 0;
    const announcement =
      state === 'none' || state === 'making'
        ? ''
        : say(words.announcement, { state: say(words.run.states[state]), step, steps });
    if (other === 'train') store.setState({ spoken: { page: 'train', title, announcement } });
  }, [store, state, steps, title, other, words, say]);
}
