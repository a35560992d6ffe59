/** @file The window of local attention as it is drawn over the columns: its bracket, its centre, the Gaussian around it. */

import { line } from 'd3-shape';
import { BOX } from './arrows.ts';
import type { Window } from './attention.ts';

/** The height of the box in which the Gaussian is drawn. */
export const GAUSSIAN_HEIGHT = 60;

/** Points of the curve. */
const POINTS = 120;

/** Where a place (from 1, also between two) is in the box. */
function across(place: number, columns: number): number {
  return Math.round((10 * (BOX * (place - 0.5))) / columns) / 10;
}

/** The bracket from p − D to p + D, open at an end where it is cut by the edge of the sentence; and its centre. */
export function windowSpan(
  { centre, reach }: Pick<Window, 'centre' | 'reach'>,
  columns: number,
): { readonly path: string; readonly centre: number } {
  const inBox = (x: number): number => Math.min(BOX, Math.max(0, x));
  const [low, high] = [across(centre - reach, columns), across(centre + reach, columns)];
  const left = low >= 0 && low <= BOX ? `M${low},0V6` : `M${inBox(low)},6`;
  const right = high >= 0 && high <= BOX ? `H${high}V0` : `H${inBox(high)}`;
  return { path: `${left}${right}`, centre: inBox(across(centre, columns)) };
}

/** exp(−(place − p)² / 2σ²) over all columns, σ = D / 2; 1 is the top of the box. */
export function gaussianPath({ centre, reach }: Pick<Window, 'centre' | 'reach'>, columns: number): string {
  const sigma = reach / 2;
  const curve = line<number>()
    .x((x) => x)
    .y((x) => {
      const place = (x / BOX) * columns + 0.5;
      return (
        Math.round(10 * GAUSSIAN_HEIGHT * (1 - Math.exp(-((place - centre) ** 2) / (2 * sigma ** 2)))) / 10
      );
    });
  return curve(Array.from({ length: POINTS + 1 }, (_, k) => Math.round((10 * k * BOX) / POINTS) / 10)) ?? '';
}
