/** @file The worksheet of one target word: words, arrows, states, scores, weights, weighted states, context. */

import { useMemo } from 'react';
import type { Ramp } from '../../geometry/colour.ts';
import { worksheetModel, type WorksheetModel } from '../../geometry/worksheetModel.ts';
import { GatePanel } from '../GatePanel.tsx';
import { OutputDistribution } from '../OutputDistribution.tsx';
import { rampsOf } from '../ramps.ts';
import type { WorksheetProps } from '../Worksheet.tsx';
import { AlignmentArrows, ContextArrows } from './Arrows.tsx';
import { AttentionGrid } from './AttentionGrid.tsx';
import { QueryAside } from './QueryAside.tsx';
import { SheetFooter } from './SheetFooter.tsx';
import { SheetScroll } from './SheetScroll.tsx';
import { Tail } from './Tail.tsx';
import { rowsOf, Unfolded, type ShownVector } from './Unfolded.tsx';
import { TargetWords } from './WordRows.tsx';

const KINDS = ['score', 'vector'] as const;

/** One step of attention, from what asks to what is read. */
export function AttentionSheet(props: WorksheetProps) {
  const { scene, cursor, theme, words, highlight, unfolded, onUnfold, onHighlight, still } = props;
  const { trace } = scene;
  const model = useMemo(() => worksheetModel(trace, cursor, scene.target), [trace, cursor, scene.target]);
  const ramps = rampsOf(trace, theme);
  const { attention, t } = model;
  const target = scene.target[t] ?? words.formatter.text(words.views.end);
  const litT = highlight?.t ?? 0;
  const litJ = litT === 0 || litT === t + 1 ? (highlight?.j ?? 0) - 1 : -1;
  const looked = lookedAt(model);
  return (
    <>
      <SheetScroll
        scene={scene}
        words={words}
        attended={looked}
        step={`${cursor.t} ${cursor.at} ${cursor.cell}`}
        moving={still || cursor.cell > 0 ? '' : cursor.at}
      >
        {attention.query !== null && (
          <QueryAside {...{ trace, words, unfolded, onUnfold }} query={attention.query} ramp={ramps.vector} />
        )}
        <div className="sheet-row sheet-top">
          <div className="sheet-label" />
          <TargetWords
            {...{ scene, words, onHighlight }}
            t={cursor.t}
            at={cursor.at}
            lit={litT}
            onSeek={props.onSeek}
          />
        </div>
        <div className="sheet-row sheet-arrows">
          <div className="sheet-label" />
          <AlignmentArrows
            {...{ trace, t, litJ, onHighlight }}
            words={scene.target}
            arrows={model.arrows}
            litT={litT - 1}
            label={arrowLabel(props, model)}
          />
        </div>
        <AttentionGrid
          {...props}
          {...{ model, ramps, target }}
          framed={model.columns.some((column) => column.current) || litJ < 0 ? looked : litJ}
        />
        <div className="sheet-row sheet-arrows is-into-context">
          <div className="sheet-label" />
          <ContextArrows middle={model.contextArrows} below={model.contextArrowsBelow} />
        </div>
        <Tail {...{ scene, words, model, target, unfolded, onUnfold }} ramp={ramps.vector} />
      </SheetScroll>
      <UnderSheet {...props} model={model} ramp={ramps.vector} />
      <SheetFooter {...{ scene, words, theme, highlight, cursor }} kinds={KINDS} />
    </>
  );
}

interface UnderSheetProps extends WorksheetProps {
  readonly model: WorksheetModel;
  readonly ramp: Ramp;
}

/** What the reader has unfolded, and what the decoder makes of the context. */
function UnderSheet(props: UnderSheetProps) {
  const { scene, cursor, theme, words, opened, onOpen, unfolded, onUnfold, model, ramp } = props;
  const { attention, keys, t } = model;
  const vectors = useMemo((): readonly ShownVector[] => {
    const whole = [attention.query, attention.context, attention.next];
    return [
      ...(keys === null ? [] : rowsOf(keys.tensor, ramp)),
      ...whole.flatMap((one) => (one === null ? [] : [{ tensor: one.tensor, row: -1, ramp }])),
    ];
  }, [attention, keys, ramp]);
  return (
    <>
      {model.isEnd && <p className="sheet-note">{words.formatter.text(words.views.worksheet.endNote)}</p>}
      <Unfolded {...{ scene, words, vectors, unfolded, opened, onOpen, onUnfold }} />
      {cursor.at === 'state' && (
        <GatePanel {...{ scene, cursor, theme, words, opened, onOpen, unfolded, onUnfold }} />
      )}
      {cursor.at === 'word' && (
        <OutputDistribution {...{ scene, words, t, opened, onOpen }} onForce={props.onForce} />
      )}
    </>
  );
}

/** The place (from 0) that is computed alone; else that of the largest weight once all weights are there; else −1. */
function lookedAt(model: WorksheetModel): number {
  const current = model.columns.findIndex((column) => column.current);
  if (current >= 0) return current;
  return model.softmax.whole && !model.isEnd ? model.attention.most : -1;
}

function arrowLabel({ scene, words }: WorksheetProps, model: WorksheetModel): string {
  const { formatter, views } = words;
  if (model.isEnd) return formatter.text(views.worksheet.arrowsEnd);
  return formatter.text(views.worksheet.arrows, {
    weighted: model.arrows.length > 0 && model.softmax.whole ? 'yes' : 'no',
    word: scene.target[model.t] ?? '',
    most: scene.source[model.attention.most] ?? '',
    weight: model.attention.weightTexts[model.attention.most] ?? '',
  });
}
