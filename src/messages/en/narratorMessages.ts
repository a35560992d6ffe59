/** @file All English words of the narrator for one mechanism. */

import { additive } from './additive.ts';
import { concat } from './concat.ts';
import { dot } from './dot.ts';
import { general } from './general.ts';
import { narrator } from './narrator.ts';
import { questions } from './questions.ts';

/** Messages by key. */
export type NarratorMessages = Readonly<Record<string, string>>;

const scores: Readonly<Record<string, NarratorMessages>> = { additive, dot, general, concat };

/** The narrator's words where this mechanism is stepped through: its score has words of its own. */
export function narratorMessages(mechanism: string): NarratorMessages {
  return { ...narrator, ...questions, ...scores[mechanism] };
}
