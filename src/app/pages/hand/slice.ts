/** @file What the page of worked examples keeps besides its link: the edits that can be taken back. */
import type { HandPage } from '../../../url/pages/hand.ts';

/** What the reader may take back. */
export type HandEdit = Pick<HandPage, 'edits' | 'words'>;

export interface HandSlice {
  readonly past: readonly HandEdit[];
  readonly future: readonly HandEdit[];
}
