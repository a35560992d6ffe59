/** @file Arrows from words to words as SVG paths, in a box that is stretched to the worksheet's width. */

import { linkVertical } from 'd3-shape';

/** The width of the box in which arrows are drawn; its height is given. */
export const BOX = 1000;

/** One arrow: its path, how wide it is (in CSS pixels), and which places it joins (from 0). */
export interface Arrow {
  readonly t: number;
  readonly j: number;
  readonly path: string;
  readonly width: number;
}

type Point = readonly [number, number];

const link = linkVertical<{ source: Point; target: Point }, Point>()
  .x(([x]) => x)
  .y(([, y]) => y);

/** The middle of place `k` of `count`, as columns of one width share the box. */
function middleOf(k: number, count: number): number {
  return ((k + 0.5) / count) * BOX;
}

function curve(from: Point, to: Point): string {
  return (link({ source: from, target: to }) ?? '').replaceAll(/\d+\.\d+/g, (number) =>
    String(Math.round(Number(number) * 10) / 10),
  );
}

/**
 * Arrows from target word `t` (on top, its middle at `from`, 0 … 1 of the width) to the source words, as wide as their weights: `full` pixels for a weight of 1.
 * Those under `least` pixels are left out: they could not be seen.
 */
export function alignmentArrows(
  weights: ArrayLike<number>,
  t: number,
  from: number,
  height: number,
  full: number,
  least: number,
): Arrow[] {
  const S = weights.length;
  return Array.from(weights, (weight, j) => ({
    t,
    j,
    path: curve([from * BOX, 0], [middleOf(j, S), height]),
    width: weight * full,
  })).filter((arrow) => arrow.width >= least);
}

/** Arrows from every source place to the context under them, whose middle is at `to` (0 … 1) of the width. */
export function contextArrows(
  weights: ArrayLike<number>,
  t: number,
  height: number,
  full: number,
  least: number,
  to: number,
): Arrow[] {
  const S = weights.length;
  return Array.from(weights, (weight, j) => ({
    t,
    j,
    path: curve([middleOf(j, S), 0], [to * BOX, height]),
    width: weight * full,
  })).filter((arrow) => arrow.width >= least);
}
