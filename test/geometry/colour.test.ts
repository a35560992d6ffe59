/** @file Colours of numbers: neutral at zero, readable everywhere, the same in both forms. */
import { describe, expect, it } from 'vitest';
import {
  centred,
  contrast,
  luminance,
  rampOf,
  type ScaleKind,
  type Theme,
} from '../../src/geometry/colour.ts';

const themes: readonly Theme[] = ['light', 'dark'];
const kinds: readonly ScaleKind[] = ['score', 'vector', 'weight', 'gate'];
const all = themes.flatMap((theme) => kinds.map((kind) => [theme, kind] as const));

describe.each(all)('the %s scale for a %s', (theme, kind) => {
  const domain = kind === 'score' || kind === 'vector' ? centred(3) : ([0, 1] as const);
  const ramp = rampOf(theme, kind, domain);
  const values = Array.from({ length: 200 }, (_, k) => domain[0] + ((domain[1] - domain[0]) * k) / 199);

  it('carries text with a contrast of at least 4.5 to 1 at every number', () => {
    for (const value of values)
      expect(contrast(ramp.css(value), ramp.ink(value))).toBeGreaterThanOrEqual(4.5);
  });

  it('paints pixels in the colour that its text form names', () => {
    for (const value of values) {
      const pixels = new Uint8ClampedArray(4);
      ramp.paint(value, pixels, 0);
      const hex = [...pixels.subarray(0, 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      expect(`#${hex}`).toBe(ramp.css(value));
      expect(pixels[3]).toBe(255);
    }
  });

  it('gives numbers beyond its ends the colours of its ends', () => {
    expect(ramp.css(domain[1] * 10)).toBe(ramp.css(domain[1]));
  });
});

describe.each(themes)('a diverging scale in %s', (theme) => {
  it('is nearest to the page at 0 and goes away from it on both sides', () => {
    const ramp = rampOf(theme, 'score', centred(2));
    const page = theme === 'light' ? '#ffffff' : '#1a1d21';
    const away = [-2, -1, 0, 1, 2].map((value) => contrast(ramp.css(value), page));
    expect(Math.min(...away)).toBe(away[2]);
    expect(away[0]).toBeGreaterThan(away[1] ?? 0);
    expect(away[4]).toBeGreaterThan(away[3] ?? 0);
  });
});

describe('luminance', () => {
  it('is that of WCAG 2', () => {
    expect(luminance('#ffffff')).toBeCloseTo(1, 12);
    expect(luminance('#000000')).toBe(0);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });
});
