/** @file "Take it away" for a view of a translation. A step does not touch it: where the reader stands is asked when it is opened. */
import { memo, useCallback } from 'react';
import { takeAway as said } from '../../messages/en/takeAway.ts';
import { useApp } from '../context.ts';
import { linkToShare } from '../state/address.ts';
import type { Shown } from '../state/appState.ts';
import { cursorOfState } from '../state/derived.ts';
import { TakeAway } from './TakeAway.tsx';
import type { SceneView } from './takeScene.ts';

export interface TakeSceneAwayProps {
  readonly shown: Shown;
  readonly view: SceneView;
}

export const TakeSceneAway = memo(function TakeSceneAway({ shown, view }: TakeSceneAwayProps) {
  const { store, language } = useApp();
  const take = useCallback(async () => {
    const state = store.getState();
    const { link } = state;
    const { takeScene } = await import('./takeScene.ts');
    return takeScene(
      {
        scene: shown.scene,
        cursor: cursorOfState({ shown, link }),
        mechanism: shown.wanted.mechanism,
        mechanismTitle: language.say(language.app.mechanisms[shown.wanted.mechanism].title),
        words: { formatter: language.formatter, views: language.views },
        link: new URL(linkToShare(state), window.location.href).href,
      },
      view,
    );
  }, [store, language, shown, view]);
  return <TakeAway name={language.say(said.buttonOf[view])} take={take} />;
});
