/** @file Two mechanisms on one sentence, side by side: one timeline drives both, and a third view shows what they differ by. */
import { useEffect, useMemo } from 'react';
import { compare as said } from '../../../messages/en/compare.ts';
import type { ComparePage as CompareState } from '../../../url/pages/compare.ts';
import { Timeline } from '../../../views/Timeline.tsx';
import { useApp, useAppState } from '../../context.ts';
import { Notices } from '../../shell/Notices.tsx';
import { speeds } from '../../state/appState.ts';
import { useStepping } from '../useStepping.ts';
import { CompareBar } from './CompareBar.tsx';
import { CompareRun } from './CompareRun.tsx';
import { CompareSheets } from './CompareSheets.tsx';
import { CompareTold } from './CompareTold.tsx';
import { emptyCompare, type Pairing } from './slice.ts';
import { spokenOf } from './spokenPair.ts';
import { useBoth, type Both } from './useBoth.ts';
import { useCompared } from './useCompared.ts';
import { useGo } from './useGo.ts';
import './compare.css';

export function ComparePage() {
  const page = useAppState(({ link }) => (link.other?.page === 'compare' ? link.other : null));
  // Trying again begins again.
  const attempt = useAppState((state) => state.attempt);
  return page === null ? null : <Compared key={attempt} page={page} />;
}

interface ComparedProps {
  readonly page: CompareState;
}

function Compared({ page }: ComparedProps) {
  const { say, app } = useApp().language;
  useCompared(page);
  const { pair } = useAppState(({ slices }) => slices.compare ?? emptyCompare);
  const names = {
    left: say(app.mechanisms[page.left].name),
    right: say(app.mechanisms[page.right].name),
  };
  if (pair !== null) return <Paired page={page} pair={pair} />;
  return (
    <main id="main" tabIndex={-1} className="main compare">
      <h1 className="visually-hidden">{say(said.heading, names)}</h1>
      <Notices />
      <CompareBar page={page} both={null} />
      <CompareRun />
      <div className="plate waiting-sheet">{say(said.waiting)}</div>
    </main>
  );
}

interface PairedProps extends ComparedProps {
  readonly pair: Pairing;
}

function Paired({ page, pair }: PairedProps) {
  const { language } = useApp();
  const { say } = language;
  const both = useBoth(pair, page);
  const go = useGo();
  const stepping = useStepping({ trace: both.steps.trace, cursor: both.cursor, go });
  useSpoken(both);
  const words = useMemo(() => ({ formatter: language.formatter, views: language.views }), [language]);
  const { left, right } = both;
  const isOld = useAppState(({ slices }) => slices.compare?.run.state !== 'done');
  return (
    <>
      <main id="main" tabIndex={-1} className="main compare">
        <h1 className="visually-hidden">{say(said.heading, { left: left.name, right: right.name })}</h1>
        <Notices />
        <CompareBar page={page} both={isOld ? null : both} />
        <CompareRun />
        <CompareSheets both={both} words={words} old={isOld} onSeek={stepping.onSeek} />
      </main>
      <aside className="aside compare-aside" aria-label={say(said.narrator)}>
        <CompareTold side={left} words={words} />
        <CompareTold side={right} words={words} />
      </aside>
      <div className="steps">
        <Timeline {...stepping} scene={both.steps} cursor={both.cursor} words={words} speeds={speeds} />
      </div>
    </>
  );
}

/** Tells title and announcement. */
function useSpoken(both: Both): void {
  const { store, language } = useApp();
  useEffect(() => {
    store.setState({ spoken: spokenOf(both, language) });
    return () => store.setState({ spoken: null });
  }, [store, language, both]);
}
