/** @file Variance of scores or entropy of weights by width, with and without the division by √d: two lines over widths that double. */

import { memo } from 'react';
import { scaleLinear } from 'd3-scale';
import { significant } from '../../geometry/numbers.ts';
import type { HandMessages } from '../../messages/en/hand.ts';
import type { Words } from '../scene.ts';

/** One width's numbers. */
export interface ScalingPoint {
  readonly width: number;
  readonly plain: number;
  readonly scaled: number;
}

export interface ScalingChartProps {
  readonly name: string;
  readonly points: readonly ScalingPoint[];
  /** The width that is looked at. */
  readonly width: number;
  readonly words: Words;
  readonly messages: HandMessages;
}

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [300, 150, 40, 22];

/** A small chart, with its two numbers beside it. */
export const ScalingChart = memo(function ScalingChart(props: ScalingChartProps) {
  const { name, points, width, words, messages } = props;
  const { formatter } = words;
  const top = Math.max(...points.flatMap(({ plain, scaled }) => [plain, scaled]), 0.1);
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [LEFT, WIDTH - 8]);
  const y = scaleLinear([0, top], [HEIGHT - BOTTOM, 8]);
  const path = (pick: (point: ScalingPoint) => number): string =>
    points
      .map((point, k) => `${k === 0 ? 'M' : 'L'}${x(k).toFixed(1)},${y(pick(point)).toFixed(1)}`)
      .join('');
  const at = points.findIndex((point) => point.width === width);
  const now = points[at];
  if (now === undefined) return null;
  const [plain, scaled] = [significant(now.plain), significant(now.scaled)];
  return (
    <figure className="scaling-chart">
      <figcaption>{name}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={formatter.text(messages.scaling.chart, { name, plain, scaled, width })}
      >
        <line className="scaling-axis" x1={LEFT} x2={WIDTH - 8} y1={y(0)} y2={y(0)} />
        <text className="scaling-tick" x={LEFT - 6} y={y(top) + 4} textAnchor="end">
          {significant(top)}
        </text>
        <text className="scaling-tick" x={LEFT - 6} y={y(0) + 4} textAnchor="end">
          0
        </text>
        {points.map((point, k) => (
          <text key={point.width} className="scaling-tick" x={x(k)} y={HEIGHT - 6} textAnchor="middle">
            {point.width}
          </text>
        ))}
        <line className="scaling-now" x1={x(at)} x2={x(at)} y1={y(0)} y2={8} />
        <path className="scaling-line is-plain" d={path((point) => point.plain)} />
        <path className="scaling-line is-scaled" d={path((point) => point.scaled)} />
        <circle className="scaling-dot is-plain" cx={x(at)} cy={y(now.plain)} r="4" />
        <circle className="scaling-dot is-scaled" cx={x(at)} cy={y(now.scaled)} r="4" />
      </svg>
      <dl>
        <div className="is-plain">
          <dt>{formatter.text(messages.scaling.plain)}</dt>
          <dd>{plain}</dd>
        </div>
        <div className="is-scaled">
          <dt>{formatter.text(messages.scaling.scaled)}</dt>
          <dd>{scaled}</dd>
        </div>
      </dl>
    </figure>
  );
});
