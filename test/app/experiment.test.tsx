/** @file The page of the experiment: chart, switch, legend, points that open sentences, and the link that keeps it all. */
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { changeOther } from '../../src/app/state/link.ts';
import { encode } from '../../src/url/encode.ts';
import type { ExperimentPage } from '../../src/url/pages/experiment.ts';
import { createExecute } from '../../src/worker/execute.ts';
import { lengthFiles } from '../support/lengthFiles.ts';
import { fetchFrom } from '../worker/channel.ts';
import { directClient, renderApp, type Rig } from './rig.tsx';

async function open(link = '#/1/experiment/length', files = lengthFiles()): Promise<Rig> {
  const client = directClient(createExecute(fetchFrom(files)));
  const rig = await renderApp({ link, client });
  await screen.findByRole('heading', { level: 1, name: 'Score against sentence length' });
  return rig;
}

const chart = (): Promise<HTMLElement> => screen.findByRole('grid', { name: /against sentence length/ });

describe('the experiment’s page', () => {
  it('shows a row of points for each line, and the same numbers as a table', async () => {
    await open();
    const rows = within(await chart()).getAllByRole('row');
    expect(rows).toHaveLength(4);
    expect(within(rows[2] as HTMLElement).getAllByRole('gridcell')[1]).toHaveAccessibleName(
      'Additive, 6 to 10 words: BLEU 94.0 (93.0 to 95.0)',
    );
    await userEvent.click(screen.getByText('The numbers as a table'));
    const table = screen.getByRole('table', { name: 'BLEU by mechanism and sentence length' });
    expect(within(table).getByRole('row', { name: /Additive/ })).toHaveTextContent('94.0 (93.0–95.0)');
    expect(within(table).getByRole('row', { name: /Dot/ })).toHaveTextContent('90.0');
  });

  it('switches to exact match, and keeps it in the link', async () => {
    const { store } = await open();
    await chart();
    await userEvent.click(screen.getByRole('radio', { name: 'Exact match' }));
    expect(encode(store.getState().link)).toBe('#/1/experiment/length?measure=exact');
    expect(await screen.findByRole('grid', { name: /^Exact match against/ })).toBeInTheDocument();
  });

  it('takes a line out and puts it back', async () => {
    const { store } = await open();
    await chart();
    const key = screen.getByRole('button', { name: 'Dot', pressed: true });
    await userEvent.click(key);
    expect(encode(store.getState().link)).toBe('#/1/experiment/length?hide=dot');
    expect(within(await chart()).getAllByRole('row')).toHaveLength(3);
    await userEvent.click(key);
    expect(within(await chart()).getAllByRole('row')).toHaveLength(4);
  });

  it('opens a sentence of a point’s length in that model and the one without attention, by mouse and by keys', async () => {
    const { store } = await open();
    const point = await screen.findByRole('gridcell', { name: /^Dot, 11 to 15 words/ });
    await userEvent.click(point);
    expect(store.getState().link.other).toMatchObject({ range: 3, left: 'none', right: 'dot' });
    expect(screen.getByText('le chien dort')).toBeInTheDocument();
    act(() => point.focus());
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(store.getState().link.other).toMatchObject({ range: 4, left: 'none', right: 'dot' });
    const [left, right] = [
      screen.getByRole('region', { name: 'Left model' }),
      screen.getByRole('region', { name: 'Right model' }),
    ];
    await waitFor(() => expect(left).toHaveTextContent('Nothing is attended'), { timeout: 10_000 });
    await waitFor(() => expect(right).toHaveTextContent('Where it read'), { timeout: 10_000 });
    await userEvent.click(screen.getByRole('button', { name: 'Next sentence of this length' }));
    expect(encode(store.getState().link)).toBe('#/1/experiment/length?range=4&sentence=2&right=dot');
  });

  it('says what went wrong with its files, and asks again', async () => {
    const { asked } = await open(undefined, { ...lengthFiles(), 'experiments/length/index.json': 'no' });
    expect(await screen.findByText(/index\.json: it is not JSON/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/index\.json: it is not JSON/)).toBeInTheDocument();
    expect(asked).toEqual([]);
  });
});

describe('the page of translating in phrases', () => {
  const openPhrases = async (link: string): Promise<Rig> => {
    const client = directClient(createExecute(fetchFrom(lengthFiles())));
    const rig = await renderApp({ link, client });
    await screen.findByRole('heading', { level: 1, name: 'Translating in phrases' });
    return rig;
  };

  it('goes step by step through the best cuts, the way back and the whole, and keeps the step in the link', async () => {
    const { store } = await openPhrases('#/1/experiment/segmentation?s=The+dog+sleeps.');
    expect(await screen.findByText('Step 1 of', { exact: false })).toBeInTheDocument();
    const next = screen.getByRole('button', { name: 'Next step' });
    await userEvent.click(next);
    await userEvent.click(next);
    const tried = within(screen.getByRole('table', { name: 'The last phrases that were tried' }));
    const rows = tried.getAllByRole('row').slice(1);
    expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual(['the dog', 'dog']);
    expect(tried.getAllByText('largest')).toHaveLength(1);
    expect(rows[1]).toHaveTextContent('undefined');
    expect(encode(store.getState().link)).toBe('#/1/experiment/segmentation?s=The+dog+sleeps.&step=2');
    await userEvent.click(screen.getByRole('button', { name: 'Last step' }));
    expect(screen.getByText(/^The phrases are translated one by one/)).toBeInTheDocument();
    expect(screen.getByText('le chien dort')).toBeInTheDocument();
  });

  it('cuts another sentence, and says where there is none or too much of it', async () => {
    const { store } = await openPhrases('#/1/experiment/segmentation?s=the+dog+sleeps');
    const field = screen.getByRole('textbox', { name: 'English sentence' });
    await userEvent.clear(field);
    await userEvent.type(field, 'the zebra sings{Enter}');
    expect(store.getState().link.other).toMatchObject({ text: 'the zebra sings', step: 0 });
    expect(await screen.findByText(/not one of the grammar/)).toBeInTheDocument();
    act(() => openLink(store, ''));
    expect(await screen.findByText('Type a sentence.')).toBeInTheDocument();
    act(() => openLink(store, 'dog '.repeat(61)));
    expect(await screen.findByText(/^That is 61 words/)).toBeInTheDocument();
  });
});

/** Puts another sentence into the page’s link. */
function openLink(store: Rig['store'], text: string): void {
  changeOther<ExperimentPage>(store, 'experiment', { text }, true);
}
