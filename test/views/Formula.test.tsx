/** @file Formulas: a plain form at once, then the one that KaTeX sets, without style attributes in text. */
import { render, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { symbolOf } from '../../src/geometry/symbol.ts';
import { Formula } from '../../src/views/Formula.tsx';
import { Said } from '../../src/views/Said.tsx';
import { words } from '../support/viewProps.ts';

describe('Formula', () => {
  it('shows its plain form at once and the set one when KaTeX is there, with symbols in their roles', async () => {
    const symbol = symbolOf('alpha');
    const { container } = render(
      <Formula tex={`${symbol.tex} = \\exp(x)`} plain={`${symbol.plain} = exp(x)`} display />,
    );
    expect(screen.getByText('αₜⱼ = exp(x)')).toBeVisible();
    await waitFor(() => expect(container.querySelector('.katex')).not.toBeNull(), { timeout: 20_000 });
    expect(container.querySelector('.katex-html .role-weight')).toHaveTextContent('α');
    expect(container.querySelector('math')).not.toBeNull();
  });

  it('keeps its plain form where the TeX is not well formed', async () => {
    render(<Formula tex="\frac{" plain="a broken formula" display={false} />);
    await import('katex');
    await Promise.resolve();
    expect(screen.getByText('a broken formula')).toBeVisible();
  });
});

describe('Said', () => {
  it('colours marks by role or by the symbol they name, and marks words of a language', () => {
    render(
      <p>
        <Said
          formatter={words.formatter}
          message="<alpha>weight</alpha> <query>asks</query> <target>{word}</target> <card>card</card>"
          values={{ word: 'chat' }}
          languages={{ source: 'en', target: 'fr' }}
          links={{ card: '#card' }}
        />
      </p>,
    );
    expect(screen.getByText('weight')).toHaveClass('role-weight');
    expect(screen.getByText('asks')).toHaveClass('role-query');
    expect(screen.getByText('chat')).toHaveAttribute('lang', 'fr');
    expect(screen.getByRole('link', { name: 'card' })).toHaveAttribute('href', '#card');
  });
});
