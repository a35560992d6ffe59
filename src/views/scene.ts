/** @file What every view of a scene is given: the trace, its words, where the reader stands, and whom to tell. */

import type { Address } from '../engine/explanation.ts';
import type { Trace } from '../engine/trace.ts';
import type { Theme } from '../geometry/colour.ts';
import type { Cursor, Pair } from '../geometry/cursor.ts';
import type { ViewMessages } from '../messages/en/views.ts';
import type { Formatter } from '../messages/formatter.ts';

/** The words of the reader's language: keep one object per language, so that views can tell that nothing changed. */
export interface Words {
  readonly formatter: Formatter;
  readonly views: ViewMessages;
}

/** What was computed, in words that can be shown. Keep one object per translation: models are remembered by it. */
export interface SceneData {
  readonly trace: Trace;
  /** Source words as they are shown, one a place. */
  readonly source: readonly string[];
  /** Places (from 0) of source words that the model does not know. */
  readonly unknown: readonly number[];
  /** Target words as they are shown, one a step, without the end mark. */
  readonly target: readonly string[];
  /** The target vocabulary as it is shown, in the model's order. */
  readonly targetWords: readonly string[];
  /** How the words of the source and target languages are marked for speech: `en`, `fr`. */
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** Target steps (from 1) whose word the reader has forced. */
  readonly forced: readonly number[];
  /** The model whose parameters these are, and the address of its card; null where the reader can change them. */
  readonly model: { readonly name: string; readonly cardHref: string } | null;
  /** Whose numbers these are, in words, where two scenes stand side by side: the names of views hold it then. */
  readonly owner?: string;
}

/**
 * Props common to the views of a scene. Callbacks should be stable (the same function from render to render), so that views
 * which a step or a hover does not touch are not rendered again.
 */
export interface SceneProps {
  readonly scene: SceneData;
  readonly cursor: Cursor;
  readonly theme: Theme;
  readonly words: Words;
  /** The pair that is lit (both counted from 1), or null. */
  readonly highlight: Pair | null;
  readonly onHighlight: (pair: Pair | null) => void;
  /** The cell whose story is open, or null. */
  readonly opened: Address | null;
  /** A number was clicked: open "How was this number computed?" for it. */
  readonly onOpen: (address: Address) => void;
}

/** What is unfolded (vectors, gates, branches of a story), by keys that the views make and the app only keeps. */
export interface Unfolding {
  readonly unfolded: ReadonlySet<string>;
  readonly onUnfold: (key: string) => void;
}
