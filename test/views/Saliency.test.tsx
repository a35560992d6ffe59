/** @file The gradients: asked for by the reader, then a matrix whose rows are parts of their largest, beside the weights. */
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { attentionAt } from '../../src/geometry/attention.ts';
import { Saliency, type SaliencyProps } from '../../src/views/Saliency.tsx';
import { sceneProps, withoutCanvas } from '../support/viewProps.ts';

beforeEach(withoutCanvas);

function saliencyProps(answer: SaliencyProps['answer'], options = {}): SaliencyProps & { onAsk: () => void } {
  return {
    ...sceneProps({ t: 2, at: 'word', cell: 0 }, options),
    answer,
    onAsk: vi.fn(),
    focus: null,
    onFocus: vi.fn(),
  };
}

/** In the first two rows the largest stands where the largest weight is, in the others just beside it. */
function lengthsFor({ scene }: SaliencyProps): number[][] {
  return scene.target.map((_, t) => {
    const { most } = attentionAt(scene.trace, t);
    return scene.source.map((_, j) => (j === (most + (t < 2 ? 0 : 1)) % scene.source.length ? 0.8 : 0.2));
  });
}

describe('Saliency', () => {
  it('waits until it is asked for, and says that it is on its way', async () => {
    const props = saliencyProps('unasked');
    const { rerender } = render(<Saliency {...props} />);
    await userEvent.click(screen.getByRole('button', { name: 'Compute the gradients' }));
    expect(props.onAsk).toHaveBeenCalledOnce();
    rerender(<Saliency {...props} answer="running" />);
    expect(screen.getByRole('button', { name: 'Computing the gradients …' })).toBeDisabled();
    rerender(<Saliency {...props} answer="failed" />);
    expect(screen.getByRole('alert')).toHaveTextContent('The gradients could not be computed');
  });

  it('says in how many rows it agrees with the weights, and reads a pair out with its weight', () => {
    const props = saliencyProps('unasked');
    const answer = lengthsFor(props);
    render(<Saliency {...props} answer={answer} highlight={{ t: 1, j: 1 }} />);
    expect(screen.getByText(/In 2 of 5 rows the largest gradient stands where/)).toBeInTheDocument();
    expect(screen.getByText(/‖∂ log p \/ ∂ x‖ = 0\.[28]00 · weight 0\.\d+/)).toBeInTheDocument();
  });

  it('has nothing to agree with where nothing is attended', () => {
    const props = saliencyProps('unasked', { mechanism: 'none' });
    const answer = props.scene.target.map(() => props.scene.source.map((_, j) => j + 1));
    render(<Saliency {...props} answer={answer} highlight={{ t: 1, j: 2 }} />);
    expect(screen.queryByText(/the largest gradient stands/)).not.toBeInTheDocument();
    expect(screen.getByText('‖∂ log p / ∂ x‖ = 2.00')).toBeInTheDocument();
  });
});
