/** @file All English words of the narrator for one mechanism. */

import { additive } from './additive.ts';
import { concat } from './concat.ts';
import { cosine } from './cosine.ts';
import { dot } from './dot.ts';
import { general } from './general.ts';
import { localM } from './localM.ts';
import { localP } from './localP.ts';
import { location } from './location.ts';
import { narrator } from './narrator.ts';
import { none } from './none.ts';
import { questions } from './questions.ts';
import { scaledDot } from './scaledDot.ts';

/** Messages by key. */
export type NarratorMessages = Readonly<Record<string, string>>;

const own: Readonly<Record<string, NarratorMessages>> = {
  additive,
  dot,
  general,
  concat,
  location,
  'scaled-dot': scaledDot,
  cosine,
  'local-m': localM,
  'local-p': localP,
  none,
};

/** The narrator's words where this mechanism is stepped through. It has words of its own, also in place of those that others share. */
export function narratorMessages(mechanism: string): NarratorMessages {
  return { ...narrator, ...questions, ...own[mechanism] };
}
