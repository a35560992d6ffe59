/** @file Pictures: they parse as SVG, hold the words and the numbers, and nothing that a canvas or a policy refuses. */
// @vitest-environment jsdom

import { describe, expect, it } from 'vitest';
import { matrixPicture, translationMatrix } from '../../src/exports/matrixPicture.ts';
import { palette } from '../../src/exports/picture/palette.ts';
import type { Picture, PictureOptions } from '../../src/exports/picture/frame.ts';
import { worksheetPicture } from '../../src/exports/worksheetPicture.ts';
import { attentionAt } from '../../src/geometry/attention.ts';
import { matrixModel } from '../../src/geometry/matrixModel.ts';
import { untrainedScene } from '../support/untrainedScene.ts';

const scene = untrainedScene({ source: ['a', 'cat', '<&"\'>', 'l’été'] });
const { trace, source, target } = scene;

const words = {
  source,
  target,
  sourceLanguage: 'en',
  targetLanguage: 'fr',
  rows: { h: 'states', e: 'score', alpha: 'softmax', share: 'weighted', c: 'context', s: 'decoder state' },
  contextCaption: 'what is read',
  newState: 'new state',
  endNote: 'the end has no arrows',
  legends: { score: 'scores', vector: 'states' },
  legend: 'weights',
};

const options: PictureOptions = {
  theme: 'light',
  title: 'The title',
  description: 'What is to be seen',
  link: 'https://example.org/#/1/additive?s=a&t=2',
};

/** The picture's document. Throws unless it is well-formed XML. */
function parsed({ svg }: Picture): Document {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const error = document.querySelector('parsererror');
  if (error !== null) throw new Error(error.textContent);
  return document;
}

function textsOf(document: Document): string[] {
  return [...document.querySelectorAll('text')].map((text) =>
    (text.textContent ?? '').replaceAll('\u200B', ''),
  );
}

describe('worksheetPicture', () => {
  it('holds every word, score and weight of the step', () => {
    const texts = textsOf(parsed(worksheetPicture(trace, { t: 3, at: 'word', cell: 0 }, words, options)));
    const { scoreTexts, weightTexts } = attentionAt(trace, 2);
    expect(texts).toEqual(
      expect.arrayContaining([...source, ...target, ...weightTexts, 'The title', options.link]),
    );
    for (const text of scoreTexts) expect(texts).toContain(text);
  });

  it('shows only what is computed where the cursor stands', () => {
    const numbersAt = (at: string, cell: number): number => {
      const document = parsed(worksheetPicture(trace, { t: 3, at, cell }, words, options));
      return document.querySelectorAll('g > text[font-family*="JetBrains"]').length;
    };
    // A score or a weight a word, and four ends of two legends.
    expect(['softmax', 'score'].map((at) => numbersAt(at, 0))).toEqual([4 + 4 + 4, 4 + 4]);
    expect([1, 2, 3].map((cell) => numbersAt('score', cell))).toEqual([4 + 1, 4 + 2, 4 + 3]);
  });

  it.each(trace.stages.map((mark) => ({ t: mark.t + 1, at: mark.stage, cell: 0 })))(
    'is drawn at step $t, $at, in both themes',
    (cursor) => {
      for (const theme of ['light', 'dark'] as const) {
        const picture = worksheetPicture(trace, cursor, words, { ...options, theme });
        const svg = parsed(picture).documentElement;
        expect(svg.getAttribute('viewBox')).toBe(`0 0 ${picture.width} ${picture.height}`);
        expect(picture.svg).toContain(palette[theme].panel);
        expect(picture.svg).not.toMatch(/foreignObject|<script|<image|NaN|Infinity|undefined| on\w+=/);
      }
    },
  );

  it.each(['none', 'local-m', 'local-p', 'cosine'])('is drawn for %s at every step', (mechanism) => {
    const other = untrainedScene({ mechanism });
    for (const mark of other.trace.stages) {
      const cursor = { t: mark.t + 1, at: mark.stage, cell: 0 };
      const drawn = { ...words, source: other.source, target: other.target };
      const picture = worksheetPicture(other.trace, cursor, drawn, options);
      expect(textsOf(parsed(picture))).toEqual(expect.arrayContaining([...other.source]));
      expect(picture.svg).not.toMatch(/NaN|undefined/);
    }
  });

  it('says what it shows to those who do not see it, and links to where it is from', () => {
    const document = parsed(worksheetPicture(trace, { t: 3, at: 'word', cell: 0 }, words, options));
    expect(document.querySelector('title')?.textContent).toBe('The title');
    expect(document.querySelector('desc')?.textContent).toBe('What is to be seen');
    expect(document.querySelector('a')?.getAttribute('href')).toBe(options.link);
  });

  it('carries its fonts where it is given any', () => {
    const fonts = { text: 'AAAA', number: 'BBBB', math: 'CCCC' };
    const { svg } = worksheetPicture(trace, { t: 1, at: 'score', cell: 0 }, words, { ...options, fonts });
    for (const data of Object.values(fonts)) expect(svg).toContain(`url(data:font/woff2;base64,${data})`);
  });
});

describe('matrixPicture', () => {
  it.each(['e', 'alpha'] as const)('of %s holds all numbers with the words of rows and columns', (name) => {
    const cursor = { t: target.length, at: 'word', cell: 0 };
    const picture = matrixPicture(translationMatrix(trace, name, cursor, words, 'light'), options);
    const texts = textsOf(parsed(picture));
    const all = matrixModel(trace, name).rows.flatMap((row) => row.fullTexts.map(plain));
    expect(all).toHaveLength(source.length * target.length);
    expect(texts).toEqual(expect.arrayContaining([...all, ...source, ...target]));
    expect(picture.svg).not.toMatch(/foreignObject|NaN|undefined/);
  });
});

/** Raised digits are drawn as digits that are raised. */
function plain(text: string): string {
  return text.replaceAll(/[⁰¹²³⁴-⁹⁻]/g, (digit) => '0123456789\u2212'['⁰¹²³⁴⁵⁶⁷⁸⁹⁻'.indexOf(digit)] ?? digit);
}
