/** @file A translation with the words marked that the right one does not have, and those named that are missing. */

import { Fragment } from 'react';
import { wordDifferences } from '../../geometry/wordDifferences.ts';
import type { LengthWords } from './lengthWords.ts';

export interface MarkedTranslationProps {
  readonly words: LengthWords;
  /** Words as they are shown. */
  readonly made: readonly string[];
  readonly right: readonly string[];
  /** false: it was stopped at its cap of words. */
  readonly finished: boolean;
}

/** The verdict, then the words. */
export function MarkedTranslation({ words, made, right, finished }: MarkedTranslationProps) {
  const { formatter, messages } = words;
  const { kept, missing } = wordDifferences(made, right);
  const wrong = kept.filter((one) => !one).length;
  const isExact = wrong === 0 && missing.length === 0;
  const absent = (before: number) =>
    missing
      .filter((one) => one.before === before)
      .map(({ word }, k) => (
        // The same word may be missing twice: its place is its key.
        // eslint-disable-next-line react/no-array-index-key
        <ins key={k} className="length-missing" title={formatter.text(messages.sentence.missing, { word })}>
          {`[${word}] `}
        </ins>
      ));
  return (
    <>
      <p className={isExact ? 'length-verdict is-exact' : 'length-verdict'}>
        {isExact
          ? formatter.text(messages.sentence.exact)
          : formatter.text(messages.sentence.differs, { wrong, missing: missing.length })}
        {!finished && ` ${formatter.text(messages.sentence.cut)}`}
      </p>
      <p className="length-words" lang="fr">
        {made.map((word, t) => (
          // One word may stand twice: its place is its key.
          // eslint-disable-next-line react/no-array-index-key
          <Fragment key={t}>
            {absent(t)}
            {kept[t] === true ? (
              <span>{spaced(word)}</span>
            ) : (
              <del className="length-wrong" title={formatter.text(messages.sentence.wrong, { word })}>
                {spaced(word)}
              </del>
            )}
          </Fragment>
        ))}
        {absent(made.length)}
      </p>
    </>
  );
}

/** A word with the space after it; an elided one has none. */
function spaced(word: string): string {
  return word.endsWith('’') ? word : `${word} `;
}
