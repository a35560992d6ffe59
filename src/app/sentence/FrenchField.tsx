/** @file The translation: each word goes to its step, and the current one can be replaced by another. */
import { memo, useCallback } from 'react';
import { useApp, useAppState } from '../context.ts';
import type { Pair } from '../../geometry/cursor.ts';
import { classes } from '../../views/classes.ts';
import type { Shown } from '../state/appState.ts';
import { cursorOfState, isOld } from '../state/derived.ts';
import { WhatIf } from './WhatIf.tsx';

export function FrenchField() {
  const { say, app } = useApp().language;
  const shown = useAppState((state) => state.shown);
  const old = useAppState(isOld);
  return (
    <div className={old ? 'field french is-old' : 'field french'}>
      <span className="field-label" id="french-label">
        {say(app.sentence.french)}
      </span>
      {shown === null ? (
        <span className="french-waiting">…</span>
      ) : (
        <>
          <FrenchWords shown={shown} />
          {!old && <WhatIf shown={shown} />}
        </>
      )}
    </div>
  );
}

function FrenchWords({ shown }: { readonly shown: Shown }) {
  const { actions, language, store } = useApp();
  const { say, app } = language;
  const t = useAppState((state) => cursorOfState(state).t);
  const lit = useAppState((state) => state.highlight?.t);
  const { target, forced, targetLanguage } = shown.scene;
  const finished = shown.translation.hypotheses[shown.translation.chosen]?.finished ?? true;
  const onSeek = useCallback(
    (place: number) => {
      const here = cursorOfState(store.getState());
      actions.seek({ t: place, at: here.t === 0 ? 'score' : here.at, cell: 0 });
    },
    [actions, store],
  );
  return (
    <ol className="french-words" aria-labelledby="french-label">
      {target.map((word, index) => {
        const place = index + 1;
        return (
          // A word may stand twice: its place is what it is.
          // eslint-disable-next-line react/no-array-index-key
          <li key={index} className={word.endsWith('’') ? 'is-elided' : undefined}>
            <FrenchWord
              word={word}
              place={place}
              state={place === t ? 'is-current' : place < t ? '' : 'is-to-come'}
              isLit={lit === place}
              lang={targetLanguage}
              hint={forced.includes(place) ? say(app.french.forced) : undefined}
              onSeek={onSeek}
              onHighlight={actions.highlight}
            />
          </li>
        );
      })}
      {!finished && <li className="problem cap-hit">{say(app.french.capHit, { count: target.length })}</li>}
    </ol>
  );
}

interface FrenchWordProps {
  readonly word: string;
  readonly place: number;
  readonly state: 'is-current' | 'is-to-come' | '';
  readonly isLit: boolean;
  readonly lang: string;
  /** What is said of a word that the reader has forced. */
  readonly hint: string | undefined;
  readonly onSeek: (place: number) => void;
  readonly onHighlight: (pair: Pair | null) => void;
}

/** A word of the translation: it is rendered again only when it changes. */
const FrenchWord = memo(function FrenchWord(props: FrenchWordProps) {
  const { word, place, state, isLit, lang, hint, onSeek, onHighlight } = props;
  return (
    <button
      type="button"
      className={classes('french-word', state, hint !== undefined && 'is-forced', isLit && 'is-lit')}
      lang={lang}
      aria-current={state === 'is-current' ? 'step' : undefined}
      title={hint}
      onClick={() => onSeek(place)}
      onPointerEnter={() => onHighlight({ t: place })}
      onPointerLeave={() => onHighlight(null)}
    >
      {word}
    </button>
  );
});
