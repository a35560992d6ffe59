/** @file The worksheet as a reader finds it: by names, numbers and keys. */
import { createEvent, fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { attentionAt } from '../../src/geometry/attention.ts';
import { tensorNamed } from '../../src/geometry/tensorIndex.ts';
import { Worksheet } from '../../src/views/Worksheet.tsx';
import { sceneProps, withoutCanvas, words } from '../support/viewProps.ts';

beforeEach(withoutCanvas);

const at = (t: number, stage: string, cell = 0) => ({ t, at: stage, cell });
const grid = (): HTMLElement => screen.getByRole('grid', { name: words.views.worksheet.grid });
const row = (name: RegExp): HTMLElement => within(grid()).getByRole('row', { name });

describe('Worksheet', () => {
  it('has a column for each source word, with its score and its weight as numbers that can be asked', async () => {
    const props = sceneProps(at(2, 'softmax'));
    render(<Worksheet {...props} />);
    expect(
      within(grid())
        .getAllByRole('columnheader')
        .map((one) => one.textContent),
    ).toEqual(['source words', ...props.scene.source]);
    const { scoreTexts, weightTexts } = attentionAt(props.scene.trace, 1);
    props.scene.source.forEach((word, j) => {
      expect(
        screen.getByRole('button', { name: `Score of ${word} for chat: ${scoreTexts[j]}` }),
      ).toHaveTextContent(scoreTexts[j] ?? '');
    });
    await userEvent.click(screen.getByRole('button', { name: `Weight of cat for chat: ${weightTexts[2]}` }));
    expect(props.onOpen).toHaveBeenCalledWith({
      tensor: tensorNamed(props.scene.trace, 'alpha', 1)?.id,
      cell: 2,
    });
  });

  it('says of what is still to come that it is not computed yet', () => {
    render(<Worksheet {...sceneProps(at(2, 'score'))} />);
    expect(screen.queryAllByRole('button', { name: /^Weight of/ })).toEqual([]);
    expect(within(row(/softmax/)).getAllByText('not computed yet')).toHaveLength(4);
    expect(within(row(/weighted/)).getAllByText('not computed yet')).toHaveLength(4);
  });

  it('builds each score alone inside the step', () => {
    render(<Worksheet {...sceneProps(at(2, 'score', 3))} />);
    expect(screen.getAllByRole('button', { name: /^Score of/ })).toHaveLength(3);
    expect(within(row(/score/)).getAllByText('not computed yet')).toHaveLength(1);
  });

  it('lights the pair of a number that is pointed at or focused', async () => {
    const props = sceneProps(at(2, 'softmax'));
    render(<Worksheet {...props} />);
    await userEvent.hover(screen.getByRole('button', { name: /^Score of black/ }));
    expect(props.onHighlight).toHaveBeenLastCalledWith({ t: 2, j: 2 });
    fireEvent.focus(screen.getByRole('button', { name: /^Weight of cat/ }));
    expect(props.onHighlight).toHaveBeenLastCalledWith({ t: 2, j: 3 });
  });

  it('moves by arrow keys inside its grid, and keeps them to itself there', async () => {
    const props = sceneProps(at(2, 'softmax'));
    render(<Worksheet {...props} />);
    screen.getByRole('button', { name: /^Score of the/ }).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(screen.getByRole('button', { name: /^Weight of black/ })).toHaveFocus();
    await userEvent.keyboard('{End}');
    expect(screen.getByRole('button', { name: /^Weight of sleeps/ })).toHaveFocus();
    const heard: string[] = [];
    document.addEventListener('keydown', (event) => heard.push(event.key));
    await userEvent.keyboard('{ArrowLeft}');
    expect(heard).toEqual([]);
  });

  it('goes to a target word that is clicked, at the same stage', async () => {
    const props = sceneProps(at(2, 'context', 2));
    render(<Worksheet {...props} />);
    await userEvent.click(screen.getByRole('button', { name: 'noir' }));
    expect(props.onSeek).toHaveBeenCalledWith({ t: 3, at: 'context', cell: 0 });
    expect(screen.getByRole('button', { name: 'chat' })).toHaveAttribute('aria-current', 'step');
    expect(screen.getByRole('list', { name: 'Translation' })).toHaveAttribute('lang', 'fr');
  });

  it('describes its arrows, and has none for the end mark', () => {
    const { rerender } = render(<Worksheet {...sceneProps(at(2, 'softmax'))} />);
    expect(
      screen.getByRole('img', { name: /^Arrows from chat .* the widest goes to \w+ \(0\.\d+\)/ }),
    ).toBeVisible();
    rerender(<Worksheet {...sceneProps(at(6, 'softmax'))} />);
    expect(screen.getByRole('img', { name: words.views.worksheet.arrowsEnd })).toBeVisible();
    expect(screen.getByText(words.views.worksheet.endNote)).toBeVisible();
  });

  it('opens a vector to all its numbers', async () => {
    const props = sceneProps(at(1, 'score'));
    const { rerender } = render(<Worksheet {...props} />);
    await userEvent.click(screen.getByRole('button', { name: 'h₂ of black, 10 numbers' }));
    const [[key]] = props.onUnfold.mock.calls as [[string]];
    rerender(<Worksheet {...props} unfolded={new Set([key])} />);
    const numbers = screen.getByRole('grid', { name: 'h₂, 10 numbers' });
    expect(within(numbers).getAllByRole('button')).toHaveLength(10);
    await userEvent.click(within(numbers).getByRole('button', { name: /^h₂\[4\] = / }));
    expect(props.onOpen).toHaveBeenCalledWith({
      tensor: tensorNamed(props.scene.trace, 'h', -1)?.id,
      cell: 13,
    });
  });

  it('shows the gates while the state is made', () => {
    render(<Worksheet {...sceneProps(at(2, 'state'))} />);
    const panel = screen.getByRole('heading', { name: words.views.gates.titleState }).closest('section');
    expect(
      within(panel as HTMLElement)
        .getAllByRole('button')
        .map((one) => one.getAttribute('aria-label')),
    ).toEqual([
      's₁, 10 numbers',
      'r₂, 10 numbers',
      'z₂, 10 numbers',
      's\u0303₂, 10 numbers',
      's₂, 10 numbers',
    ]);
  });

  it('shows the likeliest words, and lets another be forced', async () => {
    const props = sceneProps(at(2, 'word'));
    render(<Worksheet {...props} />);
    expect(screen.getByRole('button', { name: /^Probability of end mark: 0\.\d+$/ })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'What if it had said noir?' }));
    expect(props.onForce).toHaveBeenCalledWith(2, props.scene.targetWords.indexOf('noir'));
  });

  it('reads the sentence in the stages before the first word', () => {
    render(<Worksheet {...sceneProps(at(0, 'backward', 3))} />);
    expect(within(row(/from left/)).queryAllByText('not computed yet')).toEqual([]);
    expect(within(row(/from right/)).getAllByText('not computed yet')).toHaveLength(2);
    expect(screen.getByRole('heading', { name: /read from the right, at cat/ })).toBeVisible();
  });

  it('says that its numbers are old while new ones are computed', () => {
    render(<Worksheet {...sceneProps(at(1, 'score'))} old />);
    expect(screen.getByText(words.views.worksheet.old)).toBeVisible();
  });

  it('moves nothing when it is to be still', () => {
    const { container, rerender } = render(<Worksheet {...sceneProps(at(2, 'softmax'))} />);
    expect(container.querySelectorAll('.ghost')).toHaveLength(4);
    rerender(<Worksheet {...sceneProps(at(2, 'softmax'))} still />);
    expect(container.querySelectorAll('.ghost')).toHaveLength(0);
  });

  it.each(['dot', 'general', 'concat'])('draws the same picture for %s', (mechanism) => {
    render(<Worksheet {...sceneProps(at(2, 'word'), { mechanism })} />);
    expect(screen.getAllByRole('button', { name: /^Score of/ })).toHaveLength(4);
    expect(screen.getAllByRole('button', { name: /^Weight of/ })).toHaveLength(4);
  });
});

describe('a number of the worksheet', () => {
  it('is copied to its last digit', () => {
    const props = sceneProps(at(2, 'softmax'));
    render(<Worksheet {...props} />);
    const copied: string[] = [];
    const event = createEvent.copy(screen.getByRole('button', { name: /^Score of black/ }), {
      clipboardData: { setData: (_: string, text: string) => copied.push(text) },
    });
    fireEvent(screen.getByRole('button', { name: /^Score of black/ }), event);
    expect(copied.map(Number)).toEqual([attentionAt(props.scene.trace, 1).scores?.values[1]]);
  });

  it('is lit by its arrow', () => {
    const props = sceneProps(at(2, 'softmax'));
    const { container } = render(<Worksheet {...props} />);
    const hits = container.querySelectorAll('.arrows > .arrow-hit');
    fireEvent.pointerEnter(hits[hits.length - 1] as Element);
    expect(props.onHighlight).toHaveBeenLastCalledWith({ t: 2, j: 4 });
  });
});
