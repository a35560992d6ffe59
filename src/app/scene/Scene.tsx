/** @file The views of a translation: worksheet and matrices, narrator, timeline. One chunk, loaded after the first paint. */
import { use, useCallback, useMemo } from 'react';
import type { Address } from '../../engine/explanation.ts';
import { weighs, type Cursor } from '../../geometry/cursor.ts';
import { CellStory } from '../../views/CellStory.tsx';
import { Matrix } from '../../views/Matrix.tsx';
import { Narrator } from '../../views/Narrator.tsx';
import type { SceneProps, Words } from '../../views/scene.ts';
import { Timeline } from '../../views/Timeline.tsx';
import { Worksheet } from '../../views/Worksheet.tsx';
import { useApp, useAppState } from '../context.ts';
import { speeds, type Shown } from '../state/appState.ts';
import { cursorOfState, explainedOf, isOld, themeOf } from '../state/derived.ts';

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

function useSceneProps(shown: Shown): SceneProps {
  const { actions } = useApp();
  const cursor = useCursor();
  return {
    scene: shown.scene,
    cursor,
    theme: useAppState(themeOf),
    words: useWords(),
    highlight: useAppState((state) => state.highlight),
    onHighlight: actions.highlight,
    opened: useExplained(shown, cursor),
    onOpen: actions.open,
  };
}

/** The worksheet and the two matrices. */
export function Sheets({ shown }: SceneViewProps) {
  const { actions, language } = useApp();
  const props = useSceneProps(shown);
  const old = useAppState(isOld);
  const focus = useAppState((state) => state.focus);
  const still = useAppState((state) => state.hurried || state.reducedMotion || state.speed >= 4);
  const unfolded = useAppState((state) => state.unfolded);
  const onFocusScores = useCallback(
    (to: Parameters<typeof actions.focusMatrix>[1]) => actions.focusMatrix('e', to),
    [actions],
  );
  const onFocusWeights = useCallback(
    (to: Parameters<typeof actions.focusMatrix>[1]) => actions.focusMatrix('alpha', to),
    [actions],
  );
  return (
    <div className="sheets">
      <div className="plate">
        <Worksheet
          {...props}
          unfolded={unfolded}
          onUnfold={actions.unfold}
          onSeek={actions.seek}
          onForce={actions.forceNumber}
          still={still}
          old={old}
        />
      </div>
      {weighs(shown.scene.trace) ? (
        <div className="matrices">
          <div className="plate">
            <Matrix {...props} name="e" focus={focus.e} onFocus={onFocusScores} old={old} />
          </div>
          <div className="plate">
            <Matrix {...props} name="alpha" focus={focus.alpha} onFocus={onFocusWeights} old={old} />
          </div>
        </div>
      ) : (
        <p className="plate muted">{language.say(language.app.scene.noMatrices)}</p>
      )}
    </div>
  );
}

/** The narrator, with the story of a number. */
export function Told({ shown }: SceneViewProps) {
  const { actions, runner, language } = useApp();
  const { scene, cursor, words, opened } = useSceneProps(shown);
  const { mechanism } = shown.wanted;
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
}

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
