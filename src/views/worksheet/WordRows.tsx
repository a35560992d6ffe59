/** @file The words on top of the worksheet: those of the translation, and those of the sentence over their columns. */

import { classes } from '../classes.ts';
import { memo } from 'react';
import { wordPlaces } from '../../geometry/wordPlaces.ts';
import type { Cursor, Pair } from '../../geometry/cursor.ts';
import type { SceneData, Words } from '../scene.ts';

export interface TargetWordsProps {
  readonly scene: SceneData;
  readonly words: Words;
  /** The cursor's step (from 1) and stage. */
  readonly t: number;
  readonly at: string;
  /** The target word that is lit (from 1), or 0. */
  readonly lit: number;
  readonly onSeek: (cursor: Cursor) => void;
  readonly onHighlight: (pair: Pair | null) => void;
}

/** The translation: the word that is being computed is framed, those to come are dashed. */
export const TargetWords = memo(function TargetWords(props: TargetWordsProps) {
  const { scene, words, t, at, lit, onSeek, onHighlight } = props;
  const { formatter, views } = words;
  const isWordStage = scene.trace.stages.some((mark) => mark.group === 'word' && mark.stage === at);
  const stage = isWordStage ? at : 'score';
  const hasEnd = scene.trace.stages.some((mark) => mark.group === 'end');
  const isEnd = t > scene.target.length;
  const { rooms } = wordPlaces(scene.target);
  const state = (k: number): string => (k + 1 < t ? 'past' : k + 1 === t ? 'now' : 'future');
  return (
    <ol
      className="target-words"
      aria-label={formatter.text(views.worksheet.targetWords)}
      lang={scene.targetLanguage}
    >
      {scene.target.map((word, k) => (
        // One word may stand twice: its place is its key.
        // eslint-disable-next-line react/no-array-index-key
        <li key={k} style={{ flexGrow: rooms[k] }}>
          <button
            type="button"
            className={classes('target-word', `is-${state(k)}`, lit === k + 1 && 'is-lit')}
            aria-current={k + 1 === t ? 'step' : undefined}
            title={formatter.text(views.worksheet.goTo, { t: k + 1, word })}
            onClick={() => onSeek({ t: k + 1, at: stage, cell: 0 })}
            onPointerEnter={() => onHighlight({ t: k + 1 })}
            onPointerLeave={() => onHighlight(null)}
          >
            {word}
            {scene.forced.includes(k + 1) && (
              <span className="forced-mark" lang={formatter.language}>
                {formatter.text(views.worksheet.forced)}
              </span>
            )}
          </button>
        </li>
      ))}
      {hasEnd && (
        <li className="target-end" lang={formatter.language}>
          <button
            type="button"
            className={classes('target-word', isEnd ? 'is-now' : 'is-future')}
            aria-current={isEnd ? 'step' : undefined}
            title={formatter.text(views.end)}
            onClick={() => onSeek({ t: scene.target.length + 1, at: stage, cell: 0 })}
          >
            {formatter.text(views.endShort)}
          </button>
        </li>
      )}
    </ol>
  );
});

export interface SourceWordsProps {
  readonly scene: SceneData;
  readonly words: Words;
  /** The source place that is lit (from 1), or 0. */
  readonly lit: number;
  readonly onHighlight: (pair: Pair | null) => void;
}

/** The sentence, one word over each column. */
export const SourceWords = memo(function SourceWords({ scene, words, lit, onHighlight }: SourceWordsProps) {
  const { formatter, views } = words;
  return (
    <div role="row" className="sheet-row sheet-source">
      <div role="columnheader" className="sheet-label">
        <span className="visually-hidden">{formatter.text(views.worksheet.rows.words)}</span>
      </div>
      <div className="sheet-cells" lang={scene.sourceLanguage}>
        {scene.source.map((word, j) => (
          <div
            // One word may stand twice: its place is its key.
            // eslint-disable-next-line react/no-array-index-key
            key={j}
            role="columnheader"
            className={`source-word ${lit === j + 1 ? 'is-lit' : ''} ${scene.unknown.includes(j) ? 'is-unknown' : ''}`}
            title={scene.unknown.includes(j) ? formatter.text(views.worksheet.unknown) : undefined}
            onPointerEnter={() => onHighlight({ j: j + 1 })}
            onPointerLeave={() => onHighlight(null)}
          >
            {word}
          </div>
        ))}
      </div>
    </div>
  );
});
