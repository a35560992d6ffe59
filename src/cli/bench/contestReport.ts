/** @file What a contest tells, and how it is printed. */

import type { RoundSettings, Samples } from './rounds.ts';
import { median } from './statistics.ts';

/** What is asked of the program that holds the contests. */
export interface ContestSettings extends RoundSettings {
  readonly part: 'attention' | 'training';
  /** How many queries and places attention has, one contest each. */
  readonly sizes: readonly number[];
}

/** How far another contender's numbers are from ours. */
export interface Agreement {
  readonly with: string;
  readonly what: string;
  /** The largest difference, and the largest of our numbers. */
  readonly largest: number;
  readonly scale: number;
}

/** One task: whether all agree on it, and how long they took. The first contender is ours. */
export interface Contest {
  readonly name: string;
  readonly agreements: readonly Agreement[];
  readonly samples: readonly Samples[];
}

/** Numbers in float32 that are further apart than this share of the largest are not the same. */
const SAME = 1e-4;

/** Throws where a contender computes something else than we do: then its time says nothing. */
export function assertAgreement(contest: Contest): void {
  for (const { with: other, what, largest, scale } of contest.agreements) {
    if (!(largest <= SAME * scale)) {
      throw new Error(
        `${contest.name}: ${what} of ${other} differ from ours by ${largest}, the largest being ${scale}`,
      );
    }
  }
}

/** The largest difference, as a share of the largest number, over all that was compared. */
export function largestDifference(contest: Contest): number {
  return Math.max(...contest.agreements.map(({ largest, scale }) => largest / scale));
}

/** Milliseconds with three significant digits. */
function milliseconds(time: number): string {
  return time >= 100 ? time.toFixed(0) : time.toPrecision(3);
}

/** Rows of a table: contender, minimum, median, and how many times our median it is. */
export function contestRows(contest: Contest): string[][] {
  const ours = median(contest.samples[0]?.milliseconds ?? []);
  return contest.samples.map(({ name, milliseconds: times }) => {
    const middle = median(times);
    const ratio = (middle / ours).toFixed(middle / ours < 10 ? 2 : 1);
    return [contest.name, name, milliseconds(Math.min(...times)), milliseconds(middle), ratio];
  });
}
