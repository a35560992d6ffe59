/** @file What pages keep in the store besides their links: a slice a page, described in a file of its own, absent until the page is visited. */
import type { CompareSlice } from '../pages/compare/slice.ts';
import type { ExerciseSlice } from '../pages/hand/exercise/slice.ts';
import type { HandSlice } from '../pages/hand/slice.ts';
import type { TrainSlice } from '../pages/train/slice.ts';

/** The slices of the pages that were visited, one line a page. */
export interface Slices {
  readonly hand?: HandSlice;
  readonly exercise?: ExerciseSlice;
  readonly compare?: CompareSlice;
  readonly train?: TrainSlice;
}
