/** @file The numbers of the chart as a table: a row a line, a column a range of lengths. */

import { spreadOf, type ScoredLine } from '../../geometry/lengthChart.ts';
import { LengthSample } from './LengthMark.tsx';
import { lineName, scoreText, type LengthWords } from './lengthWords.ts';

export interface LengthTableProps {
  readonly words: LengthWords;
  readonly lines: readonly ScoredLine[];
  /** What is counted, in words. */
  readonly measure: string;
}

/** The table. */
export function LengthTable({ words, lines, measure }: LengthTableProps) {
  const { formatter, messages } = words;
  const label = formatter.text(messages.table.label, { measure });
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <div className="scrolls" tabIndex={0} role="region" aria-label={label}>
      <table className="table length-table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{formatter.text(messages.table.line)}</th>
            {lines[0]?.ranges.map(({ from, to }) => (
              <th key={from} scope="col">
                {formatter.text(messages.table.words, { from, to })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, look, ranges }) => (
            <tr key={id}>
              <th scope="row">
                <LengthSample look={look} /> {lineName(words, id)}
              </th>
              {ranges.map(({ from, scores }) => (
                <td key={from}>{cellText(words, scores)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted small">{formatter.text(messages.table.note)}</p>
    </div>
  );
}

function cellText(words: LengthWords, scores: readonly number[]): string {
  if (scores.length === 0) return '';
  const { mean, lowest, highest } = spreadOf(scores);
  if (lowest === highest) return scoreText(words, mean);
  return words.formatter.text(words.messages.table.cell, {
    mean: scoreText(words, mean),
    lowest: scoreText(words, lowest),
    highest: scoreText(words, highest),
  });
}
