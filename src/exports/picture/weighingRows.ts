/** @file The rows of a pictured worksheet between states and context: window, scores, softmax, Gaussian, weights; those that there are. */

import { fixed, significant } from '../../geometry/numbers.ts';
import { symbolOf, type SymbolText } from '../../geometry/symbol.ts';
import type { WorksheetModel } from '../../geometry/worksheetModel.ts';
import { boxOf, rowLabel, type Sheet } from './sheet.ts';
import { notYetIn } from './strip.ts';
import { rect } from './svg.ts';
import { textAt } from './text.ts';

/** Numbers of 13 pixels, or less where they would not fit. */
function fitting(text: string, width: number): number {
  return Math.min(13, (width - 4) / (Array.from(text).length * 0.6));
}

function scoreRow(sheet: Sheet, model: WorksheetModel, y: number): string {
  const { colours, ramps } = sheet;
  const cells = model.columns.map(({ j, score, scoreText, hasScore }) => {
    const box = boxOf(sheet, j, y, 34);
    if (!hasScore) return notYetIn(box, colours.field);
    const [x, , width] = box;
    return (
      rect(box, { rx: 6, fill: ramps.score.css(score) }) +
      textAt(x + width / 2, y + 21.5, scoreText, {
        size: fitting(scoreText, width),
        family: 'number',
        fill: ramps.score.ink(score),
        anchor: 'middle',
      })
    );
  });
  return rowLabel(sheet, y + 15, symbolOf('e'), 'e') + cells.join('');
}

/** Numbers between 0 and 1 as bars. */
interface Bars {
  readonly symbol: SymbolText;
  readonly row: string;
  readonly values: ArrayLike<number>;
  readonly texts: readonly string[];
  readonly has: (j: number) => boolean;
  readonly fill: string;
  /** The place of the number that is emphasised, or −1. */
  readonly most: number;
}

/** The height of a row of bars with its numbers, and of the bars alone. */
const BARS = 84;
const ROOM = 62;

function barRow(sheet: Sheet, { symbol, row, values, texts, has, fill, most }: Bars, y: number): string {
  const { colours, words } = sheet;
  const cells = words.source.map((_, j) => {
    const [x, , width] = boxOf(sheet, j, y, BARS);
    if (!has(j)) return notYetIn([x, y, width, BARS], colours.field);
    const [value, text] = [values[j] ?? 0, texts[j] ?? ''];
    return (
      rect([x, y + ROOM * (1 - value), width, ROOM * value], { fill, rx: value > 0.1 ? 3 : 0 }) +
      rect([x - 4, y + ROOM, width + 8, 1], { fill: colours.field }) +
      textAt(x + width / 2, y + 78, text, {
        size: fitting(text, width + 6),
        family: 'number',
        fill: j === most ? colours.weight : colours.ink,
        anchor: 'middle',
        ...(j === most ? { weight: 700 } : {}),
      })
    );
  });
  return rowLabel(sheet, y + 28, symbol, row) + cells.join('');
}

/** Each place's distance from the centre of the window; those inside are framed. */
function windowRow(sheet: Sheet, model: WorksheetModel, y: number): string {
  const { colours, words } = sheet;
  const { window } = model.attention;
  if (window === null) return '';
  const cells = words.source.map((_, j) => {
    const box = boxOf(sheet, j, y, 30);
    if (!model.position.has(j)) return notYetIn(box, colours.field);
    const isInside = (window.inside.values[j] ?? 0) > 0;
    const text = significant(j + 1 - window.centre);
    return (
      (isInside ? rect(box, { rx: 6, fill: colours.soft, stroke: colours.weight }) : '') +
      textAt(box[0] + box[2] / 2, y + 19.5, text, {
        size: fitting(text, box[2]),
        family: 'number',
        fill: isInside ? colours.ink : colours.muted,
        anchor: 'middle',
      })
    );
  });
  return rowLabel(sheet, y + 13, symbolOf('p', {}, { stage: 'position' }), 'window') + cells.join('');
}

/** All rows of the weighing from `top` on, and where they end. */
export function weighingRows(
  sheet: Sheet,
  model: WorksheetModel,
  top: number,
): { readonly svg: string; readonly bottom: number } {
  const { attention, weighing, softmax } = model;
  const { window, aligned, weights } = attention;
  if (weights === null) return { svg: '', bottom: top };
  const { colours } = sheet;
  const drawn: string[] = [];
  let y = top;
  const add = (svg: string, height: number): void => {
    drawn.push(svg);
    y += height;
  };
  if (window !== null) add(windowRow(sheet, model, y), 42);
  add(scoreRow(sheet, model, y), 46);
  const bars = (one: Bars): void => add(barRow(sheet, one, y), BARS + 12);
  if (aligned !== null)
    bars({
      symbol: symbolOf('align'),
      row: 'align',
      values: aligned.values,
      texts: attention.alignedTexts,
      has: softmax.has,
      fill: colours.field,
      most: -1,
    });
  if (window?.gaussian !== undefined && window.gaussian !== null)
    bars({
      symbol: symbolOf('gauss'),
      row: 'gauss',
      values: window.gaussian.values,
      texts: Array.from(window.gaussian.values, (value) => fixed(value, 3)),
      has: weighing.has,
      fill: colours.field,
      most: -1,
    });
  bars({
    symbol: symbolOf('alpha'),
    row: aligned === null ? 'alpha' : 'product',
    values: weights.values,
    texts: attention.weightTexts,
    has: weighing.has,
    fill: colours.weight,
    most: weighing.whole ? attention.most : -1,
  });
  return { svg: drawn.join(''), bottom: y };
}
