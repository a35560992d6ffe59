/** @file The chart's geometry: places follow from the numbers, names do not meet, looks differ. */

import { describe, expect, it } from 'vitest';
import { lengthChart, lookOf, spreadOf, type ScoredLine } from '../../src/geometry/lengthChart.ts';

const frame = { width: 858, height: 460, labels: 100, limit: 20 };

function lineOf(id: string, look: number, scores: readonly (readonly number[])[]): ScoredLine {
  const ranges: readonly (readonly [number, number])[] = [
    [16, 20],
    [21, 25],
    [26, 30],
  ];
  return { id, look, ranges: ranges.map(([from, to], k) => ({ from, to, scores: scores[k] ?? [] })) };
}

describe('lengthChart', () => {
  const chart = lengthChart(
    [lineOf('a', 0, [[100], [50, 70, 60], [0]]), lineOf('b', 1, [[100], [90], [2]])],
    frame,
  );
  const points = chart.lines[0]?.points ?? [];

  it('puts 100 at the top, 0 at the bottom and the mean between the extremes', () => {
    expect(points[0]?.y).toBeCloseTo(chart.top, 9);
    expect(points[2]?.y).toBeCloseTo(chart.bottom, 9);
    expect(points[1]).toMatchObject({ mean: 60, lowest: 50, highest: 70 });
    expect(points[1]?.y).toBeCloseTo(chart.bottom + 0.6 * (chart.top - chart.bottom), 9);
  });

  it('stands points in the middle of their ranges and the limit between the last trained length and the next', () => {
    const perWord = ((points[1]?.x ?? 0) - (points[0]?.x ?? 0)) / 5;
    expect(perWord).toBeGreaterThan(0);
    expect(chart.limit - (points[0]?.x ?? 0)).toBeCloseTo(2.5 * perWord, 9);
  });

  it('keeps everything inside the frame, and names apart from one another', () => {
    for (const { points, label } of chart.lines) {
      for (const { x } of points) expect(x).toBeLessThanOrEqual(chart.right);
      expect(label.y).toBeLessThanOrEqual(chart.bottom);
    }
    const [a, b] = chart.lines.map(({ label }) => label.y);
    expect(Math.abs((a ?? 0) - (b ?? 0))).toBeGreaterThanOrEqual(17);
  });

  it('leaves out ranges without a score', () => {
    const [only] = lengthChart([lineOf('a', 0, [[10], [], [30]])], frame).lines;
    expect(only?.points.map(({ place }) => place)).toEqual([0, 2]);
  });

  it('draws an empty chart without lines', () => {
    expect(lengthChart([], frame).lines).toEqual([]);
  });
});

describe('spreadOf', () => {
  it('gives mean, least and largest', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ mean: 2, lowest: 1, highest: 3 });
  });
});

describe('lookOf', () => {
  it('gives nine lines nine marks and nine patterns, so that none is told by colour alone', () => {
    const all = Array.from({ length: 9 }, (_, k) => lookOf(k));
    expect(new Set(all.map(({ mark }) => mark)).size).toBe(9);
    expect(new Set(all.map(({ mark, dash }) => `${mark} ${dash}`)).size).toBe(9);
  });
});
