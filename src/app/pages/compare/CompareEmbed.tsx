/** @file A comparison alone in a frame: both worksheets, or what their scores or weights differ by. */
import { useMemo } from 'react';
import { compare as said } from '../../../messages/en/compare.ts';
import { embed as embedSaid } from '../../../messages/en/embed.ts';
import type { ComparePage } from '../../../url/pages/compare.ts';
import { useApp, useAppState } from '../../context.ts';
import { EmbedFoot } from '../../embed/EmbedFoot.tsx';
import { Notices } from '../../shell/Notices.tsx';
import { useStepping } from '../useStepping.ts';
import { CompareRun } from './CompareRun.tsx';
import { ComparePair, Differences } from './CompareSheets.tsx';
import { CompareStory } from './CompareTold.tsx';
import { emptyCompare, type Pairing } from './slice.ts';
import { spokenOf } from './spokenPair.ts';
import { useBoth } from './useBoth.ts';
import { useCompared } from './useCompared.ts';
import { useGo } from './useGo.ts';
import './compare.css';

export function CompareEmbed() {
  const page = useAppState(({ link }) => (link.other?.page === 'compare' ? link.other : null));
  const attempt = useAppState((state) => state.attempt);
  return page === null ? null : <Embedded key={attempt} page={page} />;
}

interface EmbeddedProps {
  readonly page: ComparePage;
}

function Embedded({ page }: EmbeddedProps) {
  const { say } = useApp().language;
  useCompared(page);
  const { pair } = useAppState(({ slices }) => slices.compare ?? emptyCompare);
  if (pair !== null) return <Paired page={page} pair={pair} />;
  return (
    <div className="embed-main">
      <Notices />
      <CompareRun />
      <div className="plate embed-waiting">{say(embedSaid.waiting)}</div>
    </div>
  );
}

function Paired({ page, pair }: EmbeddedProps & { readonly pair: Pairing }) {
  const { language } = useApp();
  const { say } = language;
  const both = useBoth(pair, page);
  const stepping = useStepping({ trace: both.steps.trace, cursor: both.cursor, go: useGo() });
  const words = useMemo(() => ({ formatter: language.formatter, views: language.views }), [language]);
  const embed = useAppState((state) => state.link.embed);
  const { left, right, steps } = both;
  const heading = say(said.heading, { left: left.name, right: right.name });
  return (
    <>
      <div className="embed-main">
        <h1 className="visually-hidden">{heading}</h1>
        <Notices />
        <CompareRun />
        {embed === 'worksheet' ? (
          <ComparePair {...{ both, words }} old={false} onSeek={stepping.onSeek} />
        ) : (
          <Differences {...{ both, words }} old={false} only={embed === 'scores' ? 'e' : 'alpha'} />
        )}
        {page.open !== null &&
          [left, right].map((side) => (
            <div className="plate" key={side.side}>
              <CompareStory side={side} words={words} />
            </div>
          ))}
      </div>
      <EmbedFoot
        caption={say(embedSaid.captionOfTwo, { heading, english: steps.source.join(' ') })}
        steps={{
          label: spokenOf(both, language).announcement,
          onPrevious: stepping.onPrevious,
          onNext: stepping.onNext,
        }}
      />
    </>
  );
}
