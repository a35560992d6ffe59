/** @file The chart of scores against sentence length: where lines, bands, marks and ticks stand. */

import { scaleLinear } from 'd3-scale';
import {
  area,
  line,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolDiamond2,
  symbolSquare,
  symbolSquare2,
  symbolStar,
  symbolTriangle,
  symbolWye,
  type SymbolType,
} from 'd3-shape';

/** The scores of one range of lengths: one a seed, from 0 to 100. */
export interface ScoredRange {
  /** Words, both ends included. */
  readonly from: number;
  readonly to: number;
  readonly scores: readonly number[];
}

/** What one line is drawn from. */
export interface ScoredLine {
  readonly id: string;
  /** Which of the looks it has: its place among all lines, drawn or not. */
  readonly look: number;
  readonly ranges: readonly ScoredRange[];
}

/** A mark of a line. */
export interface LinePoint {
  readonly x: number;
  readonly y: number;
  /** The range, counted from 0 among those of its line. */
  readonly place: number;
  readonly from: number;
  readonly to: number;
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
}

export interface DrawnLine {
  readonly id: string;
  readonly look: number;
  /** Paths of SVG. */
  readonly line: string;
  readonly band: string;
  readonly points: readonly LinePoint[];
  /** Where its name is written beside its end, moved so that no two names meet. */
  readonly label: { readonly x: number; readonly y: number };
}

export interface LengthChartModel {
  readonly width: number;
  readonly height: number;
  /** The edges of the plot. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly xTicks: readonly { readonly x: number; readonly from: number; readonly to: number }[];
  readonly yTicks: readonly { readonly y: number; readonly value: number }[];
  /** Where training ended. */
  readonly limit: number;
  readonly lines: readonly DrawnLine[];
}

export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  /** Width left free at the right for the lines' names; 0: they are not written. */
  readonly labels: number;
  /** The longest sentence of training, in words. */
  readonly limit: number;
}

/** Height that a line's name takes. */
const LABEL = 17;

/** Width that a tick's text takes. */
const TICK = 44;

/** The mean, least and largest of at least one score. */
export function spreadOf(scores: readonly number[]): { mean: number; lowest: number; highest: number } {
  return {
    mean: scores.reduce((sum, score) => sum + score, 0) / scores.length,
    lowest: Math.min(...scores),
    highest: Math.max(...scores),
  };
}

/** Labels at least `LABEL` apart, in their order, as near to where they want to be as going down and then up allows. */
function apart(wanted: readonly number[], bottom: number): number[] {
  const order = wanted.map((_, k) => k).toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = [...wanted];
  let least = -Infinity;
  for (const k of order) {
    placed[k] = Math.max(wanted[k] ?? 0, least);
    least = (placed[k] ?? 0) + LABEL;
  }
  let most = bottom;
  for (const k of order.toReversed()) {
    placed[k] = Math.min(placed[k] ?? 0, most);
    most = (placed[k] ?? 0) - LABEL;
  }
  return placed;
}

/** The last tick, and before it those that leave room for the text of the next. */
function thinned<Tick extends { readonly x: number }>(ticks: readonly Tick[]): Tick[] {
  let next = Infinity;
  return ticks
    .toReversed()
    .filter(({ x }) => {
      const fits = next - x >= TICK;
      if (fits) next = x;
      return fits;
    })
    .toReversed();
}

/** The chart of these lines in a frame of so many pixels. Scores run from 0 to 100; a point stands in the middle of its range. */
export function lengthChart(lines: readonly ScoredLine[], frame: ChartFrame): LengthChartModel {
  const [left, right, top, bottom] = [44, frame.width - 14 - frame.labels, 30, frame.height - 46];
  const ranges = lines.flatMap((one) => one.ranges);
  const shortest = Math.min(...ranges.map(({ from }) => from), frame.limit);
  const longest = Math.max(...ranges.map(({ to }) => to), frame.limit + 1);
  const x = scaleLinear([shortest - 0.5, longest + 0.5], [left, right]);
  const y = scaleLinear([0, 100], [bottom, top]);
  const drawn = lines.map(({ id, look, ranges }) => {
    const points = ranges.flatMap(({ from, to, scores }, place): LinePoint[] => {
      if (scores.length === 0) return [];
      const spread = spreadOf(scores);
      return [{ x: x((from + to) / 2), y: y(spread.mean), place, from, to, ...spread }];
    });
    const through = line<LinePoint>(
      (point) => point.x,
      (point) => point.y,
    );
    const between = area<LinePoint>(
      (point) => point.x,
      (point) => y(point.lowest),
      (point) => y(point.highest),
    );
    return { id, look, line: through(points) ?? '', band: between(points) ?? '', points };
  });
  const labels = apart(
    drawn.map(({ points }) => points.at(-1)?.y ?? bottom),
    bottom,
  );
  const ticks = new Map(ranges.map(({ from, to }) => [from, { from, to, x: x((from + to) / 2) }]));
  const inOrder = [...ticks.values()].toSorted((a, b) => a.from - b.from);
  return {
    width: frame.width,
    height: frame.height,
    left,
    right,
    top,
    bottom,
    xTicks: thinned(inOrder),
    yTicks: y.ticks(5).map((value) => ({ y: y(value), value })),
    limit: x(frame.limit + 0.5),
    lines: drawn.map((one, k) => ({ ...one, label: { x: right + 12, y: labels[k] ?? bottom } })),
  };
}

/** How lines are told apart without colour: a mark and a pattern of strokes each. */
const looks: readonly (readonly [mark: SymbolType, dash: string])[] = [
  [symbolSquare, ''],
  [symbolSquare2, '3 3'],
  [symbolCircle, ''],
  [symbolTriangle, '7 3'],
  [symbolDiamond, '2 3'],
  [symbolStar, '10 3 2 3'],
  [symbolCross, '5 3'],
  [symbolDiamond2, '9 2 2 2 2 2'],
  [symbolWye, '1 3'],
];

/** The mark (a path around 0, 0) and the pattern of strokes of a look. */
export function lookOf(look: number): {
  readonly mark: string;
  readonly dash: string;
  readonly hollow: boolean;
} {
  const [mark, dash] = looks[look % looks.length] ?? [symbolCircle, ''];
  return {
    mark: symbol(mark, 58)() ?? '',
    dash,
    hollow: mark === symbolSquare2 || mark === symbolDiamond2,
  };
}
