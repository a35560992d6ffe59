/** @file Links: what is encoded is decoded, any text gives a valid state, and old links open for ever. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embed } from '../../src/params/embed.ts';
import { readStages, translation, wordStages } from '../../src/params/translation.ts';
import { decode } from '../../src/url/decode.ts';
import { encode } from '../../src/url/encode.ts';
import { initialState, type LinkState } from '../../src/url/state.ts';
import golden from '../fixtures/links.json' with { type: 'json' };
import { isValidPage } from './pages/all.ts';
import { linkStates } from './states.ts';

const many = { numRuns: 20_000 };

/** Throws unless every field is one that its control accepts, and the fields fit one another. */
function expectValid(state: LinkState): void {
  const { mechanism, sentence, model, t, cell, beam, hypothesis, forced, open } = translation;
  const stages: readonly string[] = state.t === 0 ? readStages : wordStages;
  const fine =
    ['step', 'about', 'proof'].includes(state.page) &&
    mechanism.accepts(state.mechanism) &&
    sentence.accepts(state.sentence) &&
    model.accepts(state.model) &&
    t.accepts(state.t) &&
    stages.includes(state.at) &&
    cell.accepts(state.cell) &&
    beam.accepts(state.beam) &&
    hypothesis.accepts(state.hypothesis) &&
    state.hypothesis <= state.beam &&
    forced.accepts(state.forced) &&
    open.accepts(state.open) &&
    typeof state.present === 'boolean' &&
    (state.embed === null || embed.accepts(state.embed)) &&
    (state.other === null || isValidPage(state.other));
  if (!fine) throw new Error(`not a valid state: ${JSON.stringify(state)}`);
}

/** Decoding gives a valid state, whose own link is understood in full and gives it again. */
function expectTotal(text: string): void {
  const { state } = decode(text);
  expectValid(state);
  const link = encode(state);
  const again = decode(link);
  if (again.misunderstood.length > 0 || encode(again.state) !== link)
    throw new Error(`${text} gives ${link}`);
  expect(again.state).toEqual(state);
}

/** A link with pieces cut out, doubled, exchanged and put in. */
const mutated = fc
  .tuple(
    linkStates.map(encode),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(6),
        fc.constantFrom(
          '&',
          '=',
          '%',
          '%E9',
          '+',
          '#',
          '/',
          '?',
          ':',
          '05',
          '-1',
          '\u0000',
          '\uD800',
          'é',
          't=',
          'at=word',
          '/hand/',
          '/compare/',
          '/embed/',
          'worksheet/',
          'set=',
          '~',
        ),
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
  )
  .map(([link, edits]) =>
    edits.reduce((text, [where, length, piece]) => {
      const at = where % (text.length + 1);
      return (
        text.slice(0, at) + (length > 3 ? text.slice(at - length, at) : piece) + text.slice(at + (length % 4))
      );
    }, link),
  );

describe('decode after encode', () => {
  it('is the state, for any valid state', () => {
    fc.assert(
      fc.property(linkStates, (state) => {
        const { state: again, misunderstood } = decode(encode(state));
        expect(misunderstood).toEqual([]);
        expect(again).toEqual(state);
      }),
      many,
    );
  });
});

describe('decode', () => {
  it('gives a valid state with a stable link for any random text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), expectTotal), many);
    fc.assert(
      fc.property(
        fc
          .array(
            fc.constantFrom(
              ...'#/1?&=+%:.~,05t '.split(''),
              'additive',
              'about',
              'hand',
              'compare',
              'embed',
              'worksheet',
              'at',
              'open',
              'force',
              'set',
            ),
          )
          .map((parts) => parts.join('')),
        expectTotal,
      ),
      many,
    );
  });

  it('gives a valid state with a stable link for any truncated link', () => {
    const truncated = fc
      .tuple(linkStates.map(encode), fc.nat())
      .map(([link, at]) => link.slice(0, at % (link.length + 1)));
    fc.assert(fc.property(truncated, expectTotal), many);
  });

  it('gives a valid state with a stable link for any mutated link', () => {
    fc.assert(fc.property(mutated, expectTotal), many);
  });

  it('reads numbers strictly and says what was expected', () => {
    for (const text of ['05', '+5', '5.0', '5e0', ' 5', '-1', '132', '', '٣', '9999999999']) {
      const { state, misunderstood } = decode(`#/1/additive?t=${encodeURIComponent(text)}`);
      expect(state).toEqual(initialState);
      expect(misunderstood).toEqual([
        { kind: 'value', name: 't', text, expected: { kind: 'whole', min: 0, max: 131 } },
      ]);
    }
  });

  it.each([
    ['#/2/additive?t=3', { kind: 'version', text: '2' }],
    ['#/1/addative?t=3', { kind: 'path', text: '1/addative' }],
    ['#/1/additive/more?t=3', { kind: 'path', text: '1/additive/more' }],
    ['#/1/embed/picture/dot?t=3', { kind: 'path', text: '1/embed/picture/dot' }],
    ['#/1/embed/worksheet/proof?t=3', { kind: 'path', text: '1/embed/worksheet/proof' }],
    ['#/1/hand/nothing?t=3', { kind: 'path', text: '1/hand/nothing' }],
    ['#/1/additive?t=3&colour=red', { kind: 'name', text: 'colour' }],
    ['#/1/additive?t=3&t=4', { kind: 'twice', name: 't', text: '4' }],
    [
      '#/1/additive?t=3&at=Softmax',
      { kind: 'value', name: 'at', text: 'Softmax', expected: { kind: 'choice', options: wordStages } },
    ],
    [
      '#/1/additive?t=3&s=%E9',
      { kind: 'value', name: 's', text: '%E9', expected: { kind: 'text', longest: 2000 } },
    ],
    [
      '#/1/additive?t=3&model=12345',
      { kind: 'value', name: 'model', text: '12345', expected: { kind: 'hash', digits: 8 } },
    ],
    [
      '#/1/additive?t=3&force=5:noir,3:chien',
      {
        kind: 'value',
        name: 'force',
        text: '5:noir,3:chien',
        expected: { kind: 'forced', example: '3:chien,5:noir' },
      },
    ],
    [
      '#/1/additive?t=3&open=alpha',
      { kind: 'value', name: 'open', text: 'alpha', expected: { kind: 'opened', example: 'alpha:6:5' } },
    ],
    [
      '#/1/additive?t=3&beam=4&hypothesis=5',
      { kind: 'value', name: 'hypothesis', text: '5', expected: { kind: 'whole', min: 1, max: 4 } },
    ],
  ])('names what it does not understand in %s and reads the rest', (link, expected) => {
    const { state, misunderstood } = decode(link);
    expect(misunderstood).toEqual([expected]);
    expect(state.t).toBe(3);
    expectTotal(link);
  });

  it('reads a stage only in the group that has it', () => {
    expect(decode('#/1/additive?t=0&at=softmax').state.at).toBe('embedding');
    expect(decode('#/1/additive?t=0&at=softmax').misunderstood).toHaveLength(1);
    expect(decode('#/1/additive?t=0&at=backward').state.at).toBe('backward');
    expect(decode('#/1/additive?at=backward').misunderstood).toHaveLength(1);
  });
});

describe('encode', () => {
  it('writes only what differs from the first values', () => {
    expect(encode(initialState)).toBe('#/1/additive');
    expect(encode({ ...initialState, mechanism: 'dot', page: 'about' })).toBe('#/1/about/dot');
    expect(encode({ ...initialState, t: 0, at: 'embedding' })).toBe('#/1/additive?t=0');
  });

  it('is readable', () => {
    const state: LinkState = {
      ...initialState,
      sentence: 'The dog is a labrador.',
      t: 6,
      at: 'softmax',
      forced: [{ t: 2, word: 'chat' }],
      open: { name: 'alpha', t: 6, index: [5] },
    };
    expect(encode(state)).toBe(
      '#/1/additive?s=The+dog+is+a+labrador.&t=6&at=softmax&force=2:chat&open=alpha:6:5',
    );
  });
});

describe('the golden links', () => {
  it.each(golden.links)('open for ever: $link', ({ link, state }) => {
    const opened = decode(link);
    expect(opened.misunderstood).toEqual([]);
    expect(opened.state).toEqual({ ...golden.initial, ...state });
  });

  it('mean by nothing what they meant when they were written', () => {
    expect(initialState).toEqual(golden.initial);
  });
});
