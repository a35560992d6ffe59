/** @file A worked example by hand: the worksheet of its numbers, the narrator, the beats. */
import { useCallback, useEffect, useMemo } from 'react';
import { addressOf } from '../../../geometry/openCell.ts';
import type { Pair } from '../../../geometry/cursor.ts';
import { HandSheet } from '../../../views/hand/HandSheet.tsx';
import { useApp, useAppState } from '../../context.ts';
import { Notices } from '../../shell/Notices.tsx';
import { themeOf } from '../../state/derived.ts';
import { BeatSteps } from './BeatSteps.tsx';
import type { Example } from './example.ts';
import { Extra } from './Extra.tsx';
import { ExercisePanel, ExerciseSwitch } from './exercise/ExercisePanel.tsx';
import { useExercise } from './exercise/useExercise.ts';
import { useBlanks } from './exercise/useBlanks.tsx';
import { HandNumbers } from './HandNumbers.tsx';
import { HandTold } from './HandTold.tsx';
import { sheetRows } from './sheetRows.ts';
import type { HandShown } from './slice.ts';
import { TakeExample } from './TakeExample.tsx';
import { useExample, useHandPage, useHandSlice, useHandWords, useRun } from './useHand.ts';
import { useBeatKeys } from './useBeatKeys.ts';
import { Versions, VersionsSwitch } from './Versions.tsx';
import './handPage.css';

export function HandPage() {
  const { say, app } = useApp().language;
  const example = useExample();
  const { shown, failed } = useHandSlice();
  const { hand } = useHandWords();
  useRun(example);
  useBeatKeys();
  const { lesson } = example;
  const ready = shown?.example.lesson === lesson ? shown : null;
  const title = say(app.hand.lessons[lesson.id].title);
  useSpoken(example, title);
  return (
    <>
      <main id="main" tabIndex={-1} className="main hand-main">
        <Notices />
        <h1 className="visually-hidden">{title}</h1>
        {example.leftOut.length > 0 && (
          <p className="notice" role="status">
            {say(hand.leftOut.title, { names: example.leftOut.join(', ') })}
          </p>
        )}
        <div className="plate">
          <header className="worksheet-head hand-head">
            <h2>{say(hand.sheet.title)}</h2>
            <p>{say(hand.sheet.subtitle)}</p>
            {ready !== null && <ExerciseSwitch shown={{ ...ready, example }} />}
            <VersionsSwitch />
          </header>
          {ready !== null && <ExercisePanel shown={ready} />}
          {ready === null ? <p className="waiting-sheet">{say(hand.loading)}</p> : <Sheet shown={ready} />}
          {ready !== null && <Take shown={ready} title={title} />}
          {failed !== null && (
            <p className="hand-failed" role="alert">
              {say(hand.sheet.failed, { message: failed })}
            </p>
          )}
        </div>
        {ready !== null && <Versions shown={ready} />}
        <Extra example={example} shown={ready} />
        <HandNumbers example={example} shown={ready} />
      </main>
      <aside className="aside" aria-label={say(app.scene.narrator)}>
        <HandTold example={example} shown={ready} />
      </aside>
      <div className="steps">
        <BeatSteps example={example} />
      </div>
    </>
  );
}

/** What can be taken away: nothing while there are hidden numbers, all of which it would hold. */
function Take(props: { readonly shown: HandShown; readonly title: string }) {
  const { secret } = useExercise(props.shown.trace);
  return secret.size > 0 ? null : <TakeExample {...props} />;
}

/** Tells the document's title and what is announced. */
function useSpoken({ lesson, beat }: Example, title: string): void {
  const { language, store } = useApp();
  const { say } = language;
  const { hand, beats } = useHandWords();
  const beatTitle = say(beats[beat.id]?.title ?? beat.id);
  useEffect(() => {
    const part = lesson.beats.filter((one) => one.part === beat.part);
    const values = {
      part: say(hand.parts[beat.part]),
      place: part.indexOf(beat) + 1,
      count: part.length,
      beat: beatTitle,
      lesson: title,
    };
    store.setState({
      spoken: { page: 'hand', title: say(hand.title, values), announcement: say(hand.announce, values) },
    });
  }, [store, say, hand, lesson, beat, beatTitle, title]);
}

/** The worksheet of what is shown. */
export function Sheet({ shown }: { readonly shown: HandShown }) {
  const { language, store } = useApp();
  const page = useHandPage();
  const { before } = useHandSlice();
  const { hand } = useHandWords();
  const theme = useAppState(themeOf);
  const highlight = useAppState((state) => state.highlight);
  // The beat of the link, on the numbers that have arrived: a beat of other numbers waits for them.
  const { lesson, words, numbers } = shown.example;
  const wanted = useExample();
  const beat = wanted.lesson === lesson ? wanted.beat : shown.example.beat;
  const rows = useMemo(() => sheetRows(lesson, beat), [lesson, beat]);
  const { hidesWeights, ...exercise } = useBlanks(shown, beat.t);
  const viewWords = useMemo(() => ({ formatter: language.formatter, views: language.views }), [language]);
  const names = useMemo(
    () => Object.fromEntries(Object.entries(hand.bands).map(([id, name]) => [id, language.say(name)])),
    [hand, language],
  );
  const onHighlight = useCallback(
    (pair: Pair | null) => {
      const { highlight: lit } = store.getState();
      if (pair?.t !== lit?.t || pair?.j !== lit?.j) store.setState({ highlight: pair });
    },
    [store],
  );
  const given = numbers['given_at'];
  const isGiven = useCallback(
    (band: string, column: number): boolean =>
      band === 'e' && given?.data[(beat.t - 1) * (given.shape.at(-1) ?? 1) + column] === 1,
    [given, beat.t],
  );
  const opened = useMemo(
    () => (page.open === null ? null : (addressOf(shown.trace, page.open) ?? null)),
    [shown.trace, page.open],
  );
  return (
    <HandSheet
      trace={shown.trace}
      before={before}
      rows={rows}
      t={beat.t}
      alone={page.cell}
      columns={words}
      targets={lesson.targets ?? words}
      outputs={lesson.outputs ?? []}
      arrows={!hidesWeights && rows.some(({ band, state }) => band.id === 'alpha' && state !== 'future')}
      isGiven={isGiven}
      theme={theme}
      words={viewWords}
      messages={hand}
      names={names}
      highlight={highlight}
      opened={opened}
      onHighlight={onHighlight}
      {...exercise}
    />
  );
}
