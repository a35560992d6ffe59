/** @file The translations that beam search found; choosing one shows its trace. */
import { displayFrench } from '../../tasks/translation/display.ts';
import { useApp, useAppState } from '../context.ts';
import { isOld } from '../state/derived.ts';

export function Hypotheses() {
  const { actions, language } = useApp();
  const { say, app } = language;
  const shown = useAppState((state) => state.shown);
  const old = useAppState(isOld);
  const { beam, hypothesis, forced } = useAppState((state) => state.link);
  if (beam === 1 || shown === null) return null;
  if (forced.length > 0) return <p className="hint">{say(app.beam.notWithForced)}</p>;
  const { hypotheses } = shown.translation;
  if (shown.wanted.beam === 1) return null;
  return (
    <fieldset className={old ? 'hypotheses is-old' : 'hypotheses'}>
      <legend className="muted small">{say(app.beam.list)}</legend>
      {hypotheses.map(({ target, score, finished }, index) => (
        <label key={target.join(' ')} className="hypothesis">
          <input
            type="radio"
            name="hypothesis"
            checked={Math.min(hypothesis, hypotheses.length) === index + 1}
            onChange={() => actions.setHypothesis(index + 1)}
          />
          <span className="digits">{say(app.beam.item, { place: index + 1 })}</span>
          <span lang="fr">{displayFrench(target)}</span>
          <span className="digits muted" title={say(app.beam.scoreHint)}>
            {say(app.beam.score, { score })}
            {!finished && ` · ${say(app.beam.unfinished)}`}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
