/** @file Every last phrase that is tried at a step of the cutting, with what the two models say of it and the sum it leads to. */

import { exact, significant } from '../../geometry/numbers.ts';
import type { PhrasePlace } from '../../geometry/cuttingSteps.ts';
import type { LengthWords } from './lengthWords.ts';

/** A span as the two models judge it. */
export interface JudgedSpan extends PhrasePlace {
  readonly target: readonly string[];
  readonly logP: number;
  readonly logQ: number;
  readonly score: number;
  readonly paper: number | undefined;
}

export interface TriedPhrasesProps {
  readonly words: LengthWords;
  readonly source: readonly string[];
  /** Each with the best sum of the words before it. */
  readonly tried: readonly { readonly span: JudgedSpan; readonly sum: number }[];
  /** Where the best of them begins. */
  readonly back: number;
}

const columns = ['phrase', 'translation', 'logP', 'logQ', 'paper', 'ours', 'before', 'sum'] as const;

/** The table: a row for each word at which the last phrase may begin. */
export function TriedPhrases({ words, source, tried, back }: TriedPhrasesProps) {
  const { formatter, messages } = words;
  const { table } = messages.phrases;
  const label = formatter.text(table.candidates);
  const number = (value: number) => <span title={exact(value)}>{significant(value)}</span>;
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard */}
      <div className="scrolls" tabIndex={0} role="region" aria-label={label}>
        <table className="table tried-phrases">
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {formatter.text(table[name])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tried.map(({ span, sum }) => (
              <tr key={span.from} className={span.from === back ? 'is-best' : ''}>
                <th scope="row" lang="en">
                  {source.slice(span.from, span.to).join(' ')}
                </th>
                <td lang="fr">{span.target.join(' ')}</td>
                <td className="digits">{number(span.logP)}</td>
                <td className="digits">{number(span.logQ)}</td>
                <td className="digits">
                  {span.paper === undefined ? formatter.text(table.none) : number(span.paper)}
                </td>
                <td className="digits">{number(span.score)}</td>
                <td className="digits">{number(sum - span.score)}</td>
                <td className="digits">
                  {number(sum)}
                  {span.from === back && (
                    <strong className="tried-best"> {formatter.text(table.chosen)}</strong>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="muted small">{formatter.text(table.note)}</p>
    </>
  );
}
