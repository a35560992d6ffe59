/** @file The words on top of the worksheet: those of the translation, and those of the sentence over their columns. */

import { classes } from '../classes.ts';
import { memo, useCallback, useLayoutEffect, useRef } from 'react';
import { wordPlaces } from '../../geometry/wordPlaces.ts';
import type { Cursor, Pair } from '../../geometry/cursor.ts';
import type { SceneData, Words } from '../scene.ts';

export interface TargetWordsProps {
  readonly scene: SceneData;
  readonly words: Words;
  /** The cursor's step (from 1). */
  readonly t: number;
  /** The target word that is lit (from 1), or 0. */
  readonly lit: number;
  /** A word was chosen, by its place (from 1). */
  readonly onPick: (place: number) => void;
  readonly onHighlight: (pair: Pair | null) => void;
}

/** What choosing a target word does: goes to it at the same stage, or at its first. The same function for all stages. */
export function usePick(scene: SceneData, at: string, onSeek: (cursor: Cursor) => void) {
  const latest = useRef(at);
  useLayoutEffect(() => {
    latest.current = at;
  });
  return useCallback(
    (place: number): void => {
      const { stages } = scene.trace;
      const isWordStage = stages.some((mark) => mark.group === 'word' && mark.stage === latest.current);
      onSeek({ t: place, at: isWordStage ? latest.current : 'score', cell: 0 });
    },
    [scene, onSeek],
  );
}

/** The translation: the word that is being computed is framed, those to come are dashed. */
export const TargetWords = memo(function TargetWords(props: TargetWordsProps) {
  const { scene, words, t, lit, onPick, onHighlight } = props;
  const { formatter, views } = words;
  const hasEnd = scene.trace.stages.some((mark) => mark.group === 'end');
  const isEnd = t > scene.target.length;
  const { rooms } = wordPlaces(scene.target);
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
          <TargetWord
            {...{ words, word, onPick, onHighlight }}
            place={k + 1}
            state={k + 1 < t ? 'past' : k + 1 === t ? 'now' : 'future'}
            isLit={lit === k + 1}
            isForced={scene.forced.includes(k + 1)}
          />
        </li>
      ))}
      {hasEnd && (
        <li className="target-end" lang={formatter.language}>
          <button
            type="button"
            className={classes('target-word', isEnd ? 'is-now' : 'is-future')}
            aria-current={isEnd ? 'step' : undefined}
            title={formatter.text(views.end)}
            onClick={() => onPick(scene.target.length + 1)}
          >
            {formatter.text(views.endShort)}
          </button>
        </li>
      )}
    </ol>
  );
});

interface TargetWordProps extends Pick<TargetWordsProps, 'words' | 'onPick' | 'onHighlight'> {
  readonly word: string;
  /** From 1. */
  readonly place: number;
  readonly state: 'past' | 'now' | 'future';
  readonly isLit: boolean;
  readonly isForced: boolean;
}

/** One word of the translation. */
const TargetWord = memo(function TargetWord(props: TargetWordProps) {
  const { words, word, place, state, isLit, isForced, onPick, onHighlight } = props;
  const { formatter, views } = words;
  return (
    <button
      type="button"
      className={classes('target-word', `is-${state}`, isLit && 'is-lit')}
      aria-current={state === 'now' ? 'step' : undefined}
      title={formatter.text(views.worksheet.goTo, { t: place, word })}
      onClick={() => onPick(place)}
      onPointerEnter={() => onHighlight({ t: place })}
      onPointerLeave={() => onHighlight(null)}
    >
      {word}
      {isForced && (
        <span className="forced-mark" lang={formatter.language}>
          {formatter.text(views.worksheet.forced)}
        </span>
      )}
    </button>
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
