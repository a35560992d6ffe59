/** @file The registry of mechanisms: one line each. */

import { additive } from './additive.ts';
import { global, type Attention } from './attend.ts';
import { concat } from './concat.ts';
import { cosine } from './cosine.ts';
import { dot } from './dot.ts';
import { general } from './general.ts';
import { hard } from './hard.ts';
import { localM } from './localM.ts';
import { localP } from './localP.ts';
import { location } from './location.ts';
import type { Described, Mechanism } from './mechanism.ts';
import { none } from './none.ts';
import { scaledDot } from './scaledDot.ts';
import { self } from './self.ts';
import { word } from './word.ts';

/** Every score of the encoder–decoder family: how keys are compared with a query. */
export const mechanisms: readonly Mechanism[] = [additive, dot, general, concat, location, scaledDot, cosine];

/** Every way in which a decoder can look at its memory; those that may have any score are listed with their usual one. */
export const attentions: readonly Attention[] = [
  none,
  ...mechanisms.map(global),
  localM(general),
  localP(general),
  hard(general),
];

/** Those that no decoder is built with: attention within one sequence (its score is `scaled-dot`), and words that nobody asks. */
export const others: readonly Described[] = [self, word];
