/** @file What the sentence is read as, and what of it the model does not know, with known words to put instead. */
import { useEffect, useState, type ReactNode } from 'react';
import { mostWordsOf } from '../../params/translation.ts';
import { sourceVocabulary } from '../../tasks/translation/vocabulary.ts';
import { Said } from '../../views/Said.tsx';
import { useApp, useAppState } from '../context.ts';
import { readingOf } from '../state/derived.ts';

type Nearest = (word: string) => string[];

/** The function that finds near words; it is loaded when a word is unknown for the first time. */
function useNearest(needed: boolean): Nearest | undefined {
  const [nearest, setNearest] = useState<{ readonly find: Nearest }>();
  const missing = needed && nearest === undefined;
  useEffect(() => {
    if (!missing) return undefined;
    let gone = false;
    void (async () => {
      const { nearestWords } = await import('../../tasks/translation/nearest.ts');
      if (!gone) setNearest({ find: (word) => nearestWords(word) });
    })();
    return () => {
      gone = true;
    };
  }, [missing]);
  return nearest?.find;
}

export function Reading() {
  const { say, app } = useApp().language;
  const sentence = useAppState((state) => state.link.sentence);
  const { words, spans, changed } = readingOf(sentence);
  const unknown = words.flatMap((word, place) => {
    const span = spans[place];
    return sourceVocabulary.has(word) || span === undefined ? [] : [{ word, span }];
  });
  const nearest = useNearest(unknown.length > 0);
  const most = useAppState((state) => mostWordsOf(state.link.mechanism));
  const tooLong = words.length > most;
  return (
    <div id="reading" className="reading">
      {changed && words.length > 0 && !tooLong && (
        <p className="read-as">
          <span className="muted">{say(app.sentence.readAs)}</span> <span lang="en">{words.join(' ')}</span>
        </p>
      )}
      {tooLong && (
        <p className="problem" role="alert">
          {say(app.sentence.long, { count: words.length, most })}
        </p>
      )}
      {words.length === 0 && <p className="hint">{say(app.sentence.empty)}</p>}
      {!tooLong &&
        unknown.map(({ word, span }) => (
          <UnknownWord key={span.start} word={word} span={span} near={nearest?.(word) ?? []} />
        ))}
    </div>
  );
}

const marks = { em: (children: ReactNode) => <em lang="en">{children}</em> };

interface UnknownWordProps {
  readonly word: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly near: readonly string[];
}

function UnknownWord({ word, span, near }: UnknownWordProps) {
  const { actions, language, store } = useApp();
  const { formatter, say, app } = language;
  const put = (instead: string): void => {
    const { sentence } = store.getState().link;
    actions.setSentence(sentence.slice(0, span.start) + instead + sentence.slice(span.end));
  };
  return (
    <p className="unknown-word">
      <Said
        formatter={formatter}
        message={near.length === 0 ? app.sentence.unknown : app.sentence.unknownNear}
        values={{ word }}
        marks={marks}
      />
      {near.map((known) => (
        <button
          key={known}
          type="button"
          className="word-button"
          lang="en"
          aria-label={say(app.sentence.putInstead, { near: known, word })}
          onClick={() => put(known)}
        >
          {known}
        </button>
      ))}
    </p>
  );
}
