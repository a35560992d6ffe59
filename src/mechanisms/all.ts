/** @file The registry of scores: one line each. */

import { additive } from './additive.ts';
import { concat } from './concat.ts';
import { dot } from './dot.ts';
import { general } from './general.ts';
import type { Mechanism } from './mechanism.ts';

/** Every mechanism of the encoder–decoder family that scores keys against a query. */
export const mechanisms: readonly Mechanism[] = [additive, dot, general, concat];
