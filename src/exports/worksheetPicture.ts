/** @file A picture of the worksheet where the cursor stands: pure SVG, from the same model as the page's own. */

import type { Trace } from '../engine/trace.ts';
import type { Cursor } from '../geometry/cursor.ts';
import { symbolOf } from '../geometry/symbol.ts';
import { cellsIn } from '../geometry/tensorIndex.ts';
import { readRows } from '../geometry/worksheetModel.ts';
import { attentionDrawing } from './picture/attentionDrawing.ts';
import { framed, type Picture, type PictureOptions } from './picture/frame.ts';
import { legendAt } from './picture/legend.ts';
import {
  ASIDE,
  LABEL,
  rowLabel,
  sheetOf,
  sourceWords,
  STRIP,
  strips,
  type Sheet,
  type WorksheetWords,
} from './picture/sheet.ts';

/** The worksheet while the sentence is read. */
function readingDrawing(trace: Trace, cursor: Cursor, sheet: Sheet): { svg: string; height: number } {
  const rows = readRows(trace, cursor);
  const svg = rows.map(({ name, tensor, progress }, k) => {
    const y = 32 + k * (STRIP + 20);
    return (
      rowLabel(sheet, y + 17, symbolOf(name), name) +
      strips(sheet, y, (j) => (progress.has(j) ? cellsIn(trace, tensor, j) : null))
    );
  });
  return { svg: sourceWords(sheet, 18) + svg.join(''), height: 32 + rows.length * (STRIP + 20) };
}

/** The picture of the worksheet of a translation, for a cursor on any of its steps. */
export function worksheetPicture(
  trace: Trace,
  cursor: Cursor,
  words: WorksheetWords,
  options: PictureOptions,
): Picture {
  const sheet = sheetOf(trace, words, options.theme);
  const drawing =
    cursor.t === 0 ? readingDrawing(trace, cursor, sheet) : attentionDrawing(trace, cursor, sheet);
  const bottom = drawing.height + 12;
  const score = legendAt(LABEL, bottom, words.legends.score, sheet.ramps.score, sheet.colours);
  const vector = legendAt(
    LABEL + (cursor.t === 0 ? 0 : score.width + 28),
    bottom,
    words.legends.vector,
    sheet.ramps.vector,
    sheet.colours,
  );
  const legends = cursor.t === 0 ? vector.svg : score.svg + vector.svg;
  const width = Math.max(LABEL + sheet.width + ASIDE, LABEL + score.width + 28 + vector.width);
  return framed(drawing.svg + legends, width, bottom + 12, options);
}
