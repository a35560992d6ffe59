/** @file The app on a page: what a reader sees and does. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { createEnglish } from '../../src/app/language.ts';
import { pageEntries } from '../../src/app/pages/all.ts';
import { createExecute } from '../../src/worker/execute.ts';
import { fetchFrom } from '../worker/channel.ts';
import { directClient, renderApp } from './rig.tsx';

const english = (): HTMLTextAreaElement => screen.getByLabelText('English');

async function key(name: string, more: object = {}): Promise<void> {
  await act(async () => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
    await Promise.resolve();
  });
}

describe('the sentence', () => {
  it('is a field; typing is echoed at once and the old numbers are marked as old until the new ones are there', async () => {
    const { settled } = await renderApp({ link: '#/1/additive?s=the+dog' });
    const field = english();
    expect(field.value).toBe('the dog');
    fireEvent.change(field, { target: { value: 'the dog sleeps' } });
    expect(field.value).toBe('the dog sleeps');
    expect(document.querySelector('.french')?.className).toContain('is-old');
    await act(settled);
    expect(document.querySelector('.french')?.className).not.toContain('is-old');
  });

  it('says what it is read as when that is not what was typed', async () => {
    await renderApp({ link: '#/1/additive?s=The+dog+didn%27t+sleep.' });
    expect(screen.getByText('the dog did not sleep')).toBeInTheDocument();
  });

  it('names each unknown word, and a click puts a near one in its place', async () => {
    const { store } = await renderApp({ link: '#/1/additive?s=the+kitten+and+the+zebraz' });
    expect([...document.querySelectorAll('.grown-copy u')].map((mark) => mark.textContent)).toEqual([
      'kitten',
      'zebraz',
    ]);
    await userEvent.click(await screen.findByRole('button', { name: 'Put cat in place of kitten' }));
    expect(store.getState().link.sentence).toBe('the cat and the zebraz');
  });

  it('takes an example with one click, and undo and redo take it back and do it again', async () => {
    const { store } = await renderApp();
    const sentence = (): string => store.getState().link.sentence;
    const first = sentence();
    await userEvent.click(screen.getByRole('button', { name: 'she is eating a red apple' }));
    expect(sentence()).toBe('she is eating a red apple');
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(sentence()).toBe(first);
    await userEvent.click(screen.getByRole('button', { name: 'Redo' }));
    expect(sentence()).toBe('she is eating a red apple');
  });

  it('takes words from the vocabulary, where the cursor is', async () => {
    const { store } = await renderApp({ link: '#/1/additive?s=the+sleeps' });
    english().setSelectionRange(3, 3);
    await userEvent.click(screen.getByRole('button', { name: 'Words it knows' }));
    const dialog = await screen.findByRole('dialog', { name: 'Words that the model knows' });
    await userEvent.type(within(dialog).getByRole('searchbox'), 'cat');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Put cat into the sentence' }));
    expect(store.getState().link.sentence).toBe('the cat sleeps');
  });

  it('that is empty says what to do', async () => {
    await renderApp({ link: '#/1/additive?s=' });
    expect(screen.getByText('Type an English sentence, or take one of the examples.')).toBeInTheDocument();
  });

  it('that is too long is refused, and says by how much', async () => {
    await renderApp({ link: `#/1/additive?s=${Array<string>(63).fill('cat').join('+')}` });
    expect(screen.getByRole('alert')).toHaveTextContent(/63 words\. Up to 60 words can be translated/);
  });
});

describe('the translation', () => {
  it('has a button a word, marked as French, that goes there and keeps the stage', async () => {
    const { store } = await renderApp({ link: '#/1/additive?s=the+dog&at=context' });
    const words = within(screen.getByRole('list', { name: 'French' })).getAllByRole('button');
    expect(words.every((word) => word.lang === 'fr')).toBe(true);
    await userEvent.click(words[2] ?? document.body);
    expect(store.getState().link).toMatchObject({ t: 3, at: 'context' });
    expect(words[2]).toHaveAttribute('aria-current', 'step');
  });

  it('lets the reader put another word, found by a search, and takes it out again', async () => {
    const { store, settled } = await renderApp({ link: '#/1/additive?s=the+dog&t=2' });
    await userEvent.click(screen.getByRole('button', { name: /^What if it had said something other/ }));
    const search = await screen.findByRole('combobox', { name: 'Any other word of its vocabulary' });
    const offers = (): HTMLElement[] =>
      within(screen.getByRole('listbox', { name: 'What if it had said …' })).getAllByRole('option');
    await waitFor(() => expect(offers()).toHaveLength(6));
    fireEvent.change(search, { target: { value: 'economi' } });
    await waitFor(() => expect(offers()[0]).toHaveTextContent(/^économi/));
    await userEvent.click(offers()[0] ?? document.body);
    expect(store.getState().link.forced).toEqual([
      { t: 2, word: expect.stringMatching(/^économi/) as string },
    ]);
    await act(settled);
    expect(store.getState().shown?.translation.target[1]).toMatch(/^économi/);
    await userEvent.click(screen.getByRole('button', { name: /^What if it had said something other/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Let the model choose again' }));
    expect(store.getState().link.forced).toEqual([]);
  });

  it('says when it was cut off', async () => {
    const { store } = await renderApp({ link: '#/1/additive?s=the+dog' });
    const finished = store.getState().shown?.translation.hypotheses[0]?.finished;
    expect(screen.queryAllByText(/^The translation was cut off/)).toHaveLength(finished === true ? 0 : 1);
  });

  it('by beam search lists what was found, and choosing one shows it', async () => {
    const { store, settled } = await renderApp({ link: '#/1/additive?s=the+dog' });
    await userEvent.selectOptions(screen.getByLabelText('Beam'), '3');
    await act(settled);
    const found = screen.getAllByRole('radio');
    expect(found).toHaveLength(3);
    await userEvent.click(found[1] ?? document.body);
    await act(settled);
    expect(store.getState().shown?.translation.chosen).toBe(1);
  });
});

describe('keys', () => {
  it('step, and the step is announced and stands in the title', async () => {
    const { store } = await renderApp({ link: '#/1/additive?s=the+dog' });
    const word = store.getState().shown?.scene.target[0] ?? '';
    await waitFor(() => expect(document.title).toBe(`${word} · score · Additive — Lookback`));
    await key('ArrowRight');
    await waitFor(() => expect(document.title).toBe(`${word} · softmax · Additive — Lookback`));
    expect(document.getElementById('step-announcer')).toHaveTextContent(
      `Word 1 of 14, ${word}: softmax. Step 2 of 5.`,
    );
    await key('ArrowDown');
    expect(document.getElementById('step-announcer')).toHaveTextContent('softmax, at the. Step 2 of 5.');
    await key('Home');
    expect(store.getState().link).toMatchObject({ t: 0, at: 'embedding' });
  });

  it('belong to the field while it has the focus', async () => {
    const { store } = await renderApp({ link: '#/1/additive?s=the+dog' });
    english().focus();
    await key('ArrowRight');
    await key('Home');
    expect(store.getState().link).toMatchObject({ t: 1, at: 'score' });
  });

  it('are shown by ?', async () => {
    await renderApp({ link: '#/1/additive?s=the+dog' });
    await key('?');
    const dialog = await screen.findByRole('dialog', { name: 'Keys' });
    expect(
      within(dialog).getByRole('row', { name: /^Next target word Shift ?→ ?or ?Page Down$/ }),
    ).toBeInTheDocument();
  });
});

describe('honest states', () => {
  it('a failure says what happened, what was kept and what to do', async () => {
    const files: Record<string, number> = { 'models/additive.json': 404 };
    const client = directClient(createExecute(fetchFrom(files)));
    const { settled, store } = await renderApp({ client });
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent(
      'The model’s files could not be loaded. Your sentence and all your settings are kept.',
    );
    expect(alert).toHaveTextContent('models/additive.json answered 404; expected 200');
    delete files['models/additive.json'];
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    await act(settled);
    expect(store.getState().run.state).toBe('done');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('a link that was not understood in full is opened, with a list of what was not, and can be dismissed', async () => {
    await renderApp({ link: '#/1/additive?s=the+dog&t=05&colour=red' });
    expect(
      screen.getByText('“05” is not a value of “t”: a whole number from 0 to 131 was expected.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Nothing is called “colour”.')).toBeInTheDocument();
    expect(screen.getByText(/^The link: #\/1\/additive\?s=the\+dog&t=05&colour=red$/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText('Nothing is called “colour”.')).not.toBeInTheDocument();
  });

  it('a link with a place that the translation does not have leads to the nearest, and says so until the reader goes on', async () => {
    await renderApp({ link: '#/1/additive?s=the+dog&t=99&at=softmax' });
    const said = 'The link leads to a place that this translation does not have; you are at the nearest one.';
    expect(screen.getByText(said)).toBeInTheDocument();
    await key('ArrowLeft');
    expect(screen.queryByText(said)).not.toBeInTheDocument();
  });

  it('a link with other weights says so', async () => {
    await renderApp({ link: '#/1/additive?s=the+dog&model=ffffffff' });
    expect(
      screen.getByText(/made with other weights of the Additive model \(ffffffff\)/),
    ).toBeInTheDocument();
  });

  it('a browser without SIMD is told', async () => {
    const { store } = await renderApp({ link: '#/1/additive?s=the+dog' });
    act(() => store.setState({ simd: false }));
    expect(screen.getByText(/^This browser has no WebAssembly SIMD/)).toBeInTheDocument();
  });
});

describe('pages', () => {
  it('the rail lists what works and marks where the reader is', async () => {
    await renderApp({ link: '#/1/dot?s=the+dog' });
    const rail = screen.getByRole('navigation', { name: 'Mechanisms and pages' });
    const names = within(rail)
      .getAllByRole('link')
      .map((link) => link.textContent);
    expect(names).toEqual([
      'Additive 2015',
      'Dot 2015',
      'General 2015',
      'Concat 2015',
      'Location 2015',
      'Scaled dot 2017',
      'Cosine 2014',
      'Local, monotonic 2015',
      'Local, predictive 2015',
      'No attention 2014',
      ...pageEntries.flatMap(({ links }) => links(createEnglish()).map(({ label }) => label)),
      'About this model',
      'Proof',
    ]);
    expect(within(rail).getByRole('link', { current: 'page' })).toHaveTextContent('Dot');
  });

  it('about shows the card of the mechanism’s model', async () => {
    await renderApp({ link: '#/1/about/general?s=the+dog' });
    expect(await screen.findByRole('heading', { level: 1, name: 'About this model' })).toBeInTheDocument();
    await waitFor(() => expect(screen.getByText('0a1b2c3d')).toBeInTheDocument());
    expect(screen.getByText(/The models of this app attend first/)).toBeInTheDocument();
  });

  it('switching the mechanism keeps sentence and place', async () => {
    const { store } = await renderApp({ link: '#/1/additive?s=the+dog&t=2&at=context' });
    await userEvent.click(screen.getByRole('link', { name: 'Concat 2015' }));
    expect(store.getState().link).toMatchObject({
      mechanism: 'concat',
      sentence: 'the dog',
      t: 2,
      at: 'context',
    });
  });
});
