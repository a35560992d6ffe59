/** @file Random valid states, for laws about links. */
import fc from 'fast-check';
import { mostForced } from '../../src/params/forcedWords.ts';
import { embed } from '../../src/params/embed.ts';
import { readStages, translation, widestReach, wordStages } from '../../src/params/translation.ts';
import { codecOf } from '../../src/url/pages/all.ts';
import { initialState, type LinkState } from '../../src/url/state.ts';
import { otherPages } from './pages/all.ts';

const fieldText = fc
  .oneof(
    fc.constant(translation.sentence.initial),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(fc.constantFrom('the', 'cat', "didn't", '100%', 'a+b', 'é', '&', '=', '#', '?', '', '🐈'), {
        maxLength: 12,
      })
      .map((words) => words.join(' ')),
  )
  .map(translation.sentence.tidy);

const word = fc.constantFrom('chien', "n'", 'été', 'économique', "aujourd'hui", '1992', 'n’', 'porte-clés');

const forced = fc
  .uniqueArray(fc.integer({ min: 1, max: mostForced }), { maxLength: 4 })
  .chain((places) =>
    fc.tuple(...places.toSorted((a, b) => a - b).map((t) => word.map((word) => ({ t, word })))),
  );

const opened = fc.option(
  fc.record({
    name: fc.constantFrom('alpha', 'e', 'W_a', 'h_backward_1', 'z', 'backward.z', 'first-state2.W_s_h'),
    t: fc.integer({ min: 0, max: 131 }),
    index: fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 3 }),
  }),
  { nil: null },
);

const embeds = fc.option(fc.constantFrom(...embed.options), { nil: null });

/** Any state of the translation. */
const translationStates: fc.Arbitrary<LinkState> = fc
  .record({
    page: fc.constantFrom('step' as const, 'about' as const, 'proof' as const),
    mechanism: fc.constantFrom(...translation.mechanism.options),
    sentence: fieldText,
    model: fc.oneof(fc.constant(''), fc.stringMatching(/^[0-9a-f]{8}$/)),
    t: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 131 })),
    cell: fc.integer({ min: 0, max: 60 }),
    beam: fc.integer({ min: 1, max: 8 }),
    hypothesis: fc.integer({ min: 1, max: 8 }),
    forced,
    open: opened,
    reach: fc.integer({ min: 0, max: widestReach }),
    present: fc.boolean(),
    embed: embeds,
  })
  .chain((state) =>
    fc.constantFrom(...(state.t === 0 ? readStages : wordStages)).map((at) => ({
      ...state,
      at,
      hypothesis: Math.min(state.hypothesis, state.beam),
      other: null,
      embed: state.page === 'step' ? state.embed : null,
    })),
  );

/** Any state that a link can hold: on a page with a state of its own it says nothing of the translation. */
export const linkStates: fc.Arbitrary<LinkState> = fc.oneof(
  translationStates,
  fc.record({ other: otherPages, present: fc.boolean(), embed: embeds }).map(({ other, present, embed }) => ({
    ...initialState,
    other,
    present,
    embed: embed !== null && codecOf(other).embeds?.includes(embed) === true ? embed : null,
  })),
);
