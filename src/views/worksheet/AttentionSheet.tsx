/** @file The worksheet of one target word: words, arrows, states, scores, weights, weighted states, context. */

import { memo, useMemo } from 'react';
import type { Ramp } from '../../geometry/colour.ts';
import { fixed } from '../../geometry/numbers.ts';
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
import { TargetWords, usePick } from './WordRows.tsx';

const KINDS = ['score', 'vector'] as const;
const WITHOUT_SCORES = ['vector'] as const;

/** The colours that are explained under the sheet. */
function kindsOf({ attention }: WorksheetModel): readonly ('score' | 'vector')[] {
  return attention.weights === null ? WITHOUT_SCORES : KINDS;
}

/** One step of attention, from what asks to what is read. */
export function AttentionSheet(props: WorksheetProps) {
  const { scene, cursor, theme, words, highlight, unfolded, onUnfold, onHighlight, still } = props;
  const { trace } = scene;
  const model = useMemo(() => worksheetModel(trace, cursor, scene.target), [trace, cursor, scene.target]);
  const onPick = usePick(scene, cursor.at, props.onSeek);
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
        windowed={attention.window !== null}
        moving={still || cursor.cell > 0 ? '' : cursor.at}
      >
        {attention.query !== null && attention.weights !== null && (
          <QueryAside {...{ trace, words, unfolded, onUnfold }} query={attention.query} ramp={ramps.vector} />
        )}
        <div className="sheet-row sheet-top">
          <div className="sheet-label" />
          <TargetWords {...{ scene, words, onHighlight }} t={cursor.t} lit={litT} onPick={onPick} />
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
      <UnderSheet
        {...{ scene, cursor, theme, words, unfolded, onUnfold, model }}
        opened={props.opened}
        onOpen={props.onOpen}
        onForce={props.onForce}
        ramp={ramps.vector}
      />
      <SheetFooter {...{ scene, words, theme, highlight, cursor }} kinds={kindsOf(model)} />
    </>
  );
}

interface UnderSheetProps extends Pick<
  WorksheetProps,
  'scene' | 'cursor' | 'theme' | 'words' | 'opened' | 'onOpen' | 'onForce' | 'unfolded' | 'onUnfold'
> {
  readonly model: WorksheetModel;
  readonly ramp: Ramp;
}

/** What the reader has unfolded, and what the decoder makes of the context. */
const UnderSheet = memo(function UnderSheet(props: UnderSheetProps) {
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
      {notesOf(props).map((note) => (
        <p key={note} className="sheet-note">
          {note}
        </p>
      ))}
      <Unfolded {...{ scene, words, vectors, unfolded, opened, onOpen, onUnfold }} />
      {cursor.at === 'state' && (
        <GatePanel {...{ scene, cursor, theme, words, opened, onOpen, unfolded, onUnfold }} />
      )}
      {cursor.at === 'word' && (
        <OutputDistribution {...{ scene, words, t, opened, onOpen }} onForce={props.onForce} />
      )}
    </>
  );
});

/** What the picture does not say by itself: that nothing is attended, that a window held nothing, what its weights fall short of 1. */
function notesOf({ scene, words, model }: UnderSheetProps): readonly string[] {
  const { formatter, views } = words;
  const { attention, weighing, position } = model;
  const { worksheet } = views;
  const { weights, window, total } = attention;
  if (weights === null) return [formatter.text(worksheet.noneNote, { count: scene.source.length })];
  const fell = window !== null && window.fellBack && position.state !== 'future';
  const short = window !== null && window.gaussian !== null && weighing.whole;
  const sum = fixed(total, 3);
  return [
    ...(model.isEnd ? [formatter.text(worksheet.endNote)] : []),
    ...(fell ? [formatter.text(worksheet.fallbackNote, { reach: window.reach })] : []),
    ...(short ? [formatter.text(worksheet.shortNote, { sum, short: fixed(1 - Number(sum), 3) })] : []),
  ];
}

/** The place (from 0) that is computed alone; else that of the largest weight once all weights are there; else −1. */
function lookedAt(model: WorksheetModel): number {
  const current = model.columns.findIndex((column) => column.current);
  if (current >= 0) return current;
  return model.weighing.whole && !model.isEnd ? model.attention.most : -1;
}

function arrowLabel({ scene, words }: WorksheetProps, model: WorksheetModel): string {
  const { formatter, views } = words;
  if (model.attention.weights === null) return formatter.text(views.worksheet.arrowsNone);
  if (model.isEnd) return formatter.text(views.worksheet.arrowsEnd);
  return formatter.text(views.worksheet.arrows, {
    weighted: model.arrows.length > 0 && model.weighing.whole ? 'yes' : 'no',
    word: scene.target[model.t] ?? '',
    most: scene.source[model.attention.most] ?? '',
    weight: model.attention.weightTexts[model.attention.most] ?? '',
  });
}
