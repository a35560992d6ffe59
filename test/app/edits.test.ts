/** @file Edits can be taken back and done again, whatever they are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createActions, type Actions } from '../../src/app/state/actions.ts';
import { createAppStore } from '../../src/app/state/store.ts';
import { encode } from '../../src/url/encode.ts';
import { decode } from '../../src/url/decode.ts';

function makeStore() {
  const store = createAppStore({ link: '', theme: 'system', systemIsDark: false, reducedMotion: false });
  return { store, actions: createActions(store) };
}

const edits: fc.Arbitrary<(actions: Actions) => void> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => (actions: Actions) => actions.setSentence(text)),
  fc.string({ maxLength: 20 }).map((text) => (actions: Actions) => {
    actions.type(text);
    actions.endTyping();
  }),
  fc.integer({ min: 1, max: 8 }).map((beam) => (actions: Actions) => actions.setBeam(beam)),
  fc.tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom('chien', "n'")).map(
    ([t, word]) =>
      (actions: Actions) =>
        actions.force(t, word),
  ),
  fc.integer({ min: 1, max: 20 }).map((t) => (actions: Actions) => actions.release(t)),
  fc.constant((actions: Actions) => actions.reset()),
);

describe('undo and redo', () => {
  it('bring back every state in turn, and every state has a link', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12 }), (list) => {
        const { store, actions } = makeStore();
        const link = (): string => encode(store.getState().link);
        const seen = [link()];
        for (const edit of list) {
          edit(actions);
          seen.push(link());
        }
        for (const expected of seen.toReversed().slice(1)) {
          actions.undo();
          expect(link()).toBe(expected);
        }
        actions.undo();
        expect(link()).toBe(seen[0]);
        for (const expected of seen.slice(1)) {
          actions.redo();
          expect(link()).toBe(expected);
        }
        for (const one of seen) expect(decode(one).misunderstood).toEqual([]);
      }),
    );
  });

  it('take a burst of typing back as one edit', () => {
    const { store, actions } = makeStore();
    for (const text of ['a', 'a ', 'a c', 'a cat']) actions.type(text);
    actions.undo();
    expect(store.getState().link.sentence).toBe('the black cat did not drink the cold milk');
    expect(store.getState().past).toEqual([]);
  });

  it('forget what was undone when another edit is made', () => {
    const { store, actions } = makeStore();
    actions.setBeam(4);
    actions.undo();
    actions.setBeam(2);
    actions.redo();
    expect(store.getState().link.beam).toBe(2);
  });
});

describe('a forced word', () => {
  it('replaces what was forced there and drops what was forced after it', () => {
    const { store, actions } = makeStore();
    actions.force(2, 'chien');
    actions.force(5, 'noir');
    actions.force(3, 'chat');
    expect(store.getState().link.forced).toEqual([
      { t: 2, word: 'chien' },
      { t: 3, word: 'chat' },
    ]);
  });
});

describe('an edit of the sentence', () => {
  it('drops forced words and the chosen hypothesis, and keeps mechanism, beam and place', () => {
    const { store, actions } = makeStore();
    actions.openLink('#/1/dot?t=3&at=context&beam=4&hypothesis=2&force=2:chien&model=0a1b2c3d');
    actions.type('the dog sleeps');
    expect(encode(store.getState().link)).toBe('#/1/dot?s=the+dog+sleeps&t=3&at=context&beam=4');
  });
});
