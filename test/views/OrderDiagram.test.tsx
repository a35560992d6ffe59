/** @file The two orders: the stages of each in their order, and which is the shown model's. */
import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { OrderDiagram } from '../../src/views/OrderDiagram.tsx';
import { words } from '../support/viewProps.ts';

function stagesOf(name: RegExp): (string | null)[] {
  const order = screen.getByRole('region', { name });
  return within(order)
    .getAllByRole('listitem')
    .map((one) => one.lastElementChild?.textContent ?? null);
}

describe('OrderDiagram', () => {
  it('asks before the update in one order, and after it in the other', () => {
    render(<OrderDiagram words={words} own="attend-first" />);
    expect(stagesOf(/^Attend first/)).toEqual([
      'old state asks',
      'score',
      'softmax',
      'context',
      'new state',
      'word',
    ]);
    expect(stagesOf(/^Update first/)).toEqual([
      'new state',
      'score',
      'softmax',
      'context',
      'attentional state',
      'word',
    ]);
  });

  it('marks the order of the model that is shown', () => {
    render(<OrderDiagram words={words} own="update-first" />);
    const own = screen.getByText('this model').closest('section');
    expect(own).toHaveAccessibleName(/^Update first/);
  });
});
