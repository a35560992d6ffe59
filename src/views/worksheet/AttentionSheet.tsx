/** @file The worksheet of one target word: words, arrows, states, scores, weights, weighted states, context. */

import { useMemo } from 'react';
import { symbolOf } from '../../geometry/symbol.ts';
import { sharesOfContext, worksheetModel } from '../../geometry/worksheetModel.ts';
import { GatePanel } from '../GatePanel.tsx';
import { OutputDistribution } from '../OutputDistribution.tsx';
import { rampsOf } from '../ramps.ts';
import { Sym } from '../Sym.tsx';
import type { WorksheetProps } from '../Worksheet.tsx';
import { AlignmentArrows, ContextArrows } from './Arrows.tsx';
import { ScoreRow, SoftmaxRow } from './NumberRows.tsx';
import { SheetFooter } from './SheetFooter.tsx';
import { SheetGrid } from './SheetGrid.tsx';
import { SheetScroll } from './SheetScroll.tsx';
import { ShareRow, StripRow } from './StripRows.tsx';
import { Tail, vectorLabel } from './Tail.tsx';
import { rowsOf, Unfolded, type ShownVector } from './Unfolded.tsx';
import { vectorKey } from './unfolding.ts';
import { VectorButton } from './VectorButton.tsx';
import { SourceWords, TargetWords } from './WordRows.tsx';

/** One step of attention, from what asks to what is read. */
export function AttentionSheet(props: WorksheetProps) {
  const { scene, cursor, theme, words, highlight, opened, unfolded, onUnfold, onOpen, onHighlight, still } =
    props;
  const { formatter, views } = words;
  const { trace } = scene;
  const model = useMemo(() => worksheetModel(trace, cursor), [trace, cursor]);
  const ramps = rampsOf(trace, theme);
  const { attention, keys, t } = model;
  const target = scene.target[t] ?? formatter.text(views.end);
  const lit = { t: highlight?.t ?? 0, j: highlight?.j ?? 0 };
  const litJ = lit.t === 0 || lit.t === t + 1 ? lit.j - 1 : -1;
  const current = model.columns.findIndex((column) => column.current);
  const shares = useMemo(() => (keys === null ? [] : sharesOfContext(attention, keys)), [attention, keys]);
  const vectors = useMemo((): readonly ShownVector[] => {
    const whole = [attention.query, attention.context, attention.next];
    return [
      ...(keys === null ? [] : rowsOf(keys.tensor, ramps.vector)),
      ...whole.flatMap((one) => (one === null ? [] : [{ tensor: one.tensor, row: -1, ramp: ramps.vector }])),
    ];
  }, [attention, keys, ramps]);
  const openIn = (tensor: number | undefined): number =>
    opened !== null && opened.tensor === tensor ? opened.cell : -1;
  const moving = (stage: string): boolean => !still && cursor.at === stage && cursor.cell === 0;
  const numbers = { scene, words, columns: model.columns, t, target, ramp: ramps.score, onOpen, onHighlight };
  const query = attention.query;
  return (
    <>
      <SheetScroll
        scene={scene}
        words={words}
        attended={current >= 0 ? current : softmaxPlace(model)}
        step={`${cursor.t} ${cursor.at} ${cursor.cell}`}
      >
        {query !== null && (
          <div className="sheet-aside">
            <div className="sheet-asks" />
            <div className="sheet-query">
              <span className="sheet-query-symbol">
                <Sym symbol={askingState} />
              </span>
              <VectorButton
                values={query.values}
                ramp={ramps.vector}
                label={vectorLabel(trace, words, query)}
                unfoldKey={vectorKey(trace, query.tensor, -1)}
                unfolded={unfolded.has(vectorKey(trace, query.tensor, -1))}
                onUnfold={onUnfold}
                upright
                className="is-query"
              />
              <span className="sheet-name">{formatter.text(views.worksheet.rows.s)}</span>
            </div>
          </div>
        )}
        <div className="sheet-row sheet-top">
          <div className="sheet-label" />
          <TargetWords
            {...{ scene, words, onHighlight }}
            t={cursor.t}
            at={cursor.at}
            lit={lit.t}
            onSeek={props.onSeek}
          />
        </div>
        <div className="sheet-row">
          <div className="sheet-label" />
          <AlignmentArrows
            trace={trace}
            t={t}
            arrows={model.arrows}
            litJ={litJ}
            litT={lit.t - 1}
            label={arrowLabel(props, model)}
          />
        </div>
        <SheetGrid words={words}>
          <SourceWords scene={scene} words={words} lit={lit.j} onHighlight={onHighlight} />
          {keys !== null && (
            <StripRow
              {...{ scene, words, unfolded, onUnfold }}
              cells={keys}
              name={formatter.text(views.worksheet.rows.h)}
              ramp={ramps.vector}
              progress={ALL}
            />
          )}
          <div className="sheet-core">
            <ScoreRow
              {...numbers}
              tensor={attention.scores?.tensor.id ?? -1}
              opened={openIn(attention.scores?.tensor.id)}
              moving={moving('score')}
            />
            <SoftmaxRow
              {...numbers}
              tensor={attention.weights?.tensor.id ?? -1}
              opened={openIn(attention.weights?.tensor.id)}
              moving={moving('softmax')}
            />
            <Frame
              place={current >= 0 ? current : litJ >= 0 ? litJ : softmaxPlace(model)}
              of={scene.source.length}
            />
          </div>
          {keys !== null && (
            <ShareRow
              {...{ scene, words, onUnfold, shares }}
              columns={model.columns}
              ramp={ramps.vector}
              contextKey={attention.context === null ? '' : vectorKey(trace, attention.context.tensor, -1)}
              contextUnfolded={
                attention.context !== null && unfolded.has(vectorKey(trace, attention.context.tensor, -1))
              }
              moving={moving('context')}
            />
          )}
        </SheetGrid>
        <div className="sheet-row">
          <div className="sheet-label" />
          <ContextArrows middle={model.contextArrows} below={model.contextArrowsBelow} />
        </div>
        <Tail {...{ scene, words, model, target, unfolded, onUnfold }} ramp={ramps.vector} moving={!still} />
      </SheetScroll>
      {model.isEnd && <p className="sheet-note">{formatter.text(views.worksheet.endNote)}</p>}
      <Unfolded {...{ scene, words, vectors, unfolded, opened, onOpen, onUnfold }} />
      {cursor.at === 'state' && (
        <GatePanel {...{ scene, cursor, theme, words, opened, onOpen, unfolded, onUnfold }} />
      )}
      {cursor.at === 'word' && (
        <OutputDistribution {...{ scene, words, t, opened, onOpen }} onForce={props.onForce} />
      )}
      <SheetFooter {...{ scene, words, theme, highlight, cursor }} kinds={KINDS} />
    </>
  );
}

const ALL = { state: 'past', has: () => true, current: -1, whole: true } as const;
const KINDS = ['score', 'vector'] as const;
const askingState = symbolOf('s_before');

type Model = ReturnType<typeof worksheetModel>;

/** The place (from 0) of the largest weight once all weights are there, else −1. */
function softmaxPlace(model: Model): number {
  return model.softmax.whole && !model.isEnd ? model.attention.most : -1;
}

/** The dashed frame around the column that is looked at. */
function Frame({ place, of }: { readonly place: number; readonly of: number }) {
  if (place < 0) return null;
  return (
    <div className="sheet-frame" aria-hidden="true">
      <div style={{ left: `${(place / of) * 100}%`, width: `${100 / of}%` }} />
    </div>
  );
}

function arrowLabel({ scene, words }: WorksheetProps, model: Model): string {
  const { formatter, views } = words;
  if (model.isEnd) return formatter.text(views.worksheet.arrowsEnd);
  return formatter.text(views.worksheet.arrows, {
    weighted: model.arrows.length > 0 && model.softmax.whole ? 'yes' : 'no',
    word: scene.target[model.t] ?? '',
    most: scene.source[model.attention.most] ?? '',
    weight: model.attention.weightTexts[model.attention.most] ?? '',
  });
}
