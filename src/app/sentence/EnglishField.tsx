/** @file The English sentence as a field that grows with its text; a copy of the text under it carries the underlines. */
import { Fragment } from 'react';
import { sourceVocabulary } from '../../tasks/translation/vocabulary.ts';
import { useApp, useAppState } from '../context.ts';
import { readingOf } from '../state/derived.ts';

/** The id by which other parts put the focus and words into the field. */
export const fieldId = 'sentence';

/** A stretch of the text, underlined where it holds a word that the model does not know. */
interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly unknown: boolean;
}

/** The text cut at the words that the model does not know. */
function stretchesOf(text: string): Stretch[] {
  const { words, spans } = readingOf(text);
  const stretches: Stretch[] = [];
  let at = 0;
  for (const [place, { start, end }] of spans.entries()) {
    if (start < at || sourceVocabulary.has(words[place] ?? '')) continue;
    if (start > at) stretches.push({ text: text.slice(at, start), start: at, unknown: false });
    stretches.push({ text: text.slice(start, end), start, unknown: true });
    at = end;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), start: at, unknown: false });
  return stretches;
}

export function EnglishField() {
  const { actions, language } = useApp();
  const { say, app } = language;
  const sentence = useAppState((state) => state.link.sentence);
  return (
    <div className="field english">
      <label htmlFor={fieldId} className="field-label">
        {say(app.sentence.english)}
      </label>
      <div className="grown">
        <div className="grown-copy" aria-hidden="true">
          {stretchesOf(sentence).map(({ text, start, unknown }) =>
            unknown ? <u key={start}>{text}</u> : <Fragment key={start}>{text}</Fragment>,
          )}
          {'\u200B'}
        </div>
        <textarea
          id={fieldId}
          className="grown-field"
          rows={1}
          lang="en"
          value={sentence}
          placeholder={say(app.sentence.placeholder)}
          aria-describedby="reading"
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          onChange={(event) => actions.type(event.currentTarget.value)}
          onBlur={() => actions.endTyping()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            actions.endTyping();
            document.getElementById('timeline')?.focus();
          }}
        />
      </div>
    </div>
  );
}
