/** @file Curves over the steps of a run, with the checkpoint that is looked at as an upright line. */
import { memo, useId } from 'react';
import { curvePath, curveScales, type CurveValue } from '../geometry/curveModel.ts';
import { classes } from './classes.ts';
import './curves.css';

/** One line of a chart. */
export interface CurveLine {
  readonly id: string;
  /** What it is, in words, beside its end. */
  readonly label: string;
  /** `plain` as it learns, `strong` on held-out examples, `dashed` a stricter measure. */
  readonly kind: 'plain' | 'strong' | 'dashed';
  readonly points: readonly CurveValue[];
}

export interface CurvesProps {
  readonly title: string;
  readonly note?: string;
  /** All that the picture says, in words. */
  readonly alternative: string;
  readonly lines: readonly CurveLine[];
  readonly steps: number;
  readonly range: readonly [number, number];
  /** The step that is looked at, or null. */
  readonly at: number | null;
  readonly tickText: (value: number) => string;
}

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [420, 150, 48, 22, 8] as const;

/** A chart. */
export const Curves = memo(function Curves(props: CurvesProps) {
  const { title, note, alternative, lines, steps, range, at, tickText } = props;
  const box = { width: WIDTH - LEFT - 20, height: HEIGHT - BOTTOM - TOP, steps, range };
  const scales = curveScales(box);
  const id = useId();
  return (
    <figure className="curves" aria-labelledby={id}>
      <figcaption id={id}>
        <span className="curves-title">{title}</span>
        {note !== undefined && <span className="curves-note">{note}</span>}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={alternative}>
        <g transform={`translate(${LEFT} ${TOP})`}>
          {scales.yTicks.map((tick) => (
            <g key={tick.value}>
              <line className="curves-grid" x1={0} x2={box.width} y1={tick.at} y2={tick.at} />
              <text className="curves-tick" x={-8} y={tick.at} dy="0.32em" textAnchor="end">
                {tickText(tick.value)}
              </text>
            </g>
          ))}
          {scales.xTicks.map((tick) => (
            <text
              key={tick.value}
              className="curves-tick"
              x={tick.at}
              y={box.height + 16}
              textAnchor="middle"
            >
              {tick.value}
            </text>
          ))}
          {at !== null && (
            <line className="curves-at" x1={scales.x(at)} x2={scales.x(at)} y1={0} y2={box.height} />
          )}
          {lines.map(({ id: key, kind, points }) => (
            <path key={key} className={classes('curve', `curve-${kind}`)} d={curvePath(points, scales)} />
          ))}
        </g>
      </svg>
      <ul className="curves-key">
        {lines.map(({ id: key, kind, label, points }) => (
          <li key={key}>
            <svg viewBox="0 0 24 8" aria-hidden="true">
              <path className={classes('curve', `curve-${kind}`)} d="M0 4H24" />
            </svg>
            {label}
            <span className="curves-last">{points.length > 0 && tickText(points.at(-1)?.value ?? 0)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
});
