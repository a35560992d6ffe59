/** @file The narrator in the page: sentences with words of both languages, questions that fold out, answers that are computed on demand. */
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Without } from '../../src/geometry/narration/narration.ts';
import { narratorMessages } from '../../src/messages/en/narratorMessages.ts';
import { views } from '../../src/messages/en/views.ts';
import { createFormatter } from '../../src/messages/formatter.ts';
import { Narrator, type NarratorProps } from '../../src/views/Narrator.tsx';
import type { SceneData } from '../../src/views/scene.ts';
import { favours, madeStory } from '../geometry/narration/madeUp.ts';

const scene: SceneData = {
  ...madeStory({
    source: ['the', 'cat', 'not'],
    steps: [
      { e: [Math.log(8), 0, 0], logits: favours(3, 9), word: 3 },
      { e: [0, Math.log(3), Math.log(4)], logits: favours(7, 9), word: 7 },
      { e: [0, 0, 0], logits: favours(2, 9), word: 2 },
    ],
  }),
  sourceLanguage: 'en',
  targetLanguage: 'fr',
  model: { name: 'additive', cardHref: '#/1/about/additive' },
};

const found: Without = {
  probability: 0.99,
  without: [
    { probability: 0.98, likeliest: 'pas' },
    { probability: 0.97, likeliest: 'pas' },
    { probability: 0.02, likeliest: 'a' },
  ],
};

function show(given: Partial<NarratorProps> = {}): NarratorProps {
  const props: NarratorProps = {
    scene,
    cursor: { t: 2, at: 'softmax', cell: 0 },
    mechanism: 'additive',
    words: { formatter: createFormatter('en'), views },
    messages: narratorMessages('additive'),
    counterfactual: null,
    onAskCounterfactual: vi.fn<(t: number) => void>(),
    onOpen: vi.fn<NarratorProps['onOpen']>(),
    onHighlight: vi.fn<NarratorProps['onHighlight']>(),
    ...given,
  };
  render(<Narrator {...props} />);
  return props;
}

const narrator = (): HTMLElement => screen.getByRole('region', { name: 'What happens in this step' });
const questions = (): HTMLElement[] => screen.getAllByRole('group');

describe('Narrator', () => {
  it('names the step, says what it does with this word and these numbers, and where the formula is from', () => {
    show();
    expect(screen.getByText(/Step 2 of 5 · softmax/)).toHaveClass('role-weight');
    expect(screen.getByRole('heading', { level: 2, name: 'Turn the scores into weights' })).toBeVisible();
    expect(narrator()).toHaveTextContent(/The decoder is about to write pas\./);
    // Scores 0, ln 3, ln 4: weights 1/8, 3/8, 4/8.
    expect(narrator()).toHaveTextContent(/The largest is 0\.500, for not, then 0\.375, for cat\./);
    expect(screen.getByText('Bahdanau, Cho & Bengio 2015, equation 6')).toBeVisible();
  });

  it('marks French words as French and English ones as English', () => {
    show();
    const [sentence] = within(narrator()).getAllByText('pas');
    expect(sentence).toHaveAttribute('lang', 'fr');
    expect(sentence).toHaveClass('role-query');
    const [word] = within(narrator()).getAllByText('not');
    expect(word).toHaveAttribute('lang', 'en');
    expect(word).toHaveClass('role-key');
  });

  it('answers the first question at once and folds the others', async () => {
    show();
    const [first, second] = questions();
    expect(questions().length).toBeGreaterThanOrEqual(3);
    expect(first).toHaveAttribute('open');
    expect(second).not.toHaveAttribute('open');
    const summary = second?.querySelector('summary');
    if (!summary) throw new Error('the second question has no summary');
    await userEvent.click(summary);
    expect(second).toHaveAttribute('open');
  });

  it('opens the story of a number that an answer speaks of, and lights its pair meanwhile', async () => {
    const { onOpen, onHighlight } = show({ cursor: { t: 1, at: 'softmax', cell: 0 } });
    const button = screen.getByRole('button', { name: 'α₁,₁ = 0.800' });
    await userEvent.click(button);
    const alpha = scene.trace.tensors.find(({ name }) => name === 'alpha');
    expect(onOpen).toHaveBeenCalledWith({ tensor: alpha?.id, cell: 0 });
    expect(onHighlight).toHaveBeenCalledWith({ t: 1, j: 1 });
    await userEvent.unhover(button);
    expect(onHighlight).toHaveBeenLastCalledWith(null);
  });

  it('asks the worker what would be written without each word, once the reader wants to know', async () => {
    const { onAskCounterfactual } = show();
    const group = questions().find((one) => within(one).queryByText('Leave out each word in turn'));
    expect(group).toHaveTextContent(/Would pas still come without not\?/);
    await userEvent.click(screen.getByText('Leave out each word in turn'));
    expect(onAskCounterfactual).toHaveBeenCalledExactlyOnceWith(2);
  });

  it('says that it is being computed', () => {
    show({ counterfactual: 'running' });
    expect(narrator()).toHaveTextContent('Leaving out each word in turn …');
    expect(screen.queryByText('Leave out each word in turn')).toBeNull();
  });

  it('tells what was found, in words and numbers', () => {
    show({ counterfactual: found });
    expect(narrator()).toHaveTextContent(
      'Without not, pas would get 0.020 instead of 0.990; the likeliest word would be a. not is also the word with the largest weight, 0.500.',
    );
  });

  it('shows the story of a number between the formula and the questions', () => {
    show({ children: <p>a story</p> });
    const order = screen
      .getByText('a story')
      .compareDocumentPosition(screen.getByRole('region', { name: /Questions/ }));
    expect(order & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('tells a single place when the reader has gone into the step', () => {
    show({ cursor: { t: 2, at: 'softmax', cell: 2 } });
    expect(narrator()).toHaveTextContent(
      /e1\.10 = 3\.00\. Divided by the sum, 8\.00, that is a weight of 0\.375 for cat\./,
    );
  });

  it('is empty where the trace has no such step', () => {
    show({ cursor: { t: 12, at: 'softmax', cell: 0 } });
    expect(screen.queryByRole('region')).toBeNull();
  });
});
