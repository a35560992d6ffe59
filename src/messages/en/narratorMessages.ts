/** @file All English words of the narrator for one mechanism. */

import { narrator } from './narrator.ts';

/** Messages by key. */
export type NarratorMessages = Readonly<Record<string, string>>;

/** The narrator's words where this mechanism is stepped through; its score has words of its own. */
export function narratorMessages(_mechanism: string): NarratorMessages {
  return narrator;
}
