/** @file One question of the narrator with its answer, which folds out, and the numbers that it speaks of. */

import type { Address } from '../../engine/explanation.ts';
import { valueAt } from '../../engine/explain.ts';
import { cellName } from '../../geometry/cellName.ts';
import type { Pair } from '../../geometry/cursor.ts';
import type { Line, Question } from '../../geometry/narration/narration.ts';
import { exact, significant } from '../../geometry/numbers.ts';
import { Sym } from '../Sym.tsx';
import { Lines, messageOf, type Voice } from './Lines.tsx';

export interface AskedProps extends Voice {
  readonly question: Question;
  /** Whether the answer shows before anybody asks for it. */
  readonly open: boolean;
  /** The answer that the worker gives, where it has to be computed: null until it was asked for. */
  readonly computed: readonly Line[] | 'running' | null;
  readonly onAsk: () => void;
  readonly onOpen: (address: Address) => void;
  readonly onHighlight: (pair: Pair | null) => void;
}

/** A question: a heading that folds. */
export function Asked(props: AskedProps) {
  const { question, open } = props;
  return (
    <details className="asked" open={open}>
      <summary>
        <span className="asked-mark" aria-hidden="true">
          ?
        </span>
        <span>
          <Lines {...props} lines={[question.asked]} />
        </span>
      </summary>
      <div className="asked-answer">
        {question.computed === undefined ? (
          <p>
            <Lines {...props} lines={question.answer} />
          </p>
        ) : (
          <Computed {...props} />
        )}
        <Numbers {...props} />
      </div>
    </details>
  );
}

/** An answer that is computed when the reader asks for it. */
function Computed(props: AskedProps) {
  const { computed, onAsk, messages, words } = props;
  return (
    <>
      {computed === null && (
        <button type="button" className="asked-run" onClick={onAsk}>
          {words.formatter.text(messageOf(messages, 'without.run'))}
        </button>
      )}
      <p aria-live="polite">
        {computed === 'running' && words.formatter.text(messageOf(messages, 'without.running'))}
        {computed !== null && computed !== 'running' && <Lines {...props} lines={computed} />}
      </p>
    </>
  );
}

/** Buttons that open the story of each number that the answer speaks of. */
function Numbers({ scene, words, messages, question, onOpen, onHighlight }: AskedProps) {
  if (question.cells.length === 0) return null;
  const { formatter } = words;
  return (
    <ul className="asked-numbers" aria-label={formatter.text(messageOf(messages, 'narrator.see'))}>
      {question.cells.map((address) => {
        const { symbol, pair } = cellName(scene.trace, address);
        const value = valueAt(scene.trace, address);
        return (
          <li key={`${address.tensor} ${address.cell}`}>
            <button
              type="button"
              className="asked-number"
              title={exact(value)}
              aria-label={formatter.text(messageOf(messages, 'narrator.number'), {
                name: symbol.plain,
                value: significant(value),
              })}
              onClick={() => onOpen(address)}
              onPointerEnter={() => onHighlight(pair)}
              onPointerLeave={() => onHighlight(null)}
              onFocus={() => onHighlight(pair)}
              onBlur={() => onHighlight(null)}
            >
              <Sym symbol={symbol} /> = {significant(value)}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
