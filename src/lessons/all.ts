/** @file The registry of lessons, in their order: one line each. */

import { additive } from './additive.ts';
import type { Lesson } from './lesson.ts';
import { luong } from './luong.ts';
import { none } from './none.ts';
import { queryKeyValue } from './queryKeyValue.ts';
import { softmax } from './softmax.ts';
import { word } from './word.ts';

export const lessons: readonly Lesson[] = [none, additive, luong, softmax, queryKeyValue, word];
