/** @file Exercises on the page of worked examples: hidden, judged, hinted, found; what would give a number away asks first. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { linkToShare } from '../../src/app/state/address.ts';
import { renderApp, type Rig } from './rig.tsx';

beforeEach(() => window.localStorage.clear());

/** The app on a worked example that has been computed. */
async function example(link: string): Promise<Rig> {
  const rig = await renderApp({ link });
  await waitFor(() => expect(rig.store.getState().slices.hand?.shown).toBeTruthy(), { timeout: 60_000 });
  await screen.findByRole('grid', { name: /^Calculation/ }, { timeout: 60_000 });
  return rig;
}

const blanks = (): HTMLInputElement[] => screen.queryAllByLabelText<HTMLInputElement>(/hidden, to be found/);

async function type(field: HTMLElement | undefined, text: string): Promise<void> {
  if (field === undefined) throw new Error('there is no such field');
  await act(async () => {
    fireEvent.change(field, { target: { value: text } });
    await Promise.resolve();
  });
  fireEvent.keyDown(field, { key: 'Enter' });
}

describe('an exercise', () => {
  it('begins with a switch, which hides what the beat computes and says so in the link; and ends with it', async () => {
    const { store } = await example('#/1/hand/additive/weights');
    expect(blanks()).toHaveLength(0);
    await userEvent.click(screen.getByRole('button', { name: 'Check yourself' }));
    expect(blanks()).toHaveLength(3);
    expect(linkToShare(store.getState())).toBe(
      '#/1/hand/additive/weights?hide=alpha:1:1,alpha:1:2,alpha:1:3',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Check yourself' }));
    expect(blanks()).toHaveLength(0);
  });

  it('names the slip of a wrong answer, and takes a right one', async () => {
    await example('#/1/hand/additive/weights?hide=alpha:1:1');
    const scores = [...document.querySelectorAll<HTMLElement>('[data-band="e"] .hand-number')].map((cell) =>
      Number((cell.dataset['exact'] ?? '').replace('\u2212', '-')),
    );
    const raised = scores.map(Math.exp);
    const [mine = 0] = raised;
    await type(blanks()[0], 'many');
    expect(screen.getByText(/is no number/)).toBeInTheDocument();
    await type(blanks()[0], mine.toFixed(2));
    expect(screen.getByText(/was not divided by the sum/)).toBeInTheDocument();
    expect(blanks()[0]).toHaveAttribute('aria-invalid', 'true');
    await type(blanks()[0], (mine / raised.reduce((sum, value) => sum + value, 0)).toFixed(2));
    expect(screen.getByText(/is right/)).toBeInTheDocument();
    expect(blanks()).toHaveLength(0);
    expect(window.localStorage.getItem('lookback-exercises')).toContain('additive alpha:1:1');
    await userEvent.click(screen.getByRole('button', { name: 'Clear my answers' }));
    expect(window.localStorage.getItem('lookback-exercises')).toBeNull();
    expect(blanks()).toHaveLength(1);
  });

  it('asks before it shows what gives a hidden number away, and shows it when it is told to', async () => {
    await example('#/1/hand/additive/context?hide=alpha:1:2');
    expect(blanks()).toHaveLength(1);
    const context = document.querySelector<HTMLElement>('[data-band="c"] .hand-number');
    if (context === null) throw new Error('the context is not shown');
    await userEvent.click(context);
    const asked = screen.getByRole('alertdialog');
    expect(blanks()).toHaveLength(1);
    await userEvent.click(within(asked).getByRole('button', { name: 'Show it' }));
    expect(blanks()).toHaveLength(0);
    expect(screen.getByRole('heading', { name: 'How was this number computed?' })).toBeInTheDocument();
  });
});
