/** @file Text in pictures: words, numbers and symbols, with indices as smaller text that is lowered, which needs no glyphs of its own. */

import type { Atom, SymbolText } from '../../geometry/symbol.ts';
import type { Colour } from './palette.ts';
import { element, escaped, rounded } from './svg.ts';

/** Fonts by what they are for; each falls back on what the machine has. */
export const families = {
  text: "'Inter', system-ui, sans-serif",
  number: "'JetBrains Mono', ui-monospace, monospace",
  math: "'KaTeX_Math', 'Latin Modern Math', serif",
} as const;

export interface TextStyle {
  readonly size: number;
  readonly fill: string;
  readonly family?: keyof typeof families;
  readonly weight?: number;
  /** Where x is: at the start of the text (default), in its middle, at its end. */
  readonly anchor?: 'middle' | 'end';
  readonly lang?: string;
  /** `rotate(-45 10 20)`. */
  readonly transform?: string;
}

const lowered = new Map(Array.from('₀₁₂₃₄₅₆₇₈₉₋', (letter, k) => [letter, '0123456789\u2212'[k] ?? '']));
const lifted = new Map(Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁻', (letter, k) => [letter, '0123456789\u2212'[k] ?? '']));

function shifted(text: string, dy: number, attributes: Record<string, string> = {}): string {
  const away = element('tspan', { 'font-size': '72%', dy: `${dy}em`, ...attributes }, escaped(text));
  // A space of no width carries the line back to its height.
  return away + element('tspan', { dy: `${-dy * 0.72}em` }, '\u200B');
}

/** Raised and lowered digits of Unicode as digits that are raised and lowered. */
function pieces(text: string): string {
  return (text.match(/[₀-₉₋]+|[⁰¹²³⁴-⁹⁻]+|[^₀-₉₋⁰¹²³⁴-⁹⁻]+/gu) ?? [])
    .map((piece) => {
      const [first = ''] = piece;
      const digits = lowered.has(first) ? lowered : lifted.has(first) ? lifted : undefined;
      if (digits === undefined) return escaped(piece);
      return shifted(
        Array.from(piece, (digit) => digits.get(digit) ?? '').join(''),
        digits === lowered ? 0.3 : -0.5,
      );
    })
    .join('');
}

function placed(x: number, y: number, style: TextStyle, inside: string): string {
  return element(
    'text',
    {
      x,
      y,
      'font-family': families[style.family ?? 'text'],
      'font-size': style.size,
      'font-weight': style.weight,
      fill: style.fill,
      'text-anchor': style.anchor,
      'xml:lang': style.lang,
      transform: style.transform,
    },
    inside,
  );
}

/** A line of text whose baseline is at y. */
export function textAt(x: number, y: number, text: string, style: TextStyle): string {
  return placed(x, y, style, pieces(text));
}

function atomText({ base, sub, sup, role }: Atom, colours: Readonly<Record<Colour, string>>): string {
  const isLetter = /^\p{L}$/u.test(base);
  const letter = element(
    'tspan',
    isLetter ? { 'font-family': families.math, 'font-style': 'italic', 'font-size': '118%' } : {},
    escaped(base),
  );
  const index = (text: string, dy: number): string =>
    text === '' ? '' : shifted(text, dy, { 'font-weight': '500' });
  const fill = role === '' ? undefined : colours[role];
  return element('tspan', { fill }, letter, index(sub, 0.28), index(sup, -0.45));
}

/** A symbol as the page shows it: its letters in the colours of their roles. */
export function symbolAt(
  x: number,
  y: number,
  { atoms, index }: SymbolText,
  style: TextStyle,
  colours: Readonly<Record<Colour, string>>,
): string {
  const letters = atoms.map((atom) => atomText(atom, colours));
  const text = placed(x, y, style, letters.join('') + (index === '' ? '' : escaped(index)));
  const [first] = atoms;
  return first === undefined || style.anchor !== undefined
    ? text
    : text + arrowOver(first, x, y, style, colours);
}

/** The arrow over a letter whose left edge is x: a drawn one, because few fonts have it. */
function arrowOver(
  { over, role }: Atom,
  x: number,
  y: number,
  { size, fill }: TextStyle,
  colours: Readonly<Record<Colour, string>>,
): string {
  if (over !== 'right' && over !== 'left') return '';
  const [from, to] = over === 'right' ? [x, x + 0.7 * size] : [x + 0.7 * size, x];
  const [top, head] = [y - 0.98 * size, (to - from) * 0.3];
  const d = `M${rounded(from)} ${rounded(top)}L${rounded(to)} ${rounded(top)}M${rounded(to - head)} ${rounded(top - 2.2)}L${rounded(to)} ${rounded(top)}L${rounded(to - head)} ${rounded(top + 2.2)}`;
  return element('path', { d, fill: 'none', stroke: role === '' ? fill : colours[role], 'stroke-width': 1 });
}

/** Letters' width on average, in sizes of the font: of text, and of numbers (all of one width). */
const LETTER = { text: 0.56, number: 0.6, math: 0.6 } as const;

/** About how wide a line will be. */
export function widthOf(text: string, size: number, family: keyof typeof families = 'text'): number {
  return Array.from(text).length * size * LETTER[family];
}

/** Text in lines of at most so many letters, broken between words, or within one that is longer than a line. */
export function linesOf(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else
      for (let at = 0; at < Math.max(1, word.length); at += letters) lines.push(word.slice(at, at + letters));
  }
  return lines;
}
