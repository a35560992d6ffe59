/** @file The page of a translation: the sentence at once, the views when they have been loaded and there is something to show. */
import { lazy } from 'react';
import { Part } from '../shell/Part.tsx';
import { useApp, useAppState } from '../context.ts';
import { Notices } from '../shell/Notices.tsx';
import { SentenceBar } from '../sentence/SentenceBar.tsx';
import { RunState } from './RunState.tsx';

/** The views, in a chunk of their own. */
const scene = () => import('./Scene.tsx');
const Sheets = lazy(() => scene().then(({ Sheets }) => ({ default: Sheets })));
const Told = lazy(() => scene().then(({ Told }) => ({ default: Told })));
const Steps = lazy(() => scene().then(({ Steps }) => ({ default: Steps })));

/** Begins to load the views, before there is anything to show in them. */
export function preloadScene(): void {
  void scene();
}

export function StepPage() {
  const { say, app } = useApp().language;
  const shown = useAppState((state) => state.shown);
  const mechanism = useAppState((state) => state.link.mechanism);
  const waiting = <div className="plate waiting-sheet">{say(app.scene.loading)}</div>;
  return (
    <>
      <main id="main" tabIndex={-1} className="main">
        <h1 className="visually-hidden">{say(app.mechanisms[mechanism].title)}</h1>
        <Notices />
        <SentenceBar />
        <RunState />
        {shown === null ? (
          waiting
        ) : (
          <Part waiting={waiting}>
            <Sheets shown={shown} />
          </Part>
        )}
      </main>
      <aside className="aside" aria-label={say(app.scene.narrator)}>
        {shown !== null && (
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
