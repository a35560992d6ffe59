/** @file A vector as a strip of coloured cells, as the page shows it. */

import type { Ramp } from '../../geometry/colour.ts';
import { rect, rounded } from './svg.ts';

/** Numbers in a line up to this many; longer vectors fold into lines of `FOLD`. */
const LINE = 40;
const FOLD = 32;

export interface StripStyle {
  readonly stroke: string;
  readonly strokeWidth?: number;
  /** The numbers run from top to bottom. */
  readonly upright?: boolean;
}

/** The strip in a box [x, y, width, height]: a path for each number, in its colour, and a frame. */
export function stripIn(
  box: readonly [number, number, number, number],
  values: ArrayLike<number>,
  ramp: Ramp,
  { stroke, strokeWidth = 1, upright = false }: StripStyle,
): string {
  const [x, y, width, height] = box;
  const long = values.length > LINE ? FOLD : values.length;
  const lines = Math.ceil(values.length / long);
  const [w, h] = upright ? [width / lines, height / long] : [width / long, height / lines];
  const cells = Array.from(values, (value, k) => {
    const [along, line] = [k % long, Math.floor(k / long)];
    const [left, top] = upright ? [x + line * w, y + along * h] : [x + along * w, y + line * h];
    // A little wider than its place: no seam shows between neighbours.
    return `<path fill="${ramp.css(value)}" d="M${rounded(left)} ${rounded(top)}h${rounded(w + 0.2)}v${rounded(h + 0.2)}h${rounded(-w - 0.2)}z"/>`;
  });
  return [...cells, rect(box, { fill: 'none', stroke, 'stroke-width': strokeWidth, rx: 3 })].join('');
}

/** The place of what is still to come. */
export function notYetIn(box: readonly [number, number, number, number], stroke: string): string {
  return rect(box, { fill: 'none', stroke, 'stroke-dasharray': '3 3', rx: 5 });
}
