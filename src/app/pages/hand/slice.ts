/** @file What the page of worked examples keeps besides its link: what the worker answered, and the edits that can be taken back. */
import type { Trace } from '../../../engine/trace.ts';
import type { HandPage } from '../../../url/pages/hand.ts';
import type { Outcome } from '../../../worker/protocol.ts';
import type { Example } from './example.ts';

/** What the reader may take back. */
export type HandEdit = Pick<HandPage, 'edits' | 'words'>;

/** An example that has been computed. */
export interface HandShown {
  readonly example: Example;
  readonly trace: Trace;
  /** Outputs and gradients by name, row by row. */
  readonly outputs: Outcome['outputs'];
}

export interface HandSlice {
  readonly past: readonly HandEdit[];
  readonly future: readonly HandEdit[];
  readonly shown: HandShown | null;
  /** What was shown before the last edit: old values stand beside what changed. */
  readonly before: Trace | null;
  /** Why the example could not be computed; what was shown stays. */
  readonly failed: string | null;
  /** The reader is in the middle of one edit, such as dragging on a number. */
  readonly going: boolean;
  readonly unfolded: ReadonlySet<string>;
}

export const firstHandSlice: HandSlice = {
  past: [],
  future: [],
  shown: null,
  before: null,
  failed: null,
  going: false,
  unfolded: new Set(),
};
