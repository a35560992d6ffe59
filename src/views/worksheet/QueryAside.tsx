/** @file The state that asks, at the right of the scores. */

import { memo } from 'react';
import type { Trace } from '../../engine/trace.ts';
import type { Cells } from '../../geometry/attention.ts';
import type { Ramp } from '../../geometry/colour.ts';
import { symbolOf } from '../../geometry/symbol.ts';
import type { Unfolding, Words } from '../scene.ts';
import { Sym } from '../Sym.tsx';
import { vectorLabel } from './Tail.tsx';
import { vectorKey } from './unfolding.ts';
import { VectorButton } from './VectorButton.tsx';

export interface QueryAsideProps extends Unfolding {
  readonly trace: Trace;
  readonly words: Words;
  readonly query: Cells;
  readonly ramp: Ramp;
}

const askingState = symbolOf('s_before');

/** The decoder's state, with a line to the scores that it is compared for. */
export const QueryAside = memo(function QueryAside(props: QueryAsideProps) {
  const { trace, words, query, ramp, unfolded, onUnfold } = props;
  const key = vectorKey(trace, query.tensor, -1);
  return (
    <div className="sheet-aside">
      <div className="sheet-asks" />
      <div className="sheet-query">
        <span className="sheet-query-symbol">
          <Sym symbol={askingState} />
        </span>
        <VectorButton
          values={query.values}
          ramp={ramp}
          label={vectorLabel(trace, words, query)}
          unfoldKey={key}
          unfolded={unfolded.has(key)}
          onUnfold={onUnfold}
          upright
          className="is-query"
        />
        <span className="sheet-name">{words.formatter.text(words.views.worksheet.rows.s)}</span>
      </div>
    </div>
  );
});
