/** @file The translation: each word goes to its step, and the current one can be replaced by another. */
import { useApp, useAppState } from '../context.ts';
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
  const { actions, language } = useApp();
  const { say, app } = language;
  const t = useAppState((state) => cursorOfState(state).t);
  const at = useAppState((state) => cursorOfState(state).at);
  const lit = useAppState((state) => state.highlight?.t);
  const { target, forced, targetLanguage } = shown.scene;
  const finished = shown.translation.hypotheses[shown.translation.chosen]?.finished ?? true;
  const nameOf = (place: number): string =>
    place === t ? 'french-word is-current' : place < t ? 'french-word' : 'french-word is-to-come';
  const stage = t === 0 ? 'score' : at;
  return (
    <ol className="french-words" aria-labelledby="french-label">
      {target.map((word, index) => {
        const place = index + 1;
        const isForced = forced.includes(place);
        return (
          // A word may stand twice: its place is what it is.
          // eslint-disable-next-line react/no-array-index-key
          <li key={index} className={word.endsWith('’') ? 'is-elided' : undefined}>
            <button
              type="button"
              className={`${nameOf(place)}${isForced ? ' is-forced' : ''}${lit === place ? ' is-lit' : ''}`}
              lang={targetLanguage}
              aria-current={place === t ? 'step' : undefined}
              title={isForced ? say(app.french.forced) : undefined}
              onClick={() => actions.seek({ t: place, at: stage, cell: 0 })}
              onPointerEnter={() => actions.highlight({ t: place })}
              onPointerLeave={() => actions.highlight(null)}
            >
              {word}
            </button>
          </li>
        );
      })}
      {!finished && <li className="problem cap-hit">{say(app.french.capHit, { count: target.length })}</li>}
    </ol>
  );
}
