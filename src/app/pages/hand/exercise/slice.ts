/** @file What an exercise keeps besides its link: what was typed, what was shown all the same, what is asked. */
import type { Address } from '../../../../engine/explanation.ts';
import { storedAnswers, type Answers } from './progress.ts';

export interface ExerciseSlice {
  /** What was handed in, by lesson and number. */
  readonly answers: Answers;
  /** What stands in fields and has not been handed in. */
  readonly drafts: Answers;
  /** Numbers that the reader had shown to him, by lesson and number. */
  readonly shown: ReadonlySet<string>;
  /** The number that was handed in last. */
  readonly last: string | null;
  /** The reader asked for a cell that gives a hidden number away. */
  readonly asking: Address | null;
  /** The teacher chooses what to hide. */
  readonly choosing: boolean;
}

/** An exercise as it is met: with what this device remembers. */
export function firstExercise(): ExerciseSlice {
  return {
    answers: storedAnswers(),
    drafts: {},
    shown: new Set(),
    last: null,
    asking: null,
    choosing: false,
  };
}
