/** @file The foot of the worksheet: the context, the new state and the word, each dashed until it is computed. */

import { memo, type CSSProperties } from 'react';
import type { Trace } from '../../engine/trace.ts';
import type { Cells } from '../../geometry/attention.ts';
import { vectorName } from '../../geometry/cellName.ts';
import type { Ramp } from '../../geometry/colour.ts';
import { symbolOf } from '../../geometry/symbol.ts';
import type { WorksheetModel } from '../../geometry/worksheetModel.ts';
import type { SceneData, Words } from '../scene.ts';
import { Sym } from '../Sym.tsx';
import { vectorKey } from './unfolding.ts';
import { VectorButton } from './VectorButton.tsx';

export interface TailProps {
  readonly scene: SceneData;
  readonly words: Words;
  readonly model: WorksheetModel;
  /** The word that this step writes. */
  readonly target: string;
  readonly ramp: Ramp;
  readonly unfolded: ReadonlySet<string>;
  readonly onUnfold: (key: string) => void;
}

const c = symbolOf('c');

/** What the columns come together in, and what the decoder makes of it. */
export const Tail = memo(function Tail(props: TailProps) {
  const { scene, words, model, target } = props;
  const { formatter, views } = words;
  const { attention, contextSoFar, context, state, word } = model;
  const contextAt: CSSProperties & Record<`--${string}`, number> = { '--context-at': model.contextAt };
  const added = model.columns.filter((column) => column.hasShare).length;
  return (
    <div className="sheet-row sheet-tail">
      <div className="sheet-label" />
      <div className="tail-cells" style={contextAt}>
        <div className="tail-symbol">
          <Sym symbol={c} />
        </div>
        <div className="tail-context">
          <TailVector {...props} cells={attention.context} values={contextSoFar} className="is-context" />
        </div>
        <div className="tail-right">
          <p className="tail-caption">
            {context.state !== 'now' || context.whole
              ? formatter.text(views.worksheet.contextCaption)
              : formatter.text(views.worksheet.contextPart, { count: added })}
          </p>
          {attention.next !== null && (
            <div className="tail-step">
              <span className="tail-name">
                <Sym symbol={vectorName(scene.trace, attention.next.tensor)} />{' '}
                <span className="tail-long">{formatter.text(views.worksheet.newState)}</span>
              </span>
              <TailVector
                {...props}
                cells={attention.next}
                values={state.state === 'future' ? null : attention.next.values}
                className="is-state"
              />
            </div>
          )}
          <div className="tail-step">
            <span className="tail-name">{formatter.text(views.worksheet.written)}</span>
            {word.state === 'future' ? (
              <span className="not-yet tail-word">
                <span className="visually-hidden">{formatter.text(views.worksheet.notYet)}</span>
              </span>
            ) : (
              <span
                className="tail-word is-written"
                lang={model.isEnd ? formatter.language : scene.targetLanguage}
              >
                {target}
              </span>
            )}
          </div>
        </div>
      </div>
    </div>
  );
});

interface TailVectorProps extends TailProps {
  readonly cells: Cells | null;
  readonly values: Float64Array | null;
  readonly className: string;
}

function TailVector({ scene, words, ramp, unfolded, onUnfold, cells, values, className }: TailVectorProps) {
  const { formatter, views } = words;
  if (cells === null || values === null) {
    return (
      <div className={`not-yet tail-strip ${className}`}>
        <span className="visually-hidden">{formatter.text(views.worksheet.notYet)}</span>
      </div>
    );
  }
  const key = vectorKey(scene.trace, cells.tensor, -1);
  return (
    <VectorButton
      values={values}
      ramp={ramp}
      label={vectorLabel(scene.trace, words, cells)}
      unfoldKey={key}
      unfolded={unfolded.has(key)}
      onUnfold={onUnfold}
      className={`tail-strip ${className}`}
    />
  );
}

/** `c₆, 64 numbers` */
export function vectorLabel(trace: Trace, { formatter, views }: Words, cells: Cells): string {
  return formatter.text(views.worksheet.vectorPlain, {
    name: vectorName(trace, cells.tensor).plain,
    count: cells.values.length,
  });
}
