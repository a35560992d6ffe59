/** @file Random states of the page that compares two mechanisms, and what makes one valid. */
import fc from 'fast-check';
import { compare } from '../../../src/params/compare.ts';
import { readStages, wordStages } from '../../../src/params/translation.ts';
import type { ComparePage } from '../../../src/url/pages/compare.ts';

/** Any state of a comparison. */
export const comparePages: fc.Arbitrary<ComparePage> = fc
  .record({
    page: fc.constant('compare' as const),
    left: fc.constantFrom(...compare.left.options),
    right: fc.constantFrom(...compare.right.options),
    sentence: fc.oneof(
      fc.constant(compare.sentence.initial),
      fc.string({ unit: 'grapheme', maxLength: 40 }).map(compare.sentence.tidy),
    ),
    words: fc.constantFrom(...compare.words.options),
    t: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 131 })),
    cell: fc.integer({ min: 0, max: 60 }),
    open: fc.option(
      fc.record({
        name: fc.constantFrom('alpha', 'e', 'W_a', 'backward.z'),
        t: fc.integer({ min: 0, max: 131 }),
        index: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 2 }),
      }),
      { nil: null },
    ),
  })
  .chain((state) =>
    fc.constantFrom(...(state.t === 0 ? readStages : wordStages)).map((at) => ({ ...state, at })),
  );

export function isValidComparePage({
  left,
  right,
  sentence,
  words,
  t,
  at,
  cell,
  open,
}: ComparePage): boolean {
  const stages: readonly string[] = t === 0 ? readStages : wordStages;
  return (
    compare.left.accepts(left) &&
    compare.right.accepts(right) &&
    compare.sentence.accepts(sentence) &&
    compare.words.accepts(words) &&
    compare.t.accepts(t) &&
    stages.includes(at) &&
    compare.cell.accepts(cell) &&
    compare.open.accepts(open)
  );
}
