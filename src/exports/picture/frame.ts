/** @file What every picture has: its ground, its fonts, its title, and under it a caption with the link. */

import type { Theme } from '../../geometry/colour.ts';
import { palette } from './palette.ts';
import { element, escaped, rect } from './svg.ts';
import { linesOf, textAt } from './text.ts';

/** Font files as base64 (woff2), which the picture carries; without them the reader's machine chooses. */
export interface PictureFonts {
  readonly text: string;
  readonly number: string;
  readonly math: string;
}

export interface PictureOptions {
  readonly theme: Theme;
  readonly fonts?: PictureFonts;
  /** What the picture shows, in one line. */
  readonly title: string;
  /** The same for those who do not see it, with the numbers that matter. */
  readonly description: string;
  /** Where it is from. */
  readonly link: string;
}

/** A finished picture and its size in CSS pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 24;
const TITLE = 34;
const LINE = 15;
const LINK_SIZE = 10;
/** Lines of a link that are shown; the whole of it is in the picture's own link. */
const LINK_LINES = 4;

const faces = (fonts: PictureFonts): string =>
  [
    ['Inter', fonts.text, '100 900', 'normal'],
    ['JetBrains Mono', fonts.number, '100 800', 'normal'],
    // One weight for all: a letter that is emboldened by the machine looks smeared.
    ['KaTeX_Math', fonts.math, '100 900', 'italic'],
  ]
    .map(
      ([family = '', data = '', weight = '', style = '']) =>
        `@font-face{font-family:'${family}';font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${data}) format('woff2')}`,
    )
    .join('');

function shownLink(link: string, width: number): string[] {
  const lines = linesOf(link, Math.floor(width / (LINK_SIZE * 0.6)));
  return lines.length <= LINK_LINES
    ? lines
    : [...lines.slice(0, LINK_LINES - 1), `${lines[LINK_LINES - 1]?.slice(0, -1) ?? ''}…`];
}

/** Puts a drawing of that size into its frame. What is drawn starts at (0, 0). */
export function framed(drawing: string, width: number, height: number, options: PictureOptions): Picture {
  const { theme, fonts, title, description, link } = options;
  const colours = palette[theme];
  const titles = linesOf(title, Math.floor(width / 7.6));
  const links = link === '' ? [] : shownLink(link, width);
  const top = MARGIN + TITLE + (titles.length - 1) * 18;
  const whole = {
    width: Math.ceil(width + 2 * MARGIN),
    height: Math.ceil(top + height + 16 + links.length * LINE + MARGIN),
  };
  const caption = links.map((line, k) =>
    textAt(MARGIN, top + height + 24 + k * LINE, line, {
      size: LINK_SIZE,
      family: 'number',
      fill: colours.muted,
    }),
  );
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${whole.width} ${whole.height}`,
      ...whole,
      role: 'img',
    },
    element('title', {}, escaped(title)),
    element('desc', {}, escaped(description)),
    ...(fonts === undefined ? [] : [element('style', {}, faces(fonts))]),
    rect([0, 0, whole.width, whole.height], { fill: colours.panel }),
    ...titles.map((line, k) =>
      textAt(MARGIN, MARGIN + 12 + k * 18, line, { size: 14, weight: 650, fill: colours.ink }),
    ),
    element('g', { transform: `translate(${MARGIN} ${top})` }, drawing),
    link === '' ? '' : element('a', { href: link }, ...caption),
  );
  return { svg, ...whole };
}
