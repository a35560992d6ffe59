/** @file English words of two versions of a worked example side by side. */

export const versions = {
  start: 'Compare versions',
  startHint: 'The example’s own numbers beside yours, and what they differ by',
  keep: 'Take yours as A',
  region: 'Two versions of this example',
  own: 'A: the lesson’s own numbers',
  kept: 'A: the numbers that were kept',
  difference: 'Yours less A',
  differenceNote:
    'Every number of yours less the one of A at the same place. Choose one to see how yours was computed.',
  same: 'Both versions have the same numbers: change one of yours below.',
  sizes: 'The two versions have other sizes, so their numbers cannot be taken from one another.',
  waiting: 'Version A is being computed …',
};
