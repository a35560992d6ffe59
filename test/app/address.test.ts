/** @file The address and the state: what becomes an entry of the history, what replaces one, and what coming back restores. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createActions, type Actions } from '../../src/app/state/actions.ts';
import { connectAddress, type AddressBar } from '../../src/app/state/address.ts';
import { createAppStore, type AppStore } from '../../src/app/state/store.ts';
import { makeRig } from './rig.tsx';

/** A browser's history, without a browser. */
class FakeBar implements AddressBar {
  readonly entries: string[];
  at = 0;
  replacements = 0;
  private visit = (): void => undefined;
  private leave = (): void => undefined;

  constructor(link: string) {
    this.entries = [link];
  }

  read = (): string => this.entries[this.at] ?? '';
  push = (link: string): void => {
    this.entries.splice((this.at += 1), Infinity, link);
  };
  replace = (link: string): void => {
    this.replacements += 1;
    this.entries[this.at] = link;
  };
  onVisit = (listener: () => void): (() => void) => {
    this.visit = listener;
    return () => undefined;
  };
  onLeave = (listener: () => void): (() => void) => {
    this.leave = listener;
    return () => undefined;
  };
  later = (callback: () => void, milliseconds: number): (() => void) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  };
  go(by: number): void {
    this.at += by;
    this.visit();
  }
  hide(): void {
    this.leave();
  }
}

let store: AppStore;
let actions: Actions;
let bar: FakeBar;

function open(link: string): void {
  store = createAppStore({ link, theme: 'system', systemIsDark: false, reducedMotion: false });
  actions = createActions(store);
  bar = new FakeBar(link);
  connectAddress(store, bar, actions.openLink);
}

/** A trace, so that there is something to step through. */
async function withTrace(link: string): Promise<void> {
  const rig = makeRig({ link });
  await rig.settled();
  ({ store, actions } = rig);
  bar = new FakeBar(link);
  connectAddress(store, bar, actions.openLink);
  vi.useFakeTimers();
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the address', () => {
  it('is not touched before the reader does something', () => {
    open('#/1/additive');
    store.setState({ simd: true });
    actions.highlight({ t: 1 });
    vi.advanceTimersByTime(1000);
    expect(bar.entries).toEqual(['#/1/additive']);
    expect(bar.replacements).toBe(0);
  });

  it('gets one entry for a burst of typing, and another for the next burst', () => {
    open('#/1/additive?s=');
    for (const text of ['t', 'th', 'the', 'the cat']) actions.type(text);
    vi.advanceTimersByTime(300);
    expect(bar.entries).toEqual(['#/1/additive?s=', '#/1/additive?s=the+cat']);
    actions.endTyping();
    actions.type('the cat sleeps');
    vi.advanceTimersByTime(300);
    expect(bar.entries).toEqual([
      '#/1/additive?s=',
      '#/1/additive?s=the+cat',
      '#/1/additive?s=the+cat+sleeps',
    ]);
  });

  it('gets an entry for a mechanism, a page, a beam, a forced word', () => {
    open('#/1/additive');
    actions.goTo({ mechanism: 'dot' });
    actions.setBeam(4);
    actions.force(2, 'chien');
    actions.goTo({ page: 'about' });
    expect(bar.entries).toEqual([
      '#/1/additive',
      '#/1/dot',
      '#/1/dot?beam=4',
      '#/1/dot?beam=4&force=2:chien',
      '#/1/about/dot?beam=4&force=2:chien',
    ]);
  });

  it('is replaced by steps, at most every 300 ms', async () => {
    vi.useRealTimers();
    await withTrace('#/1/additive?s=the+dog+sleeps');
    for (let step = 0; step < 30; step += 1) {
      actions.move('next');
      vi.advanceTimersByTime(50);
    }
    expect(bar.entries).toHaveLength(1);
    expect(bar.replacements).toBe(5);
    vi.advanceTimersByTime(300);
    expect(bar.read()).toMatch(/^#\/1\/additive\?s=the\+dog\+sleeps&t=7&model=0a1b2c3d$/);
  });

  it('is written at once when the page is left', async () => {
    vi.useRealTimers();
    await withTrace('#/1/additive?s=the+dog');
    actions.move('next');
    bar.hide();
    expect(bar.read()).toContain('at=softmax');
  });

  it('keeps the last step of the entry that is left behind', async () => {
    vi.useRealTimers();
    await withTrace('#/1/additive?s=the+dog');
    actions.move('next');
    actions.goTo({ mechanism: 'general' });
    expect(bar.entries[0]).toContain('at=softmax');
    expect(bar.entries[1]).toContain('#/1/general?s=the+dog&at=softmax');
  });
});

describe('back and forward', () => {
  it('restore sentence, mechanism and place, and write nothing', () => {
    open('#/1/additive?s=the+cat&t=2');
    actions.setSentence('the dog');
    actions.goTo({ mechanism: 'dot' });
    const before = [...bar.entries];
    bar.go(-2);
    expect(store.getState().link).toMatchObject({ sentence: 'the cat', mechanism: 'additive', t: 2 });
    bar.go(1);
    expect(store.getState().link).toMatchObject({ sentence: 'the dog', mechanism: 'additive' });
    vi.advanceTimersByTime(1000);
    expect(bar.entries).toEqual(before);
  });

  it('make a new branch when the reader goes on from an older entry', () => {
    open('#/1/additive');
    actions.setSentence('the dog');
    actions.setSentence('the cat');
    bar.go(-1);
    actions.setSentence('the bird');
    expect(bar.entries).toEqual(['#/1/additive', '#/1/additive?s=the+dog', '#/1/additive?s=the+bird']);
  });
});

describe('a link that was not understood in full', () => {
  it('stays in the history when the reader goes on', () => {
    open('#/1/additive?t=05&view=present');
    expect(store.getState().arrival.misunderstood).toHaveLength(1);
    actions.setPresent(false);
    expect(bar.entries).toEqual(['#/1/additive?t=05&view=present', '#/1/additive']);
    bar.go(-1);
    expect(store.getState().link.present).toBe(true);
    expect(store.getState().arrival.misunderstood).toHaveLength(1);
  });
});
