/** @file What a link says: everything that the reader chose. */
import type { Embedded } from '../params/embed.ts';
import type { ForcedAt } from '../params/forcedWords.ts';
import type { OpenedNumber } from '../params/openedNumber.ts';
import { translation, type MechanismId, type Stage } from '../params/translation.ts';
import type { OtherPage } from './pages/all.ts';

/** The pages of the translation. */
export type Page = 'step' | 'about' | 'proof';

/** The state of the app that a link carries: that of the translation, or that of a page with a state of its own. */
export interface LinkState {
  readonly page: Page;
  readonly mechanism: MechanismId;
  /** As typed. */
  readonly sentence: string;
  /** Hash of the model's weights; empty: whichever there is. */
  readonly model: string;
  /** The target word from 1; 0 while the sentence is read; one after the last: the end. */
  readonly t: number;
  /** A stage of reading where t is 0, else a stage of a word. */
  readonly at: Stage;
  /** The source word whose cell is built alone, from 1; 0: the stage as a whole. */
  readonly cell: number;
  readonly beam: number;
  /** From 1 to the beam's size. */
  readonly hypothesis: number;
  readonly forced: readonly ForcedAt[];
  readonly open: OpenedNumber | null;
  /** D of local attention; 0: as the model was trained. */
  readonly reach: number;
  readonly present: boolean;
  /** What of the page stands alone, in a frame of another page; null: the whole page. Pages of text are not embedded. */
  readonly embed: Embedded | null;
  /** The page with a state of its own that is open; its link says nothing of the translation, which waits behind it. */
  readonly other: OtherPage | null;
}

/** What is shown where a link says nothing. */
export const initialState: LinkState = {
  page: 'step',
  mechanism: translation.mechanism.initial,
  sentence: translation.sentence.initial,
  model: translation.model.initial,
  t: translation.t.initial,
  at: translation.at.initial,
  cell: translation.cell.initial,
  beam: translation.beam.initial,
  hypothesis: translation.hypothesis.initial,
  forced: translation.forced.initial,
  open: translation.open.initial,
  reach: translation.reach.initial,
  present: false,
  embed: null,
  other: null,
};
