/** @file The columns of one step of attention: words, states, scores, weights, weighted states. */

import { memo, useMemo } from 'react';
import type { Ramp, ScaleKind } from '../../geometry/colour.ts';
import type { Progress } from '../../geometry/progress.ts';
import { sharesOfContext, type WorksheetModel } from '../../geometry/worksheetModel.ts';
import type { WorksheetProps } from '../Worksheet.tsx';
import { ScoreGhosts, ScoreRow, SoftmaxRow } from './NumberRows.tsx';
import { GaussianRow, WindowRow } from './WindowRows.tsx';
import { SheetGrid } from './SheetGrid.tsx';
import { ShareRow, StripRow } from './StripRows.tsx';
import { vectorKey } from './unfolding.ts';
import { SourceWords } from './WordRows.tsx';

export interface AttentionGridProps extends WorksheetProps {
  readonly model: WorksheetModel;
  readonly ramps: Readonly<Record<ScaleKind, Ramp>>;
  /** The word that this step writes. */
  readonly target: string;
  /** The source place in the dashed frame (from 0), or −1. */
  readonly framed: number;
}

/** The states are read before any word is written. */
const ALL: Progress = { state: 'past', has: () => true, current: -1, whole: true };

/** The grid of a step. */
export function AttentionGrid(props: AttentionGridProps) {
  const { scene, words, highlight, onHighlight, model, ramps } = props;
  const { attention, keys } = model;
  return (
    <SheetGrid words={words}>
      <SourceWords scene={scene} words={words} lit={highlight?.j ?? 0} onHighlight={onHighlight} />
      {keys !== null && (
        <StripRow
          {...{ scene, words, onHighlight }}
          cells={keys}
          name={words.formatter.text(words.views.worksheet.rows.h)}
          ramp={ramps.vector}
          progress={ALL}
          unfolded={props.unfolded}
          onUnfold={props.onUnfold}
        />
      )}
      {attention.weights !== null && <Core {...props} />}
      <Shares
        {...{ scene, words, model, ramps, onHighlight }}
        unfolded={props.unfolded}
        onUnfold={props.onUnfold}
      />
    </SheetGrid>
  );
}

/** Scores and weights, and the window through which they are seen. */
function Core(props: AttentionGridProps) {
  const { scene, cursor, words, opened, onOpen, onHighlight, still, model, ramps, target } = props;
  const { attention, position, score, softmax, weighing } = model;
  const { window, aligned, weights } = attention;
  const openIn = (tensor: number | undefined): number =>
    opened !== null && opened.tensor === tensor ? opened.cell : -1;
  const moving = !still && cursor.at === 'softmax' && cursor.cell === 0;
  const numbers = { scene, words, attention, target, onOpen, onHighlight };
  return (
    <div className="sheet-core">
      {window !== null && (
        <WindowRow {...numbers} window={window} has={position.has} opened={openIn(window.inside.tensor.id)} />
      )}
      <ScoreRow
        {...numbers}
        ramp={ramps.score}
        has={score.has}
        opened={openIn(attention.scores?.tensor.id)}
      />
      {aligned !== null && (
        <SoftmaxRow {...numbers} which="align" has={softmax.has} opened={openIn(aligned.tensor.id)} />
      )}
      {window !== null && (
        <GaussianRow
          {...numbers}
          window={window}
          has={weighing.has}
          opened={openIn(window.gaussian?.tensor.id)}
        />
      )}
      <SoftmaxRow
        {...numbers}
        which={aligned === null ? 'alpha' : 'product'}
        has={weighing.has}
        opened={openIn(weights?.tensor.id)}
      />
      {moving && <ScoreGhosts key={attention.t} attention={attention} ramp={ramps.score} />}
      <Frame place={props.framed} of={scene.source.length} />
    </div>
  );
}

type SharesProps = Pick<
  AttentionGridProps,
  'scene' | 'words' | 'model' | 'ramps' | 'unfolded' | 'onUnfold' | 'onHighlight'
>;

/** The weighted states. */
const Shares = memo(function Shares(props: SharesProps) {
  const { scene, words, model, ramps, unfolded, onUnfold, onHighlight } = props;
  const { attention, keys, context } = model;
  const shares = useMemo(() => (keys === null ? [] : sharesOfContext(attention, keys)), [attention, keys]);
  if (keys === null || attention.context === null || attention.weights === null) return null;
  const contextKey = vectorKey(scene.trace, attention.context.tensor, -1);
  return (
    <ShareRow
      {...{ scene, words, onUnfold, onHighlight, attention, shares, contextKey }}
      has={context.has}
      ramp={ramps.vector}
      contextUnfolded={unfolded.has(contextKey)}
    />
  );
});

/** The dashed frame around the column that is looked at. */
function Frame({ place, of }: { readonly place: number; readonly of: number }) {
  if (place < 0) return null;
  return (
    <div className="sheet-frame" aria-hidden="true">
      <div style={{ left: `${(place / of) * 100}%`, width: `${100 / of}%` }} />
    </div>
  );
}
