/** @file A translation's worksheet or one of its matrices, alone. */
import { useCallback } from 'react';
import { embed as said } from '../../messages/en/embed.ts';
import { stepOf, weighs } from '../../geometry/cursor.ts';
import { CellStory } from '../../views/CellStory.tsx';
import { Matrix, type MatrixFocus } from '../../views/Matrix.tsx';
import { Worksheet } from '../../views/Worksheet.tsx';
import { useApp, useAppState } from '../context.ts';
import { RunState } from '../scene/RunState.tsx';
import { usePlace, useSceneProps } from '../scene/Scene.tsx';
import { Notices } from '../shell/Notices.tsx';
import type { Shown } from '../state/appState.ts';
import { isOld } from '../state/derived.ts';
import { EmbedFoot } from './EmbedFoot.tsx';

export function EmbedStep() {
  const { say, app } = useApp().language;
  const shown = useAppState((state) => state.shown);
  const mechanism = useAppState((state) => state.link.mechanism);
  return (
    <>
      <div className="embed-main">
        <h1 className="visually-hidden">{say(app.mechanisms[mechanism].title)}</h1>
        <Notices />
        <RunState />
        {shown === null ? (
          <div className="plate embed-waiting">{say(said.waiting)}</div>
        ) : (
          <ShownAlone shown={shown} />
        )}
      </div>
      {shown === null ? <EmbedFoot caption="" /> : <Foot shown={shown} />}
    </>
  );
}

interface ShownProps {
  readonly shown: Shown;
}

/** The view that was asked for, and the story of a number that the reader has opened. */
function ShownAlone({ shown }: ShownProps) {
  const { actions } = useApp();
  const props = useSceneProps(usePlace(shown));
  const embed = useAppState((state) => state.link.embed);
  const isOpen = useAppState((state) => state.link.open !== null);
  const old = useAppState(isOld);
  const unfolded = useAppState((state) => state.unfolded);
  const still = useAppState((state) => state.hurried || state.reducedMotion || state.speed >= 4);
  return (
    <>
      <div className="plate">
        {embed === 'worksheet' ? (
          <Worksheet
            {...props}
            {...{ unfolded, still, old }}
            onUnfold={actions.unfold}
            onSeek={actions.seek}
            onForce={actions.forceNumber}
          />
        ) : (
          <OneMatrix {...props} {...{ old }} name={embed === 'scores' ? 'e' : 'alpha'} />
        )}
      </div>
      {isOpen && props.opened !== null && (
        <div className="plate">
          <CellStory {...props} opened={props.opened} unfolded={unfolded} onUnfold={actions.unfold} />
        </div>
      )}
    </>
  );
}

type OneMatrixProps = ReturnType<typeof useSceneProps> & {
  readonly name: 'e' | 'alpha';
  readonly old: boolean;
};

function OneMatrix(props: OneMatrixProps) {
  const { actions, language } = useApp();
  const { name, scene } = props;
  const focus = useAppState((state) => state.focus[name]);
  const onFocus = useCallback((to: MatrixFocus) => actions.focusMatrix(name, to), [actions, name]);
  if (!weighs(scene.trace)) return <p className="muted">{language.say(language.app.scene.noMatrices)}</p>;
  return <Matrix {...props} focus={focus} onFocus={onFocus} />;
}

function Foot({ shown }: ShownProps) {
  const { actions, language } = useApp();
  const { say, app, views } = language;
  const { scene, cursor } = useSceneProps(usePlace(shown));
  const { stages } = scene.trace;
  const values = {
    step: stepOf(scene.trace, cursor) + 1,
    count: stages.length,
    group: cursor.t === 0 ? say(views.timeline.readLong) : (scene.target[cursor.t - 1] ?? say(views.end)),
    stage: say((views.stages as Readonly<Record<string, string>>)[cursor.at] ?? cursor.at),
  };
  return (
    <EmbedFoot
      caption={say(said.caption, {
        title: say(app.mechanisms[shown.wanted.mechanism].title),
        english: scene.source.join(' '),
        french: scene.target.join(' '),
      })}
      steps={{
        label: say(views.timeline.value, values),
        onPrevious: () => void actions.move('previous'),
        onNext: () => void actions.move('next'),
      }}
    />
  );
}
