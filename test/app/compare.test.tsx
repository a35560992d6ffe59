/** @file The page that compares: both step together, tell of the same number, and say where they differ. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { linkToShare } from '../../src/app/state/address.ts';
import { renderApp, type Rig } from './rig.tsx';

/** The app on a comparison, when both translations are there. */
async function compared(link: string): Promise<Rig> {
  const rig = await renderApp({ link });
  await waitFor(() => expect(rig.store.getState().slices.compare?.run.state).toBe('done'), {
    timeout: 60_000,
  });
  await screen.findByRole('slider', { name: 'Timeline' }, { timeout: 60_000 });
  return rig;
}

async function key(name: string, more: object = {}): Promise<void> {
  await act(async () => {
    fireEvent.keyDown(document.body, { key: name, ...more });
    await Promise.resolve();
  });
}

const sheet = (name: string): HTMLElement => screen.getByRole('region', { name });
const scores = (name: string): number =>
  within(sheet(name)).queryAllByRole('button', { name: /^Score of/ }).length;

describe('two mechanisms side by side', () => {
  it('step together by key, and the link holds the place', async () => {
    const { store } = await compared('#/1/compare/additive/dot?s=the+dog+sleeps&at=softmax');
    for (const name of ['Additive attention', 'Dot-product attention']) expect(scores(name)).toBe(3);
    await key('ArrowLeft');
    await key('ArrowDown');
    for (const name of ['Additive attention', 'Dot-product attention']) expect(scores(name)).toBe(1);
    expect(linkToShare(store.getState())).toBe('#/1/compare/additive/dot?s=the+dog+sleeps&cell=1');
    await key('ArrowRight', { shiftKey: true });
    expect(linkToShare(store.getState())).toBe('#/1/compare/additive/dot?s=the+dog+sleeps&t=2');
  });

  it('tell how both computed a number that was opened in one', async () => {
    const { store } = await compared('#/1/compare/additive/dot?s=the+dog+sleeps&at=softmax');
    const button = within(sheet('Additive attention')).getByRole('button', { name: /^Weight of dog/ });
    await userEvent.click(button);
    expect(store.getState().link.other).toMatchObject({ open: { name: 'alpha', t: 1, index: [2] } });
    for (const owner of ['Additive attention', 'Dot-product attention']) {
      const story = screen.getByRole('region', { name: `How was this number computed in ${owner}?` });
      expect(story.textContent).toMatch(/^How was .*α1,2 = 0\.\d+/);
    }
  });

  it('say of a number that only one of them has that the other has none', async () => {
    await compared('#/1/compare/additive/dot?s=the+dog+sleeps&open=v_a:0:1');
    expect(screen.getByText('Dot has no number of this name here.')).toBeInTheDocument();
    expect(screen.queryByText('Additive has no number of this name here.')).toBeNull();
  });

  it('can both be made to write what one of them writes', async () => {
    const { store } = await compared('#/1/compare/additive/dot?s=the+dog+sleeps');
    await userEvent.selectOptions(screen.getByLabelText('French'), 'both what Dot writes');
    await waitFor(() => expect(store.getState().slices.compare?.pair?.left.wanted.forced).not.toEqual([]));
    const { left, right } = store.getState().slices.compare?.pair ?? {};
    const count = right?.scene.target.length ?? 0;
    expect(count).toBeGreaterThan(0);
    expect(left?.scene.target.slice(0, count)).toEqual(right?.scene.target);
    expect(linkToShare(store.getState())).toContain('words=right');
  });

  it('are reached from a translation, at the same place of the same sentence, and it waits behind them', async () => {
    const { store, settled } = await renderApp({ link: '#/1/dot?s=the+dog+sleeps&t=2&at=softmax' });
    await act(settled);
    await userEvent.click(screen.getByRole('link', { name: 'Compare' }));
    expect(store.getState().link.other).toMatchObject({
      left: 'dot',
      right: 'additive',
      sentence: 'the dog sleeps',
      t: 2,
      at: 'softmax',
    });
    expect(store.getState().link).toMatchObject({ mechanism: 'dot', sentence: 'the dog sleeps', t: 2 });
  });

  it('show a third matrix of what they differ by, whose numbers open in both', async () => {
    const { store } = await compared('#/1/compare/additive/dot?s=the+dog+sleeps&t=2&at=word');
    const grid = screen.getByRole('grid', { name: /^Weights of Additive less those of Dot/ });
    const cells = within(grid).getAllByRole('gridcell', { name: /, sleeps: [−\d]/ });
    expect(cells).toHaveLength(2);
    await userEvent.click(cells[1] ?? grid);
    expect(store.getState().link.other).toMatchObject({ open: { name: 'alpha', t: 2, index: [3] } });
  });
});
