/** @file How far each word moves the context: the lengths of its gradients as bars. */

import { memo } from 'react';
import { significant } from '../../geometry/numbers.ts';
import type { HandMessages } from '../../messages/en/hand.ts';
import type { Words } from '../scene.ts';

export interface InfluenceProps {
  readonly columns: readonly string[];
  /** One length a column. */
  readonly lengths: readonly number[];
  readonly words: Words;
  readonly messages: HandMessages;
}

/** Bars, each as long as its share of the longest. */
export const Influence = memo(function Influence({ columns, lengths, words, messages }: InfluenceProps) {
  const most = Math.max(...lengths, Number.MIN_VALUE);
  const { formatter } = words;
  return (
    <section className="influence" aria-labelledby="influence">
      <h3 id="influence">{formatter.text(messages.influence.title)}</h3>
      <ol>
        {lengths.map((length, j) => (
          // One word may stand twice: its place is its key.
          // eslint-disable-next-line react/no-array-index-key
          <li key={j}>
            <span className="influence-word role-key">{columns[j]}</span>
            <span className="influence-room" aria-hidden="true">
              <span style={{ width: `${(length / most) * 100}%` }} />
            </span>
            <span className="influence-value">{significant(length)}</span>
          </li>
        ))}
      </ol>
      <p className="muted small">{formatter.text(messages.influence.note)}</p>
    </section>
  );
});
