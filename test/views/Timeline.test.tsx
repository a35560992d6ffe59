/** @file The timeline as a slider with buttons. */
import { fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Timeline } from '../../src/views/Timeline.tsx';
import { sceneProps } from '../support/viewProps.ts';

function timelineProps(t: number, at: string) {
  const { scene, cursor, words, onSeek } = sceneProps({ t, at, cell: 0 });
  const press = {
    onFirst: vi.fn(),
    onPrevious: vi.fn(),
    onPlay: vi.fn(),
    onNext: vi.fn(),
    onLast: vi.fn(),
    onPreviousWord: vi.fn(),
    onNextWord: vi.fn(),
    onInto: vi.fn(),
    onOut: vi.fn(),
  };
  return {
    scene,
    cursor,
    words,
    onSeek,
    playing: false,
    speed: 1,
    speeds: [0.5, 1, 2, 4],
    onSpeed: vi.fn(),
    ...press,
  };
}

describe('Timeline', () => {
  it('says where the reader is', () => {
    const props = timelineProps(2, 'softmax');
    const { rerender } = render(<Timeline {...props} />);
    const slider = screen.getByRole('slider');
    expect(slider).toHaveAttribute('aria-valuenow', '11');
    expect(slider).toHaveAttribute('aria-valuemax', String(props.scene.trace.stages.length));
    expect(slider).toHaveAttribute('aria-valuetext', 'Step 11 of 34: chat, softmax');
    rerender(<Timeline {...timelineProps(0, 'first-state')} />);
    expect(slider).toHaveAttribute('aria-valuetext', 'Step 4 of 34: read the sentence, first state');
    rerender(<Timeline {...timelineProps(6, 'word')} />);
    expect(slider).toHaveAttribute('aria-valuetext', 'Step 34 of 34: end mark, word');
  });

  it('has a named button with its key for every way to step', async () => {
    const props = timelineProps(2, 'softmax');
    render(<Timeline {...props} />);
    const buttons = [
      ['First step', 'onFirst', 'Home'],
      ['Previous step', 'onPrevious', 'ArrowLeft'],
      ['Play', 'onPlay', 'Space'],
      ['Next step', 'onNext', 'ArrowRight'],
      ['Last step', 'onLast', 'End'],
      ['Previous word', 'onPreviousWord', 'Shift+ArrowLeft'],
      ['Next word', 'onNextWord', 'Shift+ArrowRight'],
      ['Into the step', 'onInto', 'ArrowDown'],
      ['Out of the step', 'onOut', 'ArrowUp'],
    ] as const;
    for (const [name, callback, shortcut] of buttons) {
      const button = screen.getByRole('button', { name });
      expect(button).toHaveAttribute('aria-keyshortcuts', shortcut);
      expect(button.dataset['tip']).toContain(name);
      await userEvent.click(button);
      expect(props[callback]).toHaveBeenCalledTimes(1);
    }
  });

  it('offers to pause while it plays', () => {
    render(<Timeline {...timelineProps(2, 'softmax')} playing />);
    expect(screen.getByRole('button', { name: 'Pause' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Play' })).toBeNull();
  });

  it('reports the chosen speed', async () => {
    const props = timelineProps(2, 'softmax');
    render(<Timeline {...props} />);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Speed' }), '× ½');
    expect(props.onSpeed).toHaveBeenCalledWith(0.5);
  });

  it('goes to the step nearest to the pointer, on a click and while it is dragged', () => {
    const props = timelineProps(2, 'softmax');
    const { container } = render(<Timeline {...props} />);
    container.querySelectorAll<HTMLElement>('[data-step]').forEach((mark, k) => {
      vi.spyOn(mark, 'getBoundingClientRect').mockReturnValue(new DOMRect(20 * k, 0, 10, 10));
    });
    const slider = screen.getByRole('slider');
    let captured = false;
    slider.setPointerCapture = () => {
      captured = true;
    };
    slider.hasPointerCapture = () => captured;
    fireEvent.pointerMove(slider, { clientX: 300 });
    expect(props.onSeek).not.toHaveBeenCalled();
    fireEvent.pointerDown(slider, { clientX: 4, button: 0 });
    expect(props.onSeek).toHaveBeenLastCalledWith({ t: 0, at: 'embedding', cell: 0 });
    fireEvent.pointerMove(slider, { clientX: 20 * 5 + 1 });
    expect(props.onSeek).toHaveBeenLastCalledWith({ t: 1, at: 'softmax', cell: 0 });
  });
});
