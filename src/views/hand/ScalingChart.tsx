/** @file Variance of scores or entropy of weights by width, with and without the division by √d: two lines over widths that double. */

import { memo, useMemo } from 'react';
import { CHART, scalingChart, type ScalingPoint } from '../../geometry/hand/scalingChart.ts';
import { significant } from '../../geometry/numbers.ts';
import type { HandMessages } from '../../messages/en/hand.ts';
import type { Words } from '../scene.ts';

export interface ScalingChartProps {
  readonly name: string;
  readonly points: readonly ScalingPoint[];
  /** The width that is looked at. */
  readonly width: number;
  readonly words: Words;
  readonly messages: HandMessages;
}

/** A small chart, with its two numbers beside it. */
export const ScalingChart = memo(function ScalingChart(props: ScalingChartProps) {
  const { name, points, width, words, messages } = props;
  const { formatter } = words;
  const chart = useMemo(() => scalingChart(points), [points]);
  const at = points.findIndex((point) => point.width === width);
  const now = points[at];
  const place = chart.places[at];
  if (now === undefined || place === undefined) return null;
  const [plain, scaled] = [significant(now.plain), significant(now.scaled)];
  return (
    <figure className="scaling-chart">
      <figcaption>{name}</figcaption>
      <svg
        viewBox={`0 0 ${CHART.width} ${CHART.height}`}
        role="img"
        aria-label={formatter.text(messages.scaling.chart, { name, plain, scaled, width })}
      >
        <line className="scaling-axis" x1={CHART.left} x2={CHART.right} y1={CHART.bottom} y2={CHART.bottom} />
        <text className="scaling-tick" x={CHART.left - 6} y={CHART.top + 4} textAnchor="end">
          {significant(chart.largest)}
        </text>
        <text className="scaling-tick" x={CHART.left - 6} y={CHART.bottom + 4} textAnchor="end">
          0
        </text>
        {chart.places.map((one) => (
          <text key={one.width} className="scaling-tick" x={one.x} y={CHART.height - 6} textAnchor="middle">
            {one.width}
          </text>
        ))}
        <line className="scaling-now" x1={place.x} x2={place.x} y1={CHART.bottom} y2={CHART.top} />
        <path className="scaling-line is-plain" d={chart.plain} />
        <path className="scaling-line is-scaled" d={chart.scaled} />
        <circle className="scaling-dot is-plain" cx={place.x} cy={place.plain} r="4" />
        <circle className="scaling-dot is-scaled" cx={place.x} cy={place.scaled} r="4" />
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
