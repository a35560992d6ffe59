/** @file A picture of the scores or the weights of all target words: pure SVG, in the colours of the page. */

import { extentsOf } from '../geometry/attention.ts';
import { centred, rampOf, type Ramp } from '../geometry/colour.ts';
import type { Cursor } from '../geometry/cursor.ts';
import { matrixModel, shownInRow, type MatrixRow } from '../geometry/matrixModel.ts';
import type { Trace } from '../engine/trace.ts';
import { framed, type Picture, type PictureOptions } from './picture/frame.ts';
import { legendAt } from './picture/legend.ts';
import { palette } from './picture/palette.ts';
import { rect } from './picture/svg.ts';
import { textAt, widthOf } from './picture/text.ts';

const CELL = { width: 50, height: 26, gap: 2 } as const;

/** Rows of numbers with their words, as any matrix has them. */
export interface PicturedMatrix {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly values: ArrayLike<number>;
    readonly texts: readonly string[];
    /** How many cells are computed, from the left. */
    readonly shown: number;
  }[];
  readonly ramp: Ramp;
  /** What the colours mean. */
  readonly legend: string;
  readonly columnLanguage?: string;
  readonly rowLanguage?: string;
}

/** The picture of any matrix. */
export function matrixPicture(matrix: PicturedMatrix, options: PictureOptions): Picture {
  const { columns, rows, ramp } = matrix;
  const colours = palette[options.theme];
  const label = Math.max(40, ...rows.map(({ name }) => widthOf(name, 13))) + 10;
  const widest = Math.max(...columns.map((word) => widthOf(word, 13)));
  const isSlanted = widest > CELL.width - 4;
  const head = isSlanted ? widest * 0.72 + 18 : 24;
  const left = (j: number): number => label + j * CELL.width;
  const top = (row: number): number => head + row * CELL.height;
  const words = columns.map((word, j) => {
    const [x, y] = [left(j) + CELL.width / 2, head - 8];
    return textAt(x, y, word, {
      size: 13,
      weight: 600,
      fill: colours.key,
      ...(matrix.columnLanguage === undefined ? {} : { lang: matrix.columnLanguage }),
      ...(isSlanted ? { transform: `rotate(-45 ${x} ${y})` } : { anchor: 'middle' as const }),
    });
  });
  const body = rows.flatMap(({ name, values, texts, shown }, k) => [
    textAt(label - 10, top(k) + 17, name, {
      size: 13,
      fill: colours.ink,
      anchor: 'end',
      ...(matrix.rowLanguage === undefined ? {} : { lang: matrix.rowLanguage }),
    }),
    ...columns.map((_, j) => {
      const box = [left(j), top(k), CELL.width - CELL.gap, CELL.height - CELL.gap] as const;
      const value = values[j];
      if (value === undefined || j >= shown)
        return rect(box, { rx: 3, fill: 'none', stroke: colours.field, 'stroke-dasharray': '3 3' });
      const text = texts[j] ?? '';
      return (
        rect(box, { rx: 3, fill: ramp.css(value), stroke: colours.line, 'stroke-width': 0.5 }) +
        textAt(left(j) + (CELL.width - CELL.gap) / 2, top(k) + 16.5, text, {
          size: Math.min(12, (CELL.width - 6) / (Array.from(text).length * 0.6)),
          family: 'number',
          fill: ramp.ink(value),
          anchor: 'middle',
        })
      );
    }),
  ]);
  const bottom = top(rows.length) + 14;
  const legend = legendAt(label, bottom, matrix.legend, ramp, colours);
  const width = Math.max(left(columns.length) + (isSlanted ? widest * 0.5 : 0), label + legend.width);
  return framed([...words, ...body, legend.svg].join(''), width, bottom + 14, options);
}

/** The words of a translation, and what its colours mean. */
export interface TranslationWords {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly legend: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
}

/** `e` or `alpha` of a translation as far as the cursor has come. */
export function translationMatrix(
  trace: Trace,
  name: 'e' | 'alpha',
  cursor: Cursor,
  words: TranslationWords,
  theme: PictureOptions['theme'],
): PicturedMatrix {
  const model = matrixModel(trace, name);
  const ramp =
    name === 'e' ? rampOf(theme, 'score', centred(extentsOf(trace).score)) : rampOf(theme, 'weight', [0, 1]);
  return {
    columns: words.source,
    rows: model.rows.map((row: MatrixRow) => ({
      name: words.target[row.t] ?? '',
      values: row.values,
      texts: row.fullTexts,
      shown: shownInRow(trace, name, cursor, row.t),
    })),
    ramp,
    legend: words.legend,
    columnLanguage: words.sourceLanguage,
    rowLanguage: words.targetLanguage,
  };
}
