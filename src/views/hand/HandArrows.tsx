/** @file The words that are written, over the columns, with arrows as wide as the weights of the one that is asked about. */

import { alignmentArrows, BOX } from '../../geometry/arrows.ts';
import { bandModel, handText } from '../../geometry/hand/bandModel.ts';
import type { HandMessages } from '../../messages/en/hand.ts';
import { classes } from '../classes.ts';
import type { HandSheetProps } from './HandSheet.tsx';

const HEIGHT = 44;
const FULL = 10;
const LEAST = 0.15;

const weightBand = { id: 'alpha', tensor: 'alpha', at: 'step', place: 'columns' } as const;

export function HandArrows({
  trace,
  t,
  targets,
  columns,
  words,
  messages,
}: Pick<HandSheetProps, 'trace' | 't' | 'targets' | 'columns' | 'words'> & {
  readonly messages: HandMessages;
}) {
  const weights = bandModel(trace, null, weightBand, t)?.columns.map(([cell]) => cell?.value ?? 0) ?? [];
  const from = (t - 0.5) / targets.length;
  const most = weights.indexOf(Math.max(...weights));
  const label = words.formatter.text(messages.sheet.arrows, {
    word: targets[t - 1] ?? '',
    most: columns[most] ?? '',
    weight: handText(weights[most] ?? 0),
  });
  return (
    <div className="hand-arrows">
      <ol className="hand-targets">
        {targets.map((word, k) => (
          <li
            // One word may stand twice: its place is its key.
            // eslint-disable-next-line react/no-array-index-key
            key={k}
            className={classes('role-query', k + 1 === t && 'is-now')}
            aria-current={k + 1 === t ? 'step' : undefined}
          >
            {word}
          </li>
        ))}
      </ol>
      <svg viewBox={`0 0 ${BOX} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {alignmentArrows(weights, t - 1, from, HEIGHT, FULL, LEAST).map((arrow) => (
          <path key={arrow.j} className="arrow" d={arrow.path} strokeWidth={arrow.width} />
        ))}
      </svg>
    </div>
  );
}
