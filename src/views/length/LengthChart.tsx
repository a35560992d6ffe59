/** @file Scores against sentence length: lines with bands, the limit of training, and points that open a sentence of their length. */

import type { KeyboardEvent } from 'react';
import { lookOf, type DrawnLine, type LengthChartModel, type LinePoint } from '../../geometry/lengthChart.ts';
import { classes } from '../classes.ts';
import { keepTabStop, moveInGrid } from '../roving.ts';
import { LengthMark } from './LengthMark.tsx';
import { lineName, scoreText, type LengthWords } from './lengthWords.ts';
import './length.css';

export interface LengthChartProps {
  readonly chart: LengthChartModel;
  readonly words: LengthWords;
  /** What is counted, in words. */
  readonly measure: string;
  /** The longest sentence of training. */
  readonly limit: number;
  /** Whether names stand beside the lines' ends. */
  readonly named: boolean;
  /** The line that stands out, or null. */
  readonly lit: string | null;
  /** The range (from 0) whose sentence is open, and the lines of its two models; or null. */
  readonly opened: { readonly lines: readonly string[]; readonly place: number } | null;
  readonly onLit: (line: string | null) => void;
  readonly onOpen: (line: string, place: number) => void;
}

const POINT = '.length-point';

/** The chart: a picture, and over it a grid of points, a row a line. Arrow keys move among the points, one is in the tab order. */
export function LengthChart(props: LengthChartProps) {
  const { chart, words, measure, lit } = props;
  const { formatter, messages } = words;
  return (
    <div className={classes('length-chart', lit !== null && 'has-lit')}>
      <svg viewBox={`0 0 ${chart.width} ${chart.height}`} aria-hidden="true">
        <Frame {...props} />
        {chart.lines.map(({ id, look, band }) => (
          <path
            key={id}
            className={classes('length-band', `length-look-${look}`, id === lit && 'is-lit')}
            d={band}
          />
        ))}
        {chart.lines.map((line) => (
          <Line key={line.id} {...props} line={line} />
        ))}
      </svg>
      <div
        className="length-points"
        role="grid"
        tabIndex={-1}
        aria-label={formatter.text(messages.chart.label, { measure, lines: chart.lines.length })}
        onKeyDown={onKey}
        onFocus={(event) => keepTabStop(event, POINT)}
      >
        {chart.lines.map((line, row) => (
          <div key={line.id} role="row" aria-label={lineName(words, line.id)}>
            {line.points.map((point, column) => (
              <Point key={point.from} {...props} line={line} point={point} isFirst={row + column === 0} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function onKey(event: KeyboardEvent<HTMLElement>): void {
  if (moveInGrid(event, POINT)) return;
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  event.stopPropagation();
  if (event.target instanceof HTMLElement) event.target.click();
}

interface LineProps extends LengthChartProps {
  readonly line: DrawnLine;
}

function Line({ words, named, lit, opened, line: { id, look, line, points, label } }: LineProps) {
  const end = points.at(-1);
  return (
    <g className={classes('length-drawn', `length-look-${look}`, id === lit && 'is-lit')}>
      <path className="length-line" d={line} strokeDasharray={lookOf(look).dash} />
      {points.map(({ x, y, from, place }) => (
        <g key={from} transform={`translate(${x},${y})`}>
          {opened !== null && opened.place === place && opened.lines.includes(id) && (
            <circle className="length-opened" r={11} />
          )}
          <LengthMark look={look} />
        </g>
      ))}
      {named && end !== undefined && (
        <>
          <path className="length-leader" d={`M${end.x + 7},${end.y}L${label.x - 4},${label.y}`} />
          <text className="length-name" x={label.x} y={label.y} dominantBaseline="central">
            {lineName(words, id)}
          </text>
        </>
      )}
    </g>
  );
}

interface PointProps extends LineProps {
  readonly point: LinePoint;
  readonly isFirst: boolean;
}

function Point({ chart, words, measure, line, point, isFirst, onLit, onOpen }: PointProps) {
  const { formatter, messages } = words;
  const { mean, lowest, highest, from, to } = point;
  const label = formatter.text(lowest === highest ? messages.chart.pointAlone : messages.chart.point, {
    line: lineName(words, line.id),
    measure,
    from,
    to,
    mean: scoreText(words, mean),
    lowest: scoreText(words, lowest),
    highest: scoreText(words, highest),
  });
  return (
    // The grid has the keys of all its points.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="gridcell"
      className="length-point"
      tabIndex={isFirst ? 0 : -1}
      aria-label={label}
      title={label}
      style={{ left: `${(100 * point.x) / chart.width}%`, top: `${(100 * point.y) / chart.height}%` }}
      onClick={() => onOpen(line.id, point.place)}
      onPointerEnter={() => onLit(line.id)}
      onPointerLeave={() => onLit(null)}
      onFocus={() => onLit(line.id)}
      onBlur={() => onLit(null)}
    />
  );
}

/** Axes with their ticks, and where training ended. */
function Frame({ chart, words: { formatter, messages }, limit }: LengthChartProps) {
  const { left, right, top, bottom, xTicks, yTicks } = chart;
  return (
    <g className="length-frame">
      {yTicks.map(({ y, value }) => (
        <g key={value}>
          <path className="length-grid" d={`M${left},${y}H${right}`} />
          <text x={left - 8} y={y} textAnchor="end" dominantBaseline="central">
            {value}
          </text>
        </g>
      ))}
      {xTicks.map(({ x, from, to }) => (
        <text key={from} x={x} y={bottom + 18} textAnchor="middle">
          {formatter.text(messages.chart.range, { from, to })}
        </text>
      ))}
      <text x={(left + right) / 2} y={bottom + 38} textAnchor="middle">
        {formatter.text(messages.chart.xAxis)}
      </text>
      <path className="length-limit" d={`M${chart.limit},${top - 6}V${bottom}`} />
      <text className="length-limit-name" x={chart.limit} y={top - 12} textAnchor="middle">
        {formatter.text(messages.chart.limit, { limit })}
      </text>
    </g>
  );
}
