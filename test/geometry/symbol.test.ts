/** @file Names of tensors to symbols, as TeX and as plain text. */
import { describe, expect, it } from 'vitest';
import { symbolOf } from '../../src/geometry/symbol.ts';

describe('symbolOf', () => {
  it.each([
    ['alpha', {}, 'αₜⱼ', '\\htmlClass{role-weight}{\\alpha_{tj}}'],
    ['alpha', { t: 6, j: 5 }, 'α₆,₅', '\\htmlClass{role-weight}{\\alpha_{6,5}}'],
    ['e', { t: 12, j: 3 }, 'e₁₂,₃', '\\htmlClass{role-score}{e_{12,3}}'],
    ['c', { t: 2 }, 'c₂', '\\htmlClass{role-context}{c_{2}}'],
    ['s', { t: 0 }, 's₀', '\\htmlClass{role-query}{s_{0}}'],
    ['y', {}, 'yₜ₋₁', '\\htmlClass{role-output}{y_{t-1}}'],
    ['W_a', {}, 'Wₐ', 'W_{a}'],
    ['v_a', {}, 'vₐ', 'v_{a}'],
    ['h_forward', { j: 2 }, 'h\u20D7₂', '\\htmlClass{role-key}{\\overrightarrow{h}_{2}}'],
    ['h_backward', { j: 2 }, 'h\u20D6₂', '\\htmlClass{role-key}{\\overleftarrow{h}_{2}}'],
    ['forward_W_z', {}, 'W\u20D7_z', '\\overrightarrow{W}_{z}'],
    ['Uh', { j: 4 }, 'Uₐ h₄', 'U_{a} \\htmlClass{role-key}{h_{4}}'],
    ['Ws', { t: 6 }, 'Wₐ s₅', 'W_{a} \\htmlClass{role-query}{s_{5}}'],
    ['W_out', {}, 'Wₒᵤₜ', 'W_{\\mathrm{out}}'],
  ])('writes %s with %j as %s', (name, places, plain, tex) => {
    const symbol = symbolOf(name, places);
    expect(symbol.plain).toBe(plain);
    expect(symbol.tex).toBe(tex);
  });

  it('tells the gates of the encoder from those of the decoder by their stage', () => {
    expect(symbolOf('h_tilde', { t: 3 }, { stage: 'state' }).tex).toBe(
      '\\htmlClass{role-query}{\\tilde{s}_{3}}',
    );
    expect(symbolOf('z', { j: 3 }, { stage: 'forward' }).tex).toBe('\\overrightarrow{z}_{3}');
    expect(symbolOf('z', { t: 3 }, { stage: 'state' }).plain).toBe('z₃');
  });

  it('gives the sum inside the score by what the mechanism has', () => {
    expect(symbolOf('tanh', { t: 6, j: 5 }).plain).toBe('tanh(Wₐ s₅ + Uₐ h₅)');
    expect(symbolOf('sum', { t: 6, j: 5 }, { joined: true }).plain).toBe('Wₐ(s₅ , h₅)');
  });

  it('writes indices among features after the symbol', () => {
    expect(symbolOf('W_a', {}, {}, '[3, 17]').plain).toBe('Wₐ[3, 17]');
  });
});
