/** @file A sentence cut into phrases, step by step: the scores of all spans, the best cut, the way back, the joined translation. */
import { useState } from 'react';
import { mostWords } from '../../../params/translation.ts';
import { experiment } from '../../../params/experiment.ts';
import { normalise } from '../../../tasks/translation/normalise.ts';
import { experimentPage } from '../../../url/pages/experiment.ts';
import { PageLink } from '../../shell/PageLink.tsx';
import { Cutting } from './Cutting.tsx';
import type { PartProps } from './ExperimentPage.tsx';
import { useAsked } from './useAsked.ts';

export function PhrasesPart(props: PartProps) {
  const { at, words, limit } = props;
  const { formatter, messages } = words;
  const { phrases } = messages;
  const source = normalise(at.text).words;
  const isFit = source.length > 0 && source.length <= mostWords;
  const asked = useAsked<'length-segment'>(isFit ? { kind: 'length-segment', words: source } : null);
  return (
    <>
      <h1>{formatter.text(phrases.title)}</h1>
      <p className="lead">{formatter.text(phrases.lead)}</p>
      <SentenceField {...props} />
      {source.length === 0 && <p role="alert">{formatter.text(phrases.empty)}</p>}
      {source.length > mostWords && (
        <p role="alert">{formatter.text(phrases.long, { count: source.length, most: mostWords })}</p>
      )}
      {isFit && asked.state === 'running' && (
        <div className="phrases-running">
          <p role="status">{formatter.text(phrases.running)}</p>
          <progress aria-label={formatter.text(phrases.running)} value={asked.progress ?? 0} max={1} />
        </div>
      )}
      {isFit && asked.state === 'failed' && (
        <p role="alert">{formatter.text(phrases.failed, { message: asked.message })}</p>
      )}
      {isFit && asked.state === 'done' && <Cutting {...props} source={source} made={asked.reply} />}
      <p className="muted small">
        <code>{formatter.text(phrases.formula)}</code> {formatter.text(phrases.limits, { longest: limit })}{' '}
        <PageLink to={{ other: experimentPage() }}>{formatter.text(phrases.chart)}</PageLink>
      </p>
    </>
  );
}

/** The field, with what is typed kept until it is sent. */
function SentenceField({ at, words, change }: PartProps) {
  const { formatter, messages } = words;
  const [typed, setTyped] = useState(at.text);
  return (
    <form
      className="phrases-form"
      onSubmit={(event) => {
        event.preventDefault();
        const text = experiment.text.tidy(typed);
        if (text !== at.text) change({ text, step: 0 }, true);
      }}
    >
      <label>
        <span className="small muted">{formatter.text(messages.phrases.field)}</span>
        <input
          className="text-field"
          lang="en"
          value={typed}
          maxLength={experiment.text.longest}
          onChange={({ currentTarget: { value } }) => setTyped(value)}
        />
      </label>
      <button type="submit" className="button">
        {formatter.text(messages.phrases.cut)}
      </button>
    </form>
  );
}
