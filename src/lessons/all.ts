/** @file The registry of lessons, in their order: one line each. */

import { additive } from './additive.ts';
import type { Lesson } from './lesson.ts';

export const lessons: readonly Lesson[] = [additive];
