/** @file The worksheet: one column a source word; the calculation for one target word runs from top to bottom. */

import { memo, useId } from 'react';
import type { Cursor } from '../geometry/cursor.ts';
import { Said } from './Said.tsx';
import type { SceneProps, Unfolding, Words } from './scene.ts';
import { AttentionSheet } from './worksheet/AttentionSheet.tsx';
import { ReadSheet } from './worksheet/ReadSheet.tsx';
import './worksheet/worksheet.css';

export interface WorksheetProps extends SceneProps, Unfolding {
  /** A target word was chosen: go there (the same stage, the whole step). */
  readonly onSeek: (cursor: Cursor) => void;
  /** "What if it had said …": put the word of this number (in the model's vocabulary) at target step t (from 1). Left out where nothing can be put. */
  readonly onForce?: ((t: number, wordNumber: number) => void) | undefined;
  /** No motion: steps come too fast, or the reader does not want any. */
  readonly still: boolean;
  /** The numbers belong to an earlier sentence while a new one is computed. */
  readonly old: boolean;
}

/** The picture of one step of attention. It also shows the stages of reading, the state's gates and the word's distribution. */
export function Worksheet(props: WorksheetProps) {
  const { scene, cursor, words, old } = props;
  const { views } = words;
  const id = useId();
  const reading = cursor.t === 0;
  const word = scene.target[cursor.t - 1];
  const subtitle = reading
    ? views.worksheet.subtitleRead
    : word === undefined
      ? views.worksheet.subtitleEnd
      : views.worksheet.subtitle;
  return (
    <section className={`worksheet ${old ? 'is-old' : ''}`} aria-labelledby={id}>
      <Head {...{ id, words, subtitle, old }} title={scene.owner} word={word ?? ''} />
      {reading ? <ReadSheet {...props} /> : <AttentionSheet {...props} />}
    </section>
  );
}

interface HeadProps {
  readonly id: string;
  readonly words: Words;
  /** Whose sheet it is, where it is not the only one. */
  readonly title: SceneProps['scene']['owner'];
  readonly subtitle: string;
  readonly word: string;
  readonly old: boolean;
}

/** What the sheet shows, in a line. */
const Head = memo(function Head({ id, words, title, subtitle, word, old }: HeadProps) {
  const { formatter, views } = words;
  return (
    <header className="worksheet-head">
      <h2 id={id}>{title ?? formatter.text(views.worksheet.title)}</h2>
      <p>
        <Said formatter={formatter} message={subtitle} values={{ word }} />
      </p>
      {old && <p className="old-note">{formatter.text(views.worksheet.old)}</p>}
    </header>
  );
});
