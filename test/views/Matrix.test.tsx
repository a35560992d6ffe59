/** @file The matrices as grids: headers, numbers, empty rows, keys, and large ones as pixels. */
import { createEvent, fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { tensorNamed } from '../../src/geometry/tensorIndex.ts';
import { Matrix } from '../../src/views/Matrix.tsx';
import { sceneProps, withoutCanvas } from '../support/viewProps.ts';

beforeEach(withoutCanvas);

function matrixProps(t: number, at: string, options = {}) {
  return {
    ...sceneProps({ t, at, cell: 0 }, options),
    name: 'alpha' as const,
    focus: null,
    onFocus: vi.fn(),
  };
}

describe('Matrix', () => {
  it('has headers for rows and columns, in the language of their words', () => {
    const props = matrixProps(3, 'softmax');
    render(<Matrix {...props} />);
    expect(screen.getAllByRole('rowheader').map((one) => one.textContent)).toEqual(props.scene.target);
    expect(
      screen
        .getAllByRole('columnheader')
        .slice(1)
        .map((one) => one.textContent),
    ).toEqual(props.scene.source);
    expect(screen.getByRole('rowheader', { name: 'noir' })).toHaveAttribute('lang', 'fr');
  });

  it('shows computed rows, and says of the others that they are not computed yet', () => {
    render(<Matrix {...matrixProps(3, 'score')} />);
    expect(screen.getAllByRole('gridcell', { name: /: 0\.\d+|: \d/ })).toHaveLength(8);
    expect(screen.getAllByRole('gridcell', { name: /not computed yet$/ })).toHaveLength(12);
  });

  it('opens a computed number, by pointer and by keyboard, and no other', async () => {
    const props = matrixProps(3, 'softmax');
    render(<Matrix {...props} focus={{ row: 1, column: 2 }} />);
    await userEvent.click(screen.getByRole('gridcell', { name: /^noir, cat: / }));
    expect(props.onOpen).toHaveBeenLastCalledWith({
      tensor: tensorNamed(props.scene.trace, 'alpha', 2)?.id,
      cell: 2,
    });
    screen.getByRole('gridcell', { name: /^chat, cat: / }).focus();
    await userEvent.keyboard('{Enter}');
    expect(props.onOpen).toHaveBeenLastCalledWith({
      tensor: tensorNamed(props.scene.trace, 'alpha', 1)?.id,
      cell: 2,
    });
    props.onOpen.mockClear();
    await userEvent.click(screen.getByRole('gridcell', { name: /^dort, cat: not computed/ }));
    expect(props.onOpen).not.toHaveBeenCalled();
  });

  it('reports where arrow keys lead, within its edges, and the focus follows', async () => {
    const props = matrixProps(3, 'softmax');
    const { rerender } = render(<Matrix {...props} focus={{ row: 0, column: 0 }} />);
    screen.getByRole('gridcell', { name: /^le, the: / }).focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(props.onFocus).toHaveBeenLastCalledWith({ row: 0, column: 0 });
    await userEvent.keyboard('{Control>}{End}{/Control}');
    expect(props.onFocus).toHaveBeenLastCalledWith({ row: 4, column: 3 });
    await userEvent.keyboard('{ArrowDown}');
    expect(props.onFocus).toHaveBeenLastCalledWith({ row: 1, column: 0 });
    rerender(<Matrix {...props} focus={{ row: 1, column: 0 }} />);
    expect(screen.getByRole('gridcell', { name: /^chat, the: / })).toHaveFocus();
    expect(props.onHighlight).toHaveBeenLastCalledWith({ t: 2, j: 1 });
  });

  it('has one cell in the tab order', () => {
    const { container } = render(<Matrix {...matrixProps(3, 'softmax')} />);
    expect(container.querySelectorAll('[role="gridcell"][tabindex="0"]')).toHaveLength(1);
  });

  it('copies exact numbers', () => {
    const props = matrixProps(3, 'softmax');
    render(<Matrix {...props} />);
    const grid = screen.getByRole('grid');
    const setData = vi.fn();
    const event = createEvent.copy(grid, { clipboardData: { setData } });
    fireEvent(grid, event);
    const [[, text]] = setData.mock.calls as [[string, string]];
    const alpha = tensorNamed(props.scene.trace, 'alpha', 0);
    expect(Number(text.split('\t')[0])).toBe(props.scene.trace.data[alpha?.at ?? -1]);
  });

  it('reads the lit number to its last digit', () => {
    const props = matrixProps(3, 'softmax');
    render(<Matrix {...props} highlight={{ t: 2, j: 3 }} />);
    const alpha = tensorNamed(props.scene.trace, 'alpha', 1);
    expect(screen.getByText(String(props.scene.trace.data[(alpha?.at ?? 0) + 2]))).toBeVisible();
  });

  it('renders a large matrix as pixels, with its true size, the focused row and the focused column', () => {
    const source = Array.from({ length: 36 }, (_, k) => `s${k}`);
    const target = Array.from({ length: 33 }, (_, k) => `t${k}`);
    const props = matrixProps(20, 'softmax', { source, target });
    const { container } = render(<Matrix {...props} focus={{ row: 4, column: 7 }} />);
    const grid = screen.getByRole('grid');
    expect(grid).toHaveAttribute('aria-rowcount', '34');
    expect(grid).toHaveAttribute('aria-colcount', '37');
    expect(within(grid).getAllByRole('gridcell')).toHaveLength(36 + 32);
    expect(container.querySelector('canvas[width="36"][height="33"]')).not.toBeNull();
    expect(within(grid).getByRole('gridcell', { name: /^t4, s7: / })).toHaveAttribute('tabindex', '0');
    expect(within(grid).getByRole('gridcell', { name: /^t32, s7: not computed yet/ })).toBeInTheDocument();
  });
});
