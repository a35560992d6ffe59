/** @file Curves over the steps of a run: paths in a box, the ticks of its axes, and where a value stands. */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/** A point of a curve. */
export interface CurveValue {
  readonly step: number;
  readonly value: number;
}

export interface CurveBox {
  readonly width: number;
  readonly height: number;
  /** The steps at the right edge; the left edge is step 0. */
  readonly steps: number;
  /** The values at the bottom and at the top; values beyond them stay at the edge. */
  readonly range: readonly [number, number];
}

/** A tick: the value, and its distance in the box from the left or from the top. */
export interface Tick {
  readonly value: number;
  readonly at: number;
}

export interface CurveScales {
  readonly x: (step: number) => number;
  readonly y: (value: number) => number;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
}

/** The scales of a box. */
export function curveScales({ width, height, steps, range }: CurveBox): CurveScales {
  const x = scaleLinear()
    .domain([0, Math.max(1, steps)])
    .range([0, width])
    .clamp(true);
  const y = scaleLinear().domain(range).range([height, 0]).clamp(true);
  return {
    x: (step) => x(step),
    y: (value) => y(value),
    xTicks: x.ticks(4).map((value) => ({ value, at: x(value) })),
    yTicks: y.ticks(3).map((value) => ({ value, at: y(value) })),
  };
}

/** The path of a curve, empty where it has no point. Numbers are rounded to tenths of a pixel. */
export function curvePath(points: readonly CurveValue[], { x, y }: CurveScales): string {
  const tenths = (value: number): number => Math.round(10 * value) / 10;
  const path = line<CurveValue>()
    .x(({ step }) => tenths(x(step)))
    .y(({ value }) => tenths(y(value)));
  return path(points) ?? '';
}

/** The top of a loss chart: a round number that all losses are under, and never less than 1. */
export function lossTop(losses: readonly number[]): number {
  return Math.max(1, Math.ceil(Math.max(0, ...losses.filter(Number.isFinite))));
}
