/** @file The timeline: a mark a step, a group a target word, and the buttons that move along it. */

import type { Cursor } from '../geometry/cursor.ts';
import type { SceneData, Words } from './scene.ts';

export interface TimelineProps {
  readonly scene: SceneData;
  readonly cursor: Cursor;
  readonly words: Words;
  readonly playing: boolean;
  /** Playing speed: one of `speeds`. */
  readonly speed: number;
  readonly speeds: readonly number[];
  /** The timeline was clicked or dragged to a step. */
  readonly onSeek: (cursor: Cursor) => void;
  readonly onFirst: () => void;
  readonly onPrevious: () => void;
  readonly onPlay: () => void;
  readonly onNext: () => void;
  readonly onLast: () => void;
  readonly onPreviousWord: () => void;
  readonly onNextWord: () => void;
  readonly onInto: () => void;
  readonly onOut: () => void;
  readonly onSpeed: (speed: number) => void;
}

/**
 * Buttons and a slider over all steps. The slider (role slider, id `timeline`) takes focus and leaves every key to the app, which
 * has the step keys.
 */
export function Timeline(props: TimelineProps) {
  const { words } = props;
  return (
    <nav className="timeline" id="timeline">
      {words.formatter.text(words.views.worksheet.title)}
    </nav>
  );
}
