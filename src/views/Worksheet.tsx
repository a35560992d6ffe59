/** @file The worksheet: one column a source word; the calculation for one target word runs from top to bottom. */

import type { Cursor } from '../geometry/cursor.ts';
import type { SceneProps, Unfolding } from './scene.ts';

export interface WorksheetProps extends SceneProps, Unfolding {
  /** A target word was chosen: go there (the same stage, the whole step). */
  readonly onSeek: (cursor: Cursor) => void;
  /** "What if it had said …": put this word (as the model's vocabulary spells it, by its number) at target step t (from 1). */
  readonly onForce: (t: number, wordNumber: number) => void;
  /** No motion: steps come too fast, or the reader does not want any. */
  readonly still: boolean;
  /** How long motion takes, as a factor of its usual time: 1, or less at higher speeds. */
  readonly pace: number;
  /** The numbers belong to an earlier sentence while a new one is computed. */
  readonly old: boolean;
}

/** The picture of one step of attention. It also shows the stages of reading, the state's gates and the word's distribution. */
export function Worksheet(props: WorksheetProps) {
  const { words } = props;
  return (
    <section className="worksheet">
      <h2>{words.formatter.text(words.views.worksheet.title)}</h2>
    </section>
  );
}
