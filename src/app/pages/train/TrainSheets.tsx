/** @file The worksheet, matrices, number and timeline of what the chosen model wrote. */
import { useEffect, useMemo } from 'react';
import { findTensor } from '../../../engine/trace.ts';
import { CellStory } from '../../../views/CellStory.tsx';
import { Matrix } from '../../../views/Matrix.tsx';
import type { SceneProps, Words } from '../../../views/scene.ts';
import { Timeline } from '../../../views/Timeline.tsx';
import { Worksheet } from '../../../views/Worksheet.tsx';
import { useApp, useAppState } from '../../context.ts';
import { speeds } from '../../state/appState.ts';
import { explainedOf, themeOf } from '../../state/derived.ts';
import { chosenCheck, wantedTrace } from './chosen.ts';
import type { TrainShown } from './slice.ts';
import { useTrain, useTrainActions, useTrainLink, useTrainWords } from './useTrain.ts';

interface ShownProps {
  readonly shown: TrainShown;
}

function useWords(): Words {
  const { language } = useApp();
  return useMemo(() => ({ formatter: language.formatter, views: language.views }), [language]);
}

function useSceneProps({ scene }: TrainShown): SceneProps {
  const actions = useTrainActions();
  const cursor = useTrain((slice) => slice.cursor);
  const opened = useTrain((slice) => slice.opened);
  const explained = useMemo(() => opened ?? explainedOf(scene.trace, null, cursor), [scene, opened, cursor]);
  return {
    scene,
    cursor,
    theme: useAppState(themeOf),
    words: useWords(),
    highlight: useTrain((slice) => slice.highlight),
    onHighlight: actions.highlight,
    opened: explained,
    onOpen: actions.open,
  };
}

/** Whose numbers these are. */
export function SheetName() {
  const { words, say } = useTrainWords();
  const chosen = useTrain((slice) => slice.chosen);
  const step = useTrain((slice) => chosenCheck(slice)?.step ?? 0);
  const name = useTrain(({ kept }) =>
    chosen.kind === 'kept' ? (kept?.find(({ id }) => id === chosen.id)?.name ?? '') : '',
  );
  return <p className="train-of">{say(words.sheet.of[chosen.kind], { step, name })}</p>;
}

/** The worksheet and, where something is attended, the matrices. */
export function Sheets({ shown }: ShownProps) {
  const { words, say } = useTrainWords();
  const actions = useTrainActions();
  const props = useSceneProps(shown);
  const link = useTrainLink();
  const wanted = useTrain((slice) => wantedTrace(link, slice)?.key);
  const focus = useTrain((slice) => slice.focus);
  const unfolded = useTrain((slice) => slice.unfolded);
  const still = useAppState((state) => state.reducedMotion);
  const old = wanted !== shown.key;
  const { scene } = shown;
  const attends = findTensor(scene.trace, 'alpha') !== undefined;
  return (
    <div className="sheets">
      {scene.forced.length > 0 && (
        <p>
          {say(words.sheet.forced, { count: scene.forced.length })}{' '}
          <button type="button" className="button button-small" onClick={actions.release}>
            {say(words.sheet.release)}
          </button>
        </p>
      )}
      <div className="plate">
        <Worksheet
          {...props}
          unfolded={unfolded}
          onUnfold={actions.unfold}
          onSeek={actions.seek}
          onForce={actions.force}
          still={still}
          old={old}
        />
      </div>
      {attends ? (
        <div className="matrices">
          <div className="plate">
            <Matrix {...props} name="e" focus={focus.e} onFocus={actions.focusScores} old={old} />
          </div>
          <div className="plate">
            <Matrix {...props} name="alpha" focus={focus.alpha} onFocus={actions.focusWeights} old={old} />
          </div>
        </div>
      ) : (
        <p className="muted">{say(words.sheet.none)}</p>
      )}
    </div>
  );
}

/** "How was this number computed?" */
export function Told({ shown }: ShownProps) {
  const { words, say } = useTrainWords();
  const actions = useTrainActions();
  const { scene, words: viewWords, opened } = useSceneProps(shown);
  const unfolded = useTrain((slice) => slice.unfolded);
  if (opened === null) return <p className="muted">{say(words.sheet.choose)}</p>;
  return (
    <CellStory
      scene={scene}
      words={viewWords}
      opened={opened}
      onOpen={actions.open}
      onHighlight={actions.highlight}
      unfolded={unfolded}
      onUnfold={actions.unfold}
    />
  );
}

/** Milliseconds that a step stays at speed ×1. */
const STEP = 1600;

/** The timeline and its buttons. */
export function Steps({ shown }: ShownProps) {
  const actions = useTrainActions();
  const words = useWords();
  const cursor = useTrain((slice) => slice.cursor);
  const playing = useTrain((slice) => slice.playing);
  const speed = useTrain((slice) => slice.speed);
  useEffect(() => {
    if (!playing) return undefined;
    const timer = window.setInterval(() => {
      if (!actions.move('next')) actions.play(false);
    }, STEP / speed);
    return () => window.clearInterval(timer);
  }, [actions, playing, speed]);
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
      onPlay={() => actions.play(!playing)}
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
