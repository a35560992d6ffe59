/** @file The legend of a colour scale: its colours from one end to the other, and the numbers there. */

import type { Ramp } from '../../geometry/colour.ts';
import { significant } from '../../geometry/numbers.ts';
import type { palette } from './palette.ts';
import { rect } from './svg.ts';
import { textAt, widthOf } from './text.ts';

const STEPS = 24;
const STEP = 5;

/** A legend whose top left corner is at (x, y), 12 high; and its width. */
export function legendAt(
  x: number,
  y: number,
  name: string,
  ramp: Ramp,
  colours: (typeof palette)['light'],
): { svg: string; width: number } {
  const [low, high] = ramp.domain;
  const style = { size: 11, fill: colours.muted } as const;
  const number = { ...style, family: 'number' } as const;
  const [from, to] = [significant(low), significant(high)];
  const bar = x + widthOf(`${name} `, 11) + widthOf(from, 11, 'number') + 6;
  const steps = Array.from({ length: STEPS }, (_, k) =>
    rect([bar + k * STEP, y, STEP + 0.3, 12], { fill: ramp.css(low + ((high - low) * (k + 0.5)) / STEPS) }),
  );
  const end = bar + STEPS * STEP;
  return {
    svg: [
      textAt(x, y + 10, name, style),
      textAt(bar - 5, y + 10, from, { ...number, anchor: 'end' }),
      ...steps,
      rect([bar, y, STEPS * STEP, 12], { fill: 'none', stroke: colours.line }),
      textAt(end + 5, y + 10, to, number),
    ].join(''),
    width: end + 5 + widthOf(to, 11, 'number') - x,
  };
}
