/** @file The scores of all spans of a sentence: a row for each first word, a column for each last one. */

import { cellLook, type CuttingStep, type PhrasePlace } from '../../geometry/cuttingSteps.ts';
import type { Ramp } from '../../geometry/colour.ts';
import { classes } from '../classes.ts';
import { Legend } from '../Legend.tsx';
import type { LengthWords } from './lengthWords.ts';

export interface SpanTableProps {
  readonly words: LengthWords;
  readonly source: readonly string[];
  readonly spans: readonly (PhrasePlace & { readonly score: number })[];
  /** For each number of words from 1, where the last phrase of their best cut begins. */
  readonly backs: readonly number[];
  readonly step: CuttingStep;
  readonly ramp: Ramp;
  /** A span was clicked: go to the step that tries it. */
  readonly onPick: (to: number) => void;
}

const CELL = 20;
const LABEL = 92;

/** The table as a picture; its numbers stand in the table of the phrases that are tried, step by step. */
export function SpanTable({ words, source, spans, backs, step, ramp, onPick }: SpanTableProps) {
  const { formatter, messages } = words;
  const size = LABEL + CELL * source.length + 2;
  const name = formatter.text(messages.phrases.table.legend);
  return (
    <div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard */}
      <div className="scrolls" tabIndex={0} role="region" aria-label={name}>
        <svg
          className="span-table"
          viewBox={`0 0 ${size} ${size}`}
          style={{ width: size }}
          role="img"
          aria-label={formatter.text(messages.phrases.table.picture, { count: source.length })}
        >
          {source.map((word, j) => (
            // One word may stand twice: its place is its key.
            // eslint-disable-next-line react/no-array-index-key
            <g key={j} lang="en" className="span-word">
              <text x={LABEL - 6} y={LABEL + (j + 0.5) * CELL} textAnchor="end" dominantBaseline="central">
                {word}
              </text>
              <text
                transform={`translate(${LABEL + (j + 0.5) * CELL},${LABEL - 6}) rotate(-90)`}
                dominantBaseline="central"
              >
                {word}
              </text>
            </g>
          ))}
          {spans.map((span) => {
            const { tried, chosen } = cellLook(step, span, backs);
            return (
              <rect
                key={`${span.from} ${span.to}`}
                className={classes('span-cell', tried && 'is-tried', chosen && 'is-chosen')}
                x={LABEL + (span.to - 1) * CELL + 1.5}
                y={LABEL + span.from * CELL + 1.5}
                width={CELL - 3}
                height={CELL - 3}
                fill={ramp.css(span.score)}
                onClick={() => onPick(span.to)}
              />
            );
          })}
        </svg>
      </div>
      <Legend name={name} ramp={ramp} />
    </div>
  );
}
