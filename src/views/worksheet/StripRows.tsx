/** @file The rows of vectors: a strip a source word. */

import { memo } from 'react';
import type { Trace } from '../../engine/trace.ts';
import type { Attention, Cells } from '../../geometry/attention.ts';
import { vectorName } from '../../geometry/cellName.ts';
import type { Pair } from '../../geometry/cursor.ts';
import type { Ramp } from '../../geometry/colour.ts';
import type { Progress } from '../../geometry/progress.ts';
import { symbolOf, type SymbolText } from '../../geometry/symbol.ts';
import { cellsIn } from '../../geometry/tensorIndex.ts';
import type { SceneData, Words } from '../scene.ts';
import { NotYet } from './NumberRows.tsx';
import { SheetRow } from './SheetRow.tsx';
import { vectorKey } from './unfolding.ts';
import { VectorButton } from './VectorButton.tsx';

export interface StripRowProps {
  readonly scene: SceneData;
  readonly words: Words;
  readonly cells: Cells;
  /** The row's name in words. */
  readonly name: string;
  readonly ramp: Ramp;
  readonly progress: Progress;
  readonly unfolded: ReadonlySet<string>;
  readonly onUnfold: (key: string) => void;
  readonly onHighlight: (pair: Pair | null) => void;
}

/** A vector of the trace under each source word. */
export const StripRow = memo(function StripRow(props: StripRowProps) {
  const { scene, words, cells, name, ramp, progress, unfolded, onUnfold, onHighlight } = props;
  const { formatter, views } = words;
  return (
    <SheetRow kind="strips" symbol={symbolOf(cells.tensor.name)} name={name}>
      {scene.source.map((word, j) => {
        const key = vectorKey(scene.trace, cells.tensor, j);
        const values = cellsIn(scene.trace, cells.tensor, j);
        return (
          // One word may stand twice: its place is its key.
          <div
            role="gridcell"
            // eslint-disable-next-line react/no-array-index-key
            key={j}
            className="sheet-cell"
            onPointerEnter={() => onHighlight({ j: j + 1 })}
            onPointerLeave={() => onHighlight(null)}
          >
            {progress.has(j) ? (
              <VectorButton
                values={values}
                ramp={ramp}
                label={formatter.text(views.worksheet.vector, {
                  name: plain(scene.trace, cells, j),
                  word,
                  count: values.length,
                })}
                unfoldKey={key}
                unfolded={unfolded.has(key)}
                onUnfold={onUnfold}
                tabIndex={-1}
              />
            ) : (
              <NotYet words={words} />
            )}
          </div>
        );
      })}
    </SheetRow>
  );
});

function plain(trace: Trace, cells: Cells, j: number): string {
  return vectorName(trace, cells.tensor, j).plain;
}

export interface ShareRowProps {
  readonly scene: SceneData;
  readonly words: Words;
  readonly attention: Attention;
  /** Whether the term of a place (from 0) is added. */
  readonly has: (j: number) => boolean;
  /** α_j h_j, one vector a column. */
  readonly shares: readonly Float64Array[];
  readonly ramp: Ramp;
  readonly onUnfold: (key: string) => void;
  readonly onHighlight: (pair: Pair | null) => void;
  /** The key of the context's numbers, which the terms add up to. */
  readonly contextKey: string;
  readonly contextUnfolded: boolean;
}

const share: SymbolText = {
  ...symbolOf('alpha'),
  atoms: [...symbolOf('alpha').atoms, ...symbolOf('h').atoms],
};

/** The weighted states: the terms of the context. Each opens the context's numbers, of which it is a part. */
export const ShareRow = memo(function ShareRow(props: ShareRowProps) {
  const { scene, words, attention, has, shares, ramp, onUnfold, contextKey, contextUnfolded, onHighlight } =
    props;
  const { formatter, views } = words;
  return (
    <SheetRow kind="shares" symbol={share} name={formatter.text(views.worksheet.rows.share)}>
      {shares.map((values, j) => {
        const word = scene.source[j] ?? '';
        return (
          <div
            role="gridcell"
            // eslint-disable-next-line react/no-array-index-key
            key={j}
            className="sheet-cell"
            onPointerEnter={() => onHighlight({ t: attention.t + 1, j: j + 1 })}
            onPointerLeave={() => onHighlight(null)}
          >
            {has(j) ? (
              <VectorButton
                values={values}
                ramp={ramp}
                label={formatter.text(views.worksheet.share, {
                  word,
                  weight: attention.weightTexts[j] ?? '',
                })}
                unfoldKey={contextKey}
                unfolded={contextUnfolded}
                onUnfold={onUnfold}
                tabIndex={-1}
              />
            ) : (
              <NotYet words={words} />
            )}
          </div>
        );
      })}
    </SheetRow>
  );
});
