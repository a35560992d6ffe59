/** @file How a number was computed, opened down to inputs and parameters. */
import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { Address } from '../../src/engine/explanation.ts';
import { cellsIn, tensorNamed } from '../../src/geometry/tensorIndex.ts';
import { CellStory } from '../../src/views/CellStory.tsx';
import { sceneProps } from '../support/viewProps.ts';

const base = sceneProps({ t: 2, at: 'softmax', cell: 0 });
const { trace } = base.scene;

/** The story with somebody who keeps what is unfolded, as the app does. */
function Kept({
  opened,
  onOpen = vi.fn(),
  onHighlight = vi.fn(),
}: {
  opened: Address;
  onOpen?: () => void;
  onHighlight?: () => void;
}) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const onUnfold = (key: string): void => {
    const next = new Set(unfolded);
    if (!next.delete(key)) next.add(key);
    setUnfolded(next);
  };
  return (
    <CellStory
      {...{ scene: base.scene, words: base.words, opened, onOpen, onHighlight, unfolded, onUnfold }}
    />
  );
}

const cell = (name: string, t: number, at: number, stage?: string): Address => ({
  tensor: tensorNamed(trace, name, t, stage)?.id ?? -1,
  cell: at,
});
const value = ({ tensor, cell: place }: Address): number =>
  trace.data[(trace.tensors[tensor]?.at ?? 0) + place] ?? Number.NaN;

describe('CellStory', () => {
  it('tells a weight as an exponential over a sum of exponentials', () => {
    const opened = cell('alpha', 1, 2);
    render(<Kept opened={opened} />);
    expect(screen.getByText(/^exactly 0\.\d+/)).toHaveTextContent(`exactly ${value(opened)}`);
    const formula = screen.getByText(/^= exp\(/).textContent;
    const [, exponent = '', whole = ''] = /exp\(([−\d.]+)\) ÷ ([\d.]+)/.exec(formula) ?? [];
    const share = Math.exp(Number(exponent.replace('−', '-'))) / Number(whole);
    expect(Math.abs(share - value(opened))).toBeLessThan(0.002);
    expect(screen.getAllByRole('treeitem')).toHaveLength(2);
    for (const word of screen.getAllByText('chat')) expect(word).toHaveAttribute('lang', 'fr');
    for (const word of screen.getAllByText('cat')) expect(word).toHaveAttribute('lang', 'en');
  });

  it('opens down to a parameter, and says of which model it is', async () => {
    render(<Kept opened={cell('e', 1, 2)} />);
    const [first] = screen.getAllByRole('treeitem');
    await userEvent.click(within(first as HTMLElement).getByText(/×/));
    const weight = screen.getAllByRole('treeitem').find((item) => /^va\[\d\] =/.test(item.textContent ?? ''));
    await userEvent.click((weight as HTMLElement).querySelector('.story-row') as HTMLElement);
    const link = screen.getByRole('link', { name: 'additive' });
    expect(link).toHaveAttribute('href', '#/1/additive/about');
    expect(link.closest('p')).toHaveTextContent(/^parameter vₐ\[\d\] of model additive$/);
  });

  it('shows the largest terms first, and the others when they are asked for', async () => {
    render(<Kept opened={cell('e', 1, 2)} />);
    const texts = (): number[] =>
      screen.getAllByRole('treeitem').flatMap((item) => {
        const bold = item.querySelector('.story-product b');
        return bold === null ? [] : [Math.abs(Number((bold.textContent ?? '').replace('−', '-')))];
      });
    expect(texts()).toHaveLength(5);
    expect(texts()).toEqual(texts().toSorted((a, b) => b - a));
    await userEvent.click(screen.getByText(/and 2 more terms, together/));
    expect(texts()).toHaveLength(7);
  });

  it('shows terms that add up to the shown total', () => {
    const opened = cell('e', 1, 2);
    render(<Kept opened={opened} />);
    const number = (text: string | null | undefined): number => Number((text ?? '').replace('−', '-'));
    const terms = screen
      .getAllByRole('treeitem')
      .map((item) => number(/[−\d.]+$/.exec(item.textContent ?? '')?.[0]));
    const total = number(/= ([−\d.]+)$/.exec(screen.getByText(/^= Σ/).textContent ?? '')?.[1]);
    expect(terms.reduce((sum, term) => sum + term, 0)).toBeCloseTo(total, 9);
    expect(total).toBeCloseTo(value(opened), 2);
  });

  it('tells a new state by the state before and the candidate, mixed by the gate', async () => {
    const opened = cell('s', 1, 4, 'state');
    render(<Kept opened={opened} />);
    const [first] = screen.getAllByRole('treeitem');
    (first as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect((first as HTMLElement).getAttribute('aria-expanded')).toBe('true');
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveAttribute('aria-level', '2');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(first).toHaveFocus();
    expect((first as HTMLElement).getAttribute('aria-expanded')).toBe('false');
  });

  it('tells an embedded word by its row in the table and the number that chose it', async () => {
    render(<Kept opened={cell('x', -1, 7)} />);
    const items = screen.getAllByRole('treeitem');
    expect(items[0]).toHaveTextContent(/^Ex\[\d+, 2\] = /);
    expect(items[1]).toHaveTextContent(/^chosen by w2 = 4/);
    await userEvent.click((items[1] as HTMLElement).querySelector('.story-row') as HTMLElement);
    expect(screen.getByText('the number of black in the vocabulary')).toBeVisible();
  });

  it('lights the pair of an operand that is pointed at', async () => {
    const onHighlight = vi.fn();
    render(<Kept opened={cell('alpha', 1, 2)} onHighlight={onHighlight} />);
    await userEvent.hover(screen.getAllByRole('treeitem')[0]?.querySelector('.story-row') as HTMLElement);
    expect(onHighlight).toHaveBeenCalledWith({ t: 2, j: 3 });
  });

  it('can tell every tensor of the trace', () => {
    for (const tensor of trace.tensors.filter((one) => one.at >= 0)) {
      const last = cellsIn(trace, tensor).length - 1;
      const { unmount } = render(<Kept opened={{ tensor: tensor.id, cell: last }} />);
      expect(document.body.textContent).not.toMatch(/NaN|undefined/);
      unmount();
    }
  });
});
