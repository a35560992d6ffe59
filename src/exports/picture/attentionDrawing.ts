/** @file The rows of a pictured worksheet of one target word: words, arrows, scores, weights, weighted states, context. */

import type { Trace } from '../../engine/trace.ts';
import { BOX, type Arrow } from '../../geometry/arrows.ts';
import type { Cells } from '../../geometry/attention.ts';
import type { Cursor } from '../../geometry/cursor.ts';
import { symbolOf, type SymbolText } from '../../geometry/symbol.ts';
import { cellsIn } from '../../geometry/tensorIndex.ts';
import { wordPlaces } from '../../geometry/wordPlaces.ts';
import {
  ARROWS,
  earlierArrows,
  sharesOfContext,
  worksheetModel,
  type WorksheetModel,
} from '../../geometry/worksheetModel.ts';
import { LABEL, rowLabel, sourceWords, STRIP, strips, type Sheet } from './sheet.ts';
import { notYetIn, stripIn } from './strip.ts';
import { element, rect, rounded } from './svg.ts';
import { symbolAt, textAt, widthOf } from './text.ts';
import { weighingRows } from './weighingRows.ts';

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

/** Where the rows of a worksheet stand; those of the weighing in between are as high as they are. */
const AT = { arrows: 30, words: 106, keys: 116, weighing: 165 } as const;

/** The worksheet of a target word. */
export function attentionDrawing(
  trace: Trace,
  cursor: Cursor,
  sheet: Sheet,
): { svg: string; height: number } {
  const { words, colours } = sheet;
  const model = worksheetModel(trace, cursor, words.target);
  const { attention, keys } = model;
  const before = Array.from({ length: Math.min(model.t, words.target.length) }, (_, t) =>
    earlierArrows(trace, t, words.target),
  );
  const weighing = weighingRows(sheet, model, AT.weighing);
  const shared = shares(sheet, model, weighing.bottom);
  const inMiddle = model.contextArrows.length > 0 || model.contextArrowsBelow.length === 0;
  const context = shared.bottom + ARROWS.contextHeight;
  const hasState = model.state.state !== 'future' && attention.next !== null;
  const strip = (j: number): Float64Array | null => (keys === null ? null : cellsIn(trace, keys.tensor, j));
  return {
    svg: [
      targetWords(sheet, model.t),
      arrowPaths(before.flat(), sheet, AT.arrows, colours.earlier),
      arrowPaths(model.arrows, sheet, AT.arrows, colours.weight),
      sourceWords(sheet, AT.words),
      ...(keys === null
        ? []
        : [rowLabel(sheet, AT.keys + 17, symbolOf('h'), 'h'), strips(sheet, AT.keys, strip)]),
      weighing.svg,
      attention.weights === null ? '' : query(sheet, attention.query, AT.weighing),
      shared.svg,
      arrowPaths(
        inMiddle ? model.contextArrows : model.contextArrowsBelow,
        sheet,
        shared.bottom,
        colours.context,
      ),
      tail(sheet, model, inMiddle ? 0.5 : model.contextAt, context),
      model.isEnd && attention.weights !== null
        ? textAt(0, context + 104, words.endNote, { size: 12, fill: colours.muted })
        : '',
    ].join(''),
    height: context + 34 + (hasState ? 50 : 0) + (model.isEnd ? 30 : 0),
  };
}

/** The weighted states, where something is weighed; else the room that the arrows start in. */
function shares(sheet: Sheet, model: WorksheetModel, top: number): { svg: string; bottom: number } {
  const { attention, keys, columns } = model;
  if (keys === null || attention.weights === null) return { svg: '', bottom: top };
  const vectors = sharesOfContext(attention, keys);
  const own = (j: number): Float64Array | null =>
    columns[j]?.hasShare === true ? (vectors[j] ?? null) : null;
  return {
    svg: rowLabel(sheet, top + 17, share, 'share') + strips(sheet, top, own),
    bottom: top + STRIP,
  };
}
