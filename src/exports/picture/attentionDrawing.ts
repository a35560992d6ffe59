/** @file The rows of a pictured worksheet of one target word: words, arrows, scores, weights, weighted states, context. */

import type { Trace } from '../../engine/trace.ts';
import { BOX, type Arrow } from '../../geometry/arrows.ts';
import type { Cells } from '../../geometry/attention.ts';
import type { Cursor } from '../../geometry/cursor.ts';
import { symbolOf, type SymbolText } from '../../geometry/symbol.ts';
import { cellsIn } from '../../geometry/tensorIndex.ts';
import { wordPlaces } from '../../geometry/wordPlaces.ts';
import {
  earlierArrows,
  sharesOfContext,
  worksheetModel,
  type WorksheetModel,
} from '../../geometry/worksheetModel.ts';
import { boxOf, LABEL, rowLabel, sourceWords, strips, type Sheet } from './sheet.ts';
import { notYetIn, stripIn } from './strip.ts';
import { element, rect, rounded } from './svg.ts';
import { symbolAt, textAt, widthOf } from './text.ts';

/** An arrow's path, made for a box of width `BOX`, at the sheet's width and place. */
function placed(path: string, width: number, y: number): string {
  return path.replaceAll(
    /(-?[\d.]+),(-?[\d.]+)/g,
    (_, px: string, py: string) =>
      `${rounded(LABEL + (Number(px) * width) / BOX)},${rounded(Number(py) + y)}`,
  );
}

function arrowPaths(arrows: readonly Arrow[], sheet: Sheet, y: number, stroke: string): string {
  return arrows
    .map(({ path, width }) =>
      element('path', {
        d: placed(path, sheet.width, y),
        fill: 'none',
        stroke,
        'stroke-width': width,
        'stroke-opacity': 0.85,
      }),
    )
    .join('');
}

function targetWords({ words, colours, width }: Sheet, t: number): string {
  const { middles } = wordPlaces(words.target);
  return words.target
    .map((word, k) => {
      const x = LABEL + (middles[k] ?? 0.5) * width;
      const half = widthOf(word, 15) / 2 + 9;
      const frame = [x - half, 1, 2 * half, 27] as const;
      const [isNow, isLater] = [k === t, k > t];
      return (
        (isNow ? rect(frame, { rx: 9, fill: 'none', stroke: colours.query, 'stroke-width': 2 }) : '') +
        (isLater ? notYetIn(frame, colours.field) : '') +
        textAt(x, 19.5, word, {
          size: 15,
          weight: isNow ? 650 : 400,
          fill: isNow ? colours.query : colours.ink,
          anchor: 'middle',
          lang: words.targetLanguage,
        })
      );
    })
    .join('');
}

function scoreRow(sheet: Sheet, model: WorksheetModel, y: number): string {
  const { colours, ramps } = sheet;
  const cells = model.columns.map(({ j, score, scoreText, hasScore }) => {
    const box = boxOf(sheet, j, y, 34);
    if (!hasScore) return notYetIn(box, colours.field);
    const size = Math.min(13, (box[2] - 4) / (Array.from(scoreText).length * 0.6));
    const number = { size, family: 'number', fill: ramps.score.ink(score), anchor: 'middle' } as const;
    return (
      rect(box, { rx: 6, fill: ramps.score.css(score) }) +
      textAt(box[0] + box[2] / 2, y + 21.5, scoreText, number)
    );
  });
  return rowLabel(sheet, y + 15, symbolOf('e'), 'e') + cells.join('');
}

function weightRow(sheet: Sheet, model: WorksheetModel, y: number): string {
  const { colours } = sheet;
  const room = 62;
  const cells = model.columns.map(({ j, weight, weightText, hasWeight }) => {
    const [x, , width] = boxOf(sheet, j, y, 84);
    if (!hasWeight) return notYetIn([x, y, width, 84], colours.field);
    const isMost = j === model.attention.most && model.softmax.whole;
    return (
      rect([x, y + room * (1 - weight), width, room * weight], {
        fill: colours.weight,
        rx: weight > 0.1 ? 3 : 0,
      }) +
      rect([x - 4, y + room, width + 8, 1], { fill: colours.field }) +
      textAt(x + width / 2, y + 78, weightText, {
        size: 13,
        family: 'number',
        fill: isMost ? colours.weight : colours.ink,
        anchor: 'middle',
        ...(isMost ? { weight: 700 } : {}),
      })
    );
  });
  return rowLabel(sheet, y + 28, symbolOf('alpha'), 'alpha') + cells.join('');
}

/** The state that asks, upright at the right of the scores, with a line to them. */
function query(sheet: Sheet, cells: Cells | null, y: number): string {
  if (cells === null) return '';
  const { colours, ramps, width, words } = sheet;
  const x = LABEL + width + 52;
  return [
    symbolAt(
      x + 12,
      y - 64,
      symbolOf('s_before'),
      { size: 14, weight: 600, fill: colours.query, anchor: 'middle' },
      colours,
    ),
    stripIn([x, y - 54, 24, 82], cells.values, ramps.vector, { stroke: colours.query, upright: true }),
    textAt(x + 12, y + 44, words.rows['s'] ?? '', { size: 12, fill: colours.muted, anchor: 'middle' }),
    rect([LABEL + width + 4, y + 16, 44, 1.5], { fill: colours.query }),
  ].join('');
}

/** The context, and the new state once it is there. */
function tail(sheet: Sheet, model: WorksheetModel, middle: number, y: number): string {
  const { colours, ramps, words, width } = sheet;
  const box = [Math.max(LABEL + 30, LABEL + middle * width - 48), y, 96, 34] as const;
  const { contextSoFar, attention, state } = model;
  const beside = box[0] + box[2] + 10;
  const next = state.state === 'future' || attention.next === null ? null : attention.next;
  const under = y + 50;
  return [
    symbolAt(
      box[0] - 10,
      y + 22,
      symbolOf('c'),
      { size: 15, weight: 600, fill: colours.context, anchor: 'end' },
      colours,
    ),
    contextSoFar === null
      ? notYetIn(box, colours.field)
      : stripIn(box, contextSoFar, ramps.vector, { stroke: colours.context, strokeWidth: 2 }),
    textAt(beside, y + 21, words.contextCaption, { size: 12, fill: colours.muted }),
    ...(next === null
      ? []
      : [
          symbolAt(
            box[0] - 10,
            under + 22,
            symbolOf('s'),
            { size: 15, weight: 600, fill: colours.query, anchor: 'end' },
            colours,
          ),
          stripIn([box[0], under, box[2], 34], next.values, ramps.vector, {
            stroke: colours.query,
            strokeWidth: 2,
          }),
          textAt(beside, under + 21, words.newState, { size: 12, fill: colours.muted }),
        ]),
  ].join('');
}

const share: SymbolText = {
  ...symbolOf('alpha'),
  atoms: [...symbolOf('alpha').atoms, ...symbolOf('h').atoms],
};

/** The worksheet of a target word. */
export function attentionDrawing(
  trace: Trace,
  cursor: Cursor,
  sheet: Sheet,
): { svg: string; height: number } {
  const { words, colours } = sheet;
  const model = worksheetModel(trace, cursor, words.target);
  const { attention, keys } = model;
  const shares = keys === null ? [] : sharesOfContext(attention, keys);
  const before = Array.from({ length: Math.min(model.t, words.target.length) }, (_, t) =>
    earlierArrows(trace, t, words.target),
  );
  const inMiddle = model.contextArrows.length > 0;
  const y = {
    arrows: 30,
    words: 106,
    keys: 116,
    score: 165,
    weights: 211,
    shares: 307,
    into: 345,
    context: 387,
  };
  const hasState = model.state.state !== 'future' && attention.next !== null;
  return {
    svg: [
      targetWords(sheet, model.t),
      arrowPaths(before.flat(), sheet, y.arrows, colours.earlier),
      arrowPaths(model.arrows, sheet, y.arrows, colours.weight),
      sourceWords(sheet, y.words),
      ...(keys === null
        ? []
        : [
            rowLabel(sheet, y.keys + 17, symbolOf('h'), 'h'),
            strips(sheet, y.keys, (j) => cellsIn(trace, keys.tensor, j)),
          ]),
      scoreRow(sheet, model, y.score),
      weightRow(sheet, model, y.weights),
      query(sheet, attention.query, y.score),
      rowLabel(sheet, y.shares + 17, share, 'share'),
      strips(sheet, y.shares, (j) => (model.columns[j]?.hasShare === true ? (shares[j] ?? null) : null)),
      arrowPaths(inMiddle ? model.contextArrows : model.contextArrowsBelow, sheet, y.into, colours.context),
      tail(
        sheet,
        model,
        inMiddle || model.contextArrowsBelow.length === 0 ? 0.5 : model.contextAt,
        y.context,
      ),
      model.isEnd ? textAt(0, y.context + 104, words.endNote, { size: 12, fill: colours.muted }) : '',
    ].join(''),
    height: y.context + 34 + (hasState ? 50 : 0) + (model.isEnd ? 30 : 0),
  };
}
