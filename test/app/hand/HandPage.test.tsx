/** @file The page of worked examples: stepping, changing numbers by every way there is, refusals, taking back, what follows and what is marked. */
import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { sliceOf } from '../../../src/app/pages/hand/actions.ts';
import type { AppStore } from '../../../src/app/state/store.ts';
import { linkToShare } from '../../../src/app/state/address.ts';
import { encode } from '../../../src/url/encode.ts';
import { handPage } from '../../../src/url/pages/hand.ts';
import { initialState } from '../../../src/url/state.ts';
import { makeRig, renderApp } from '../rig.tsx';

/** The page with its worksheet computed. */
async function open(link: string) {
  const rig = await renderApp({ link });
  await screen.findByRole('grid', { name: /^Calculation/ });
  return rig;
}

const grid = (name: RegExp): HTMLElement => screen.getByRole('grid', { name });
const cellsOf = (of: HTMLElement): string[] =>
  within(of)
    .getAllByRole('gridcell')
    .map((cell) => cell.textContent);

/** The number of a row of the worksheet, by its spoken name. */
const said = (name: RegExp): string =>
  within(grid(/^Calculation/))
    .getAllByRole('button', { name })
    .map((button) => button.textContent)
    .join(' ');

const edits = (store: AppStore): unknown => {
  const { other } = store.getState().link;
  return other?.page === 'hand' ? other.edits : null;
};

async function paste(on: HTMLElement, text: string): Promise<void> {
  const event = createEvent.paste(on);
  Object.defineProperty(event, 'clipboardData', { value: { getData: () => text } });
  await act(async () => {
    fireEvent(on, event);
    await Promise.resolve();
  });
}

describe('the beats', () => {
  it('are stepped through with the keys, each with its own link, and told in the title', async () => {
    const { store } = await open('#/1/hand/additive');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(linkToShare(store.getState())).toBe('#/1/hand/additive/gates');
    expect(
      await screen.findByRole('heading', { level: 2, name: 'Two gates for every word' }),
    ).toBeInTheDocument();
    await userEvent.keyboard('{End}');
    expect(linkToShare(store.getState())).toBe('#/1/hand/additive/next');
    await userEvent.keyboard('{Home}');
    expect(linkToShare(store.getState())).toBe('#/1/hand/additive');
    await waitFor(() => expect(store.getState().spoken?.title).toContain('Three words to translate'));
  });

  it('show dashed what is still to come, and build a row column by column on the down key', async () => {
    const { store } = await open('#/1/hand/additive/scores');
    expect(within(grid(/^Calculation/)).queryByRole('button', { name: /^α/ })).toBeNull();
    expect(said(/^e/).split(' ')).toHaveLength(3);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(store.getState().link.other).toMatchObject({ cell: 2 });
    expect(said(/^e/).split(' ')).toHaveLength(2);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(said(/^e/).split(' ')).toHaveLength(3);
  });

  it('of a link that names no beat, tensor or size of the lesson are opened with a note', async () => {
    await open('#/1/hand/additive/nothing?set=Z::4~v:3:1,2,3');
    expect(screen.getByText(/does not have: nothing, Z, v/)).toBeInTheDocument();
  });
});

describe('a number', () => {
  it('is asked how it was computed, down to what was given', async () => {
    await open('#/1/hand/additive/scores');
    await userEvent.click(
      within(grid(/^Calculation/)).getAllByRole('button', { name: /^e₁/ })[0] as HTMLElement,
    );
    const story = (await screen.findByRole('heading', { name: 'How was this number computed?' })).closest(
      'section',
    );
    expect(story).toHaveTextContent('1.08');
    expect(screen.getByRole('region', { name: 'Written out with the numbers' })).toHaveTextContent('× 2');
  });
});

describe('a grid', () => {
  it('is typed over: everything after it follows, what changed is marked with the old value, and the link has it', async () => {
    const { store } = await open('#/1/hand/additive/scores');
    const before = said(/^e₁/);
    const cell = within(grid(/^v /)).getAllByRole('gridcell')[0] as HTMLElement;
    cell.focus();
    await userEvent.keyboard('4{Enter}');
    await waitFor(() => expect(said(/^e₁/)).not.toBe(before));
    expect(edits(store)).toEqual([{ name: 'v', shape: [2], data: [4, 3] }]);
    expect(linkToShare(store.getState())).toBe('#/1/hand/additive/scores?set=v:2:4,3');
    expect(within(grid(/^Calculation/)).getAllByRole('button', { name: /^e₁.*was 1\.08$/ })).toHaveLength(1);
    expect(within(grid(/^Calculation/)).queryByRole('button', { name: /^U h.*was/ })).toBeNull();
  });

  it('moves with the arrow keys, edits with Enter, and Escape keeps what was there', async () => {
    const { store } = await open('#/1/hand/additive/tanh');
    const cells = within(grid(/^W /)).getAllByRole('gridcell');
    (cells[0] as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(document.activeElement).toBe(cells[3]);
    await userEvent.keyboard('{Enter}9{Escape}');
    expect(cellsOf(grid(/^W /))).toEqual(['1', '0', '1', '1']);
    expect(edits(store)).toEqual([]);
    expect(linkToShare(store.getState())).toBe('#/1/hand/additive/tanh');
  });

  it('goes on with Tab, and nudges with Alt and an arrow', async () => {
    const { store } = await open('#/1/hand/additive/tanh');
    (within(grid(/^W /)).getAllByRole('gridcell')[0] as HTMLElement).focus();
    await userEvent.keyboard('5{Tab}6{Enter}');
    expect(edits(store)).toEqual([{ name: 'W', shape: [2, 2], data: [5, 6, 1, 1] }]);
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(edits(store)).toEqual([{ name: 'W', shape: [2, 2], data: [5, 6, 1, 1.1] }]);
  });

  it.each([
    ['cat', '“cat” is not a finite number; 1 stays.'],
    ['1e999', '“1e999” is not a finite number; 1 stays.'],
  ])('refuses %s in place, with the reason', async (typed, reason) => {
    const { store } = await open('#/1/hand/additive/tanh');
    const cell = within(grid(/^W /)).getAllByRole('gridcell')[0] as HTMLElement;
    await userEvent.dblClick(cell);
    const field = screen.getByRole('textbox', { name: 'New number' });
    await userEvent.clear(field);
    await userEvent.type(field, `${typed}{Enter}`);
    expect(await screen.findByText(reason)).toBeInTheDocument();
    expect(edits(store)).toEqual([]);
    expect(cellsOf(grid(/^W /))[0]).toBe('1');
  });

  it('takes a pasted block of 3 × 2, and refuses one that does not fit or can be read in two ways', async () => {
    const { store } = await open('#/1/hand/additive');
    const x = grid(/^x/);
    (within(x).getAllByRole('gridcell')[0] as HTMLElement).focus();
    await paste(document.activeElement as HTMLElement, '0,5\t1\n-1\t2,25\n3\t4');
    expect(edits(store)).toEqual([{ name: 'x', shape: [3, 2], data: [0.5, 1, -1, 2.25, 3, 4] }]);
    await paste(document.activeElement as HTMLElement, '1\t2\t3');
    expect(await screen.findByText(/The block has 1 by 3 numbers/)).toBeInTheDocument();
    await paste(document.activeElement as HTMLElement, '1,5');
    expect(await screen.findByText(/can be read in two ways/)).toBeInTheDocument();
    expect(edits(store)).toHaveLength(1);
  });

  it('copies what is selected, exactly, as it is pasted', async () => {
    await open('#/1/hand/additive');
    const first = within(grid(/^x/)).getAllByRole('gridcell')[0] as HTMLElement;
    first.focus();
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
    let copied = '';
    const event = createEvent.copy(document.activeElement as HTMLElement);
    Object.defineProperty(event, 'clipboardData', {
      value: {
        setData(_: string, text: string) {
          copied = text;
        },
      },
    });
    act(() => void fireEvent(document.activeElement as HTMLElement, event));
    expect(copied).toBe('1\t0\n0\t1');
  });

  it('is dragged as one edit that can be taken back', async () => {
    const { store } = await open('#/1/hand/additive/tanh');
    const cell = within(grid(/^W /)).getAllByRole('gridcell')[0] as HTMLElement;
    cell.setPointerCapture = () => undefined;
    cell.hasPointerCapture = () => true;
    fireEvent.pointerDown(cell, { clientX: 100, pointerId: 1, button: 0 });
    fireEvent.pointerMove(cell, { clientX: 116, pointerId: 1 });
    fireEvent.pointerMove(cell, { clientX: 140, pointerId: 1 });
    fireEvent.pointerUp(cell, { clientX: 140, pointerId: 1 });
    expect(edits(store)).toEqual([{ name: 'W', shape: [2, 2], data: [1.5, 0, 1, 1] }]);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(edits(store)).toEqual([]);
  });
});

describe('scores and mask', () => {
  it('can be overridden: the score is marked as the reader’s, is told as given, and can be removed', async () => {
    const { store } = await open('#/1/hand/additive/weights');
    (within(grid(/^Scores of your own/)).getAllByRole('gridcell')[1] as HTMLElement).focus();
    await userEvent.keyboard('5{Enter}');
    await waitFor(() => expect(said(/^e₁.* of cat/)).toContain('5'));
    expect(screen.getByText('yours')).toBeInTheDocument();
    await userEvent.click(within(grid(/^Calculation/)).getByRole('button', { name: /^e₁.* of cat/ }));
    expect(await screen.findByText('copied from')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Use the computed scores again' }));
    await waitFor(() => expect(screen.queryByText('yours')).toBeNull());
    expect(edits(store)).toEqual([]);
  });

  it('refuse a mask that is no mask, or hides all', async () => {
    await open('#/1/hand/softmax/mask?set=mask:4:1,0,0,0');
    (within(grid(/^mask/)).getAllByRole('gridcell')[0] as HTMLElement).focus();
    await userEvent.keyboard('0{Enter}');
    expect(await screen.findByText(/needs at least one 1; 1 stays/)).toBeInTheDocument();
    await userEvent.keyboard('2{Enter}');
    expect(await screen.findByText(/neither 0 nor 1/)).toBeInTheDocument();
  });
});

describe('the example as a whole', () => {
  it('undoes, redoes, resets and randomises, with keys too', async () => {
    const { store } = await open('#/1/hand/additive/tanh');
    await userEvent.click(screen.getByRole('button', { name: /^Draws all numbers anew/ }));
    expect(edits(store)).toEqual([{ name: 'seed', shape: [], data: [1] }]);
    await userEvent.click(screen.getByRole('button', { name: 'Back to the numbers of the lesson' }));
    expect(edits(store)).toEqual([]);
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(edits(store)).toHaveLength(1);
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(edits(store)).toEqual([]);
  });

  it('grows by a word: its numbers are drawn, and the calculation has one more column', async () => {
    await open('#/1/hand/additive/weights');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'number of words' }), '5');
    await waitFor(() => expect(said(/^α/).split(' ').length).toBeGreaterThanOrEqual(5));
    expect(screen.getByRole('textbox', { name: 'Words' })).toHaveValue('the cat sleeps on the');
  });

  it('that cannot be computed says why, and keeps the numbers from before', async () => {
    const { store } = await open('#/1/hand/luong/dot');
    const before = said(/^e₁/);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'width of s' }), '3');
    expect(await screen.findByText(/s is 3 wide and h is 2/)).toBeInTheDocument();
    expect(said(/^e₁/)).toBe(before);
    expect(sliceOf(store.getState().slices).failed).not.toBeNull();
  });

  it('asks for numbers that a beat is about, where the reader has others', async () => {
    const { store } = await open('#/1/hand/softmax/large?set=e:4:1,2,3,4');
    expect(screen.getByText(/yours are kept/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Take the beat’s numbers' }));
    expect(edits(store)).toEqual([]);
  });

  it('offers a file where its link is longer than 8,000 characters, and says why', async () => {
    const data = Array.from({ length: 24 }, (_, k) => Math.sin(k) * 1e-9);
    const names = ['x', 'W', 'U', 'v', 'W_out', 'encoder_W', 'encoder_U', 'cell_W', 'cell_U', 's0', 'y'];
    const page = { ...handPage('additive'), edits: names.flatMap((name) => [{ name, shape: [24], data }]) };
    const more = Array.from({ length: 10 }, (_, k) => ({ name: `more${k}`, shape: [24], data }));
    const link = encode({ ...initialState, other: { ...page, edits: [...page.edits, ...more] } });
    expect(link.length).toBeGreaterThan(8000);
    await open(link);
    expect(screen.getByText(/some programs cut links off after 8,000/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Save as a case file (JSON)' })).toBeInTheDocument();
  });
});

describe('every lesson', () => {
  it.each(['none', 'additive', 'luong', 'softmax', 'query-key-value', 'word'])(
    '%s opens from the rail',
    async (lesson) => {
      const { store, actions } = makeRig({ link: '#/1/proof' });
      actions.openLink(`#/1/hand/${lesson}`);
      expect(store.getState().link.other).toMatchObject({ lesson });
      await open(`#/1/hand/${lesson}`);
    },
  );
});
