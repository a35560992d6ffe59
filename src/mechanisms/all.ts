/** @file The registry of mechanisms: one line each. */

import { additive } from './additive.ts';
import { concat } from './concat.ts';
import { cosine } from './cosine.ts';
import { dot } from './dot.ts';
import { general } from './general.ts';
import { location } from './location.ts';
import type { Described, Mechanism } from './mechanism.ts';
import { none } from './none.ts';
import { scaledDot } from './scaledDot.ts';
import { self } from './self.ts';
import { word } from './word.ts';

/** Every mechanism of the encoder–decoder family that scores keys against a query. */
export const mechanisms: readonly Mechanism[] = [additive, dot, general, concat, location, scaledDot, cosine];

/** Those that are no score of query and key: no attention at all, attention within one sequence (its score is `scaled-dot`), and words that nobody asks. */
export const others: readonly Described[] = [none, self, word];
