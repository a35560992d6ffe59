/** @file The narrator of a worked example: what this beat does, its formula, the numbers written out, the story of a number, a question. */
import { useMemo, type ReactNode } from 'react';
import type { Address } from '../../../engine/explanation.ts';
import { bandModel } from '../../../geometry/hand/bandModel.ts';
import { addressOf } from '../../../geometry/openCell.ts';
import { CellStory } from '../../../views/CellStory.tsx';
import { Formula } from '../../../views/Formula.tsx';
import { WrittenOut } from '../../../views/hand/WrittenOut.tsx';
import { Said } from '../../../views/Said.tsx';
import type { SceneData } from '../../../views/scene.ts';
import { useApp } from '../../context.ts';
import { exercise } from '../../../messages/en/exercise.ts';
import type { Example } from './example.ts';
import { Guarded, useHiddenText } from './exercise/Guarded.tsx';
import { useExercise, useExerciseActions } from './exercise/useExercise.ts';
import type { HandShown } from './slice.ts';
import { toldValues } from './told.ts';
import { useHandActions, useHandPage, useHandSlice, useHandWords } from './useHand.ts';
import '../../../views/narrator/narrator.css';

/** Cells that are written out at once. */
const mostWritten = 12;

/** Marks of lessons that are shown in a way of their own. */
const marks = {
  sub: (children: ReactNode) => <sub>{children}</sub>,
  sup: (children: ReactNode) => <sup>{children}</sup>,
};

export interface HandToldProps {
  readonly example: Example;
  readonly shown: HandShown | null;
}

export function HandTold({ example, shown }: HandToldProps) {
  const { language } = useApp();
  const { say, formatter } = language;
  const { hand, beats } = useHandWords();
  const { lesson, beat } = example;
  const words = beats[beat.id];
  const { edits } = useHandPage();
  const changed = edits.some(({ name }) => !name.startsWith('size_'));
  const part = lesson.beats.filter((one) => one.part === beat.part);
  const values = useMemo(
    () => (shown === null ? null : toldValues(shown.trace, { ...example, words: shown.example.words })),
    [shown, example],
  );
  const languages = { source: 'en', target: 'fr' };
  const isHidden = useHiddenText(example, shown?.trace ?? null);
  return (
    <section className="narrator hand-told">
      <p className="narrator-step" data-part={beat.part}>
        <span className="narrator-dot" aria-hidden="true" />
        {say(hand.place, {
          part: say(hand.parts[beat.part]),
          place: part.indexOf(beat) + 1,
          count: part.length,
        })}
      </p>
      <h2>{say(words?.title ?? beat.id)}</h2>
      {isHidden && <p className="narrator-text muted">{say(exercise.hiddenText)}</p>}
      {values !== null && !isHidden && (
        <p className="narrator-text">
          <Said {...{ formatter, values, languages, marks }} message={words?.text ?? ''} />
        </p>
      )}
      {changed && <p className="hand-changed">{say(hand.changed.note)}</p>}
      {beat.formula !== undefined && (
        <div className="narrator-formulas">
          <figure>
            <Formula tex={beat.formula.tex} plain={beat.formula.plain} display />
          </figure>
        </div>
      )}
      {shown !== null && <Written example={example} shown={shown} />}
      {shown !== null && <Story example={example} shown={shown} />}
      {words?.ask !== undefined && values !== null && !isHidden && (
        <details className="hand-question" key={beat.id}>
          <summary>{say(words.ask, values)}</summary>
          <p>
            <Said {...{ formatter, values, languages, marks }} message={words.answer ?? ''} />
          </p>
        </details>
      )}
    </section>
  );
}

interface ShownProps {
  readonly example: Example;
  readonly shown: HandShown;
}

/** The terms of a beat, written out. */
function Written({ example, shown }: ShownProps) {
  const { language } = useApp();
  const guarded = useExerciseActions(shown.trace);
  const { secret } = useExercise(shown.trace);
  const { cell } = useHandPage();
  const { hand } = useHandWords();
  const { lesson, beat } = example;
  const { trace } = shown;
  const cells = useMemo(() => {
    const bands = beat.terms.flatMap((id) => lesson.bands.filter((band) => band.id === id));
    return bands.flatMap((band) => {
      const columns = bandModel(trace, null, band, beat.t)?.columns ?? [];
      const alone = band.place === 'columns' && cell > 0 ? columns.slice(cell - 1, cell) : columns;
      return alone.flat().map(({ address }) => address);
    });
  }, [lesson, beat, trace, cell]);
  const viewWords = useMemo(() => ({ formatter: language.formatter, views: language.views }), [language]);
  const left = cells.length - mostWritten;
  const written = useMemo(() => cells.slice(0, mostWritten), [cells]);
  return (
    <Guarded trace={trace} cells={written}>
      <WrittenOut
        trace={trace}
        words={viewWords}
        cells={written}
        more={left > 0 ? language.say(hand.more, { count: left }) : ''}
        label={language.say(hand.writtenOut)}
        onOpen={(address) => guarded.open(address, secret)}
      />
    </Guarded>
  );
}

/** "How was this number computed?" for the opened number, or the first that is written out. */
export function Story({ example, shown }: ShownProps) {
  const { language, store } = useApp();
  const actions = useHandActions();
  const { open } = useHandPage();
  const { unfolded } = useHandSlice();
  const { trace } = shown;
  const { words, lesson } = shown.example;
  const scene = useMemo(
    (): SceneData => ({
      trace,
      source: words,
      unknown: [],
      target: lesson.targets ?? words,
      targetWords: lesson.outputs ?? [],
      sourceLanguage: 'en',
      targetLanguage: lesson.targets === undefined ? 'en' : 'fr',
      forced: [],
      model: null,
    }),
    [trace, words, lesson],
  );
  const opened = useMemo(
    (): Address | null => (open === null ? null : (addressOf(trace, open) ?? null)),
    [trace, open],
  );
  const viewWords = useMemo(() => ({ formatter: language.formatter, views: language.views }), [language]);
  const cells = useMemo(() => (opened === null ? [] : [opened]), [opened]);
  if (opened === null || example.lesson !== lesson) return null;
  return (
    <Guarded trace={trace} cells={cells}>
      <CellStory
        scene={scene}
        words={viewWords}
        opened={opened}
        onOpen={actions.open}
        onHighlight={(pair) => store.setState({ highlight: pair })}
        unfolded={unfolded}
        onUnfold={actions.unfold}
      />
    </Guarded>
  );
}
