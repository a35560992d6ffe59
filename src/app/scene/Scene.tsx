/** @file The views of a translation: worksheet and matrices, narrator, timeline. One chunk, loaded after the first paint. */
import { memo, use, useCallback, useMemo } from 'react';
import type { Address } from '../../engine/explanation.ts';
import { weighs, type Cursor } from '../../geometry/cursor.ts';
import { CellStory } from '../../views/CellStory.tsx';
import { isWide } from '../../views/matrix/MatrixSheet.tsx';
import { Matrix } from '../../views/Matrix.tsx';
import { Narrator } from '../../views/Narrator.tsx';
import { Saliency } from '../../views/Saliency.tsx';
import type { SceneProps, Words } from '../../views/scene.ts';
import { Timeline } from '../../views/Timeline.tsx';
import { Worksheet } from '../../views/Worksheet.tsx';
import { useApp, useAppState } from '../context.ts';
import { speeds, type Shown } from '../state/appState.ts';
import { cursorOfState, explainedOf, isOld, themeOf } from '../state/derived.ts';
import { TakeSceneAway } from '../takeAway/TakeSceneAway.tsx';
import { useAfterPaint } from './useAfterPaint.ts';

/** Where the reader stands, as one object until it changes. */
function useCursor(): Cursor {
  const t = useAppState((state) => cursorOfState(state).t);
  const at = useAppState((state) => cursorOfState(state).at);
  const cell = useAppState((state) => cursorOfState(state).cell);
  return useMemo(() => ({ t, at, cell }), [t, at, cell]);
}

/** The words of the views, as one object a language. */
function useWords(): Words {
  const { language } = useApp();
  return useMemo(() => ({ formatter: language.formatter, views: language.views }), [language]);
}

/** The number whose making is told. */
function useExplained(shown: Shown, cursor: Cursor): Address | null {
  const open = useAppState((state) => state.link.open);
  const { trace } = shown.translation;
  return useMemo(() => explainedOf(trace, open, cursor), [trace, open, cursor]);
}

export interface SceneViewProps {
  readonly shown: Shown;
}

/** Where the reader stands in which translation, and the number whose making is told. */
interface Place {
  readonly shown: Shown;
  readonly cursor: Cursor;
  readonly opened: Address | null;
}

/** Where the reader stands in a translation. */
export function usePlace(shown: Shown): Place {
  const cursor = useCursor();
  const opened = useExplained(shown, cursor);
  return useMemo(() => ({ shown, cursor, opened }), [shown, cursor, opened]);
}

/** What every view of the translation is given. */
export function useSceneProps({ shown, cursor, opened }: Place): SceneProps {
  const { actions } = useApp();
  return {
    scene: shown.scene,
    cursor,
    theme: useAppState(themeOf),
    words: useWords(),
    highlight: useAppState((state) => state.highlight),
    onHighlight: actions.highlight,
    opened,
    onOpen: actions.open,
  };
}

/** The worksheet and the two matrices. */
export function Sheets({ shown }: SceneViewProps) {
  const { language } = useApp();
  return (
    <div className="sheets">
      <Sheet shown={shown} />
      {weighs(shown.scene.trace) ? (
        <Matrices shown={shown} />
      ) : (
        <p className="plate muted">{language.say(language.app.scene.noMatrices)}</p>
      )}
      <div className="matrices is-stacked">
        <Gradients shown={shown} />
      </div>
    </div>
  );
}

function Sheet({ shown }: SceneViewProps) {
  const { actions } = useApp();
  const place = usePlace(shown);
  const props = useSceneProps(place);
  // A step is complete in its first frame, and moves from the next one on.
  const isPainted = useAfterPaint(place) === place;
  const old = useAppState(isOld);
  const still = useAppState((state) => state.hurried || state.reducedMotion || state.speed >= 4);
  const unfolded = useAppState((state) => state.unfolded);
  return (
    <div className="plate">
      <Worksheet
        {...props}
        unfolded={unfolded}
        onUnfold={actions.unfold}
        onSeek={actions.seek}
        onForce={actions.forceNumber}
        still={still || !isPainted}
        old={old}
      />
      <TakeSceneAway shown={shown} view="worksheet" />
    </div>
  );
}

/** What is built so far follows the worksheet by a frame; what is lit is lit in both at once. */
function Matrices({ shown }: SceneViewProps) {
  const { actions } = useApp();
  const place = useAfterPaint(usePlace(shown));
  const props = useSceneProps(place);
  const isOfBefore = place.shown !== shown;
  const old = useAppState(isOld) || isOfBefore;
  const focus = useAppState((state) => state.focus);
  const onFocusScores = useCallback(
    (to: Parameters<typeof actions.focusMatrix>[1]) => actions.focusMatrix('e', to),
    [actions],
  );
  const onFocusWeights = useCallback(
    (to: Parameters<typeof actions.focusMatrix>[1]) => actions.focusMatrix('alpha', to),
    [actions],
  );
  return (
    <div className={isWide(place.shown.scene) ? 'matrices is-stacked' : 'matrices'}>
      <div className="plate">
        <Matrix {...props} name="e" focus={focus.e} onFocus={onFocusScores} old={old} />
        <TakeSceneAway shown={place.shown} view="e" />
      </div>
      <div className="plate">
        <Matrix {...props} name="alpha" focus={focus.alpha} onFocus={onFocusWeights} old={old} />
        <TakeSceneAway shown={place.shown} view="alpha" />
      </div>
    </div>
  );
}

/** The third matrix, which the reader has to ask for. */
function Gradients({ shown }: SceneViewProps) {
  const { actions, runner } = useApp();
  const place = useAfterPaint(usePlace(shown));
  const props = useSceneProps(place);
  const old = useAppState(isOld) || place.shown !== shown;
  const focus = useAppState((state) => state.focus.saliency);
  const asked = useAppState((state) =>
    state.saliency?.shown === place.shown ? state.saliency.answer : 'unasked',
  );
  const onFocus = useCallback(
    (to: Parameters<typeof actions.focusMatrix>[1]) => actions.focusMatrix('saliency', to),
    [actions],
  );
  const onAsk = useCallback(() => void runner.askSaliency(), [runner]);
  return (
    <div className="plate">
      <Saliency
        {...props}
        answer={typeof asked === 'string' ? asked : asked.rows}
        {...{ focus, onFocus, onAsk, old }}
      />
    </div>
  );
}

/** The narrator, with the story of a number: it is read after the sheets are seen, and follows them by a frame. */
export function Told({ shown }: SceneViewProps) {
  return <Narration {...useAfterPaint(usePlace(shown), 2)} />;
}

const Narration = memo(function Narration({ shown, cursor, opened }: Place) {
  const { actions, runner, language } = useApp();
  const { scene } = shown;
  const { mechanism } = shown.wanted;
  const words = useWords();
  const narrator = use(language.narrator());
  const messages = useMemo(() => narrator(mechanism), [narrator, mechanism]);
  const without = useAppState((state) => state.without);
  const unfolded = useAppState((state) => state.unfolded);
  const onAsk = useCallback((t: number) => void runner.askWithout(t), [runner]);
  const answered = without?.shown === shown && without.t === cursor.t ? without.answer : null;
  return (
    <Narrator
      scene={scene}
      cursor={cursor}
      mechanism={mechanism}
      words={words}
      messages={messages}
      counterfactual={answered}
      onAskCounterfactual={onAsk}
      onOpen={actions.open}
      onHighlight={actions.highlight}
    >
      {opened !== null && (
        <CellStory
          scene={scene}
          words={words}
          opened={opened}
          onOpen={actions.open}
          onHighlight={actions.highlight}
          unfolded={unfolded}
          onUnfold={actions.unfold}
        />
      )}
    </Narrator>
  );
});

/** The timeline and its buttons. */
export function Steps({ shown }: SceneViewProps) {
  const { actions } = useApp();
  const cursor = useCursor();
  const words = useWords();
  const playing = useAppState((state) => state.playing);
  const speed = useAppState((state) => state.speed);
  const move = useMemo(
    () => ({
      first: () => void actions.move('first'),
      previous: () => void actions.move('previous'),
      next: () => void actions.move('next'),
      last: () => void actions.move('last'),
      previousWord: () => void actions.move('previousWord'),
      nextWord: () => void actions.move('nextWord'),
      into: () => void actions.move('into'),
      out: () => void actions.move('out'),
      play: () => actions.togglePlaying(),
    }),
    [actions],
  );
  return (
    <Timeline
      scene={shown.scene}
      cursor={cursor}
      words={words}
      playing={playing}
      speed={speed}
      speeds={speeds}
      onSeek={actions.seek}
      onFirst={move.first}
      onPrevious={move.previous}
      onPlay={move.play}
      onNext={move.next}
      onLast={move.last}
      onPreviousWord={move.previousWord}
      onNextWord={move.nextWord}
      onInto={move.into}
      onOut={move.out}
      onSpeed={actions.setSpeed}
    />
  );
}
