/** @file Pages with a state of their own: the translation waits behind them, and the worker is not asked for it. */
import { describe, expect, it } from 'vitest';
import { linkToShare } from '../../src/app/state/address.ts';
import { titleOf } from '../../src/app/state/spoken.ts';
import { handPage } from '../../src/url/pages/hand.ts';
import { makeRig } from './rig.tsx';

describe('a page with a state of its own', () => {
  it('is visited and left with the sentence and the place kept, and writes none of them into its link', async () => {
    const { actions, store, settled } = makeRig({ link: '#/1/dot?s=the+dog+sleeps&t=2' });
    await settled();
    actions.goTo({ other: handPage('additive') });
    expect(linkToShare(store.getState())).toBe('#/1/hand/additive');
    actions.goTo({ page: 'step' });
    const { link, shown } = store.getState();
    expect(link).toMatchObject({ mechanism: 'dot', sentence: 'the dog sleeps', t: 2, other: null });
    expect(shown?.translation.source).toEqual(['the', 'dog', 'sleeps']);
  });

  it('that the browser goes back to leaves the translation as it was', async () => {
    const { actions, store, settled } = makeRig({ link: '#/1/additive?s=the+dog+sleeps' });
    await settled();
    actions.openLink('#/1/hand/additive/score?view=present');
    expect(store.getState().link).toMatchObject({ sentence: 'the dog sleeps', present: true });
    actions.goTo({ page: 'proof' });
    expect(store.getState().link).toMatchObject({ sentence: 'the dog sleeps', page: 'proof', other: null });
  });

  it('asks for no translation until the reader goes to one', async () => {
    const { actions, asked, settled } = makeRig({ link: '#/1/hand/additive' });
    expect(asked).toEqual([]);
    actions.goTo({ page: 'step', mechanism: 'dot' });
    await settled();
    expect(asked).toContain('dot: the black cat did not drink the cold milk');
  });

  it('has a title before its own words are loaded, and its own after', () => {
    const { store, language } = makeRig({ link: '#/1/hand/additive' });
    expect(titleOf(store.getState(), language)).toBe('Additive attention, by hand — Lookback');
    store.setState({ spoken: { page: 'hand', title: 'Scoring', announcement: 'Scoring.' } });
    expect(titleOf(store.getState(), language)).toBe('Scoring');
  });
});
