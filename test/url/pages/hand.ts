/** @file Random states of the worked examples by hand. */
import fc from 'fast-check';
import { hand } from '../../../src/params/hand.ts';
import type { HandPage } from '../../../src/url/pages/hand.ts';

const finite = fc.oneof(
  fc.constantFrom(0, 1, -0.5, 1e21, 1e-7, 0.1 + 0.2),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);

const edit = fc
  .record({
    name: fc.constantFrom('h', 'W', 'temperature', 'W_Q', 'x2'),
    shape: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
  })
  .chain(({ name, shape }) => {
    const length = shape.reduce((product, size) => product * size, 1);
    return fc
      .array(finite, { minLength: length, maxLength: length })
      .map((data) => ({ name, shape, data: data.map((value) => (value === 0 ? 0 : value)) }));
  });

/** Any state of a worked example. */
export const handPages: fc.Arbitrary<HandPage> = fc.record({
  page: fc.constant('hand' as const),
  lesson: fc.constantFrom(...hand.lesson.options),
  beat: fc.oneof(fc.constant(''), fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/)),
  cell: fc.integer({ min: 0, max: 60 }),
  open: fc.option(
    fc.record({
      name: fc.constantFrom('alpha', 'e', 'W', 'backward.z'),
      t: fc.integer({ min: 0, max: 131 }),
      index: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
    }),
    { nil: null },
  ),
  edits: fc.uniqueArray(edit, { selector: ({ name }) => name, maxLength: 4 }),
  hidden: fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('alpha', 'e', 'backward.z'),
      t: fc.integer({ min: 0, max: 12 }),
      index: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 2 }),
    }),
    { selector: (cell) => hand.open.encode(cell), maxLength: 5 },
  ),
  decimals: fc.integer({ min: 0, max: 6 }),
  beside: fc.option(fc.uniqueArray(edit, { selector: ({ name }) => name, maxLength: 2 }), { nil: null }),
  words: fc.oneof(fc.constant(''), fc.string({ maxLength: 40 }).map(hand.words.tidy)),
});

export function isValidHandPage({
  lesson,
  beat,
  cell,
  open,
  edits,
  words,
  hidden,
  decimals,
  beside,
}: HandPage): boolean {
  return (
    hand.lesson.accepts(lesson) &&
    hand.beat.accepts(beat) &&
    hand.cell.accepts(cell) &&
    hand.open.accepts(open) &&
    hand.edits.accepts(edits) &&
    hand.words.accepts(words) &&
    hand.hidden.accepts(hidden) &&
    hand.decimals.accepts(decimals) &&
    hand.beside.accepts(beside)
  );
}
