/** @file The places of a small chart over widths that double: two lines, one with and one without the division by √d. */

import { scaleLinear } from 'd3-scale';

/** One width's numbers. */
export interface ScalingPoint {
  readonly width: number;
  readonly plain: number;
  readonly scaled: number;
}

/** The chart's box in CSS pixels, and where its axes stand. */
export const CHART = { width: 300, height: 150, left: 40, right: 282, bottom: 128, top: 8 } as const;

/** A point in the chart's box. */
export interface ChartPlace {
  readonly width: number;
  readonly x: number;
  readonly plain: number;
  readonly scaled: number;
}

/** Where each point stands, the lines through them, and the largest number of the scale. */
export function scalingChart(points: readonly ScalingPoint[]): {
  readonly places: readonly ChartPlace[];
  readonly plain: string;
  readonly scaled: string;
  readonly largest: number;
} {
  const largest = Math.max(...points.flatMap(({ plain, scaled }) => [plain, scaled]), 0.1);
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [CHART.left, CHART.right]);
  const y = scaleLinear([0, largest], [CHART.bottom, CHART.top]);
  const places = points.map(({ width, plain, scaled }, k): ChartPlace => ({
    width,
    x: x(k),
    plain: y(plain),
    scaled: y(scaled),
  }));
  const line = (of: 'plain' | 'scaled'): string =>
    places.map((place, k) => `${k === 0 ? 'M' : 'L'}${place.x.toFixed(1)},${place[of].toFixed(1)}`).join('');
  return { places, plain: line('plain'), scaled: line('scaled'), largest };
}
