/** @file What the rows of a pictured worksheet share: its columns, its colours, its labels and strips. */

import type { Trace } from '../../engine/trace.ts';
import { extentsOf, lengthsOf } from '../../geometry/attention.ts';
import { centred, rampOf, type Ramp, type Theme } from '../../geometry/colour.ts';
import type { SymbolText } from '../../geometry/symbol.ts';
import { wordPlaces } from '../../geometry/wordPlaces.ts';
import { palette } from './palette.ts';
import { notYetIn, stripIn } from './strip.ts';
import { symbolAt, textAt, widthOf } from './text.ts';

/** The words of the sentence and of the rows. */
export interface WorksheetWords {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** Row names by tensor: `h`, `e`, `alpha`, `share`, `c`, `s`, and those of reading: `x`, `h_forward`, `h_backward`. */
  readonly rows: Readonly<Record<string, string>>;
  /** What is said beside the context, and at the end mark. */
  readonly contextCaption: string;
  readonly newState: string;
  readonly endNote: string;
  readonly legends: { readonly score: string; readonly vector: string };
}

export const LABEL = 88;
export const ASIDE = 104;
export const STRIP = 38;

/** What the parts of the drawing share. */
export interface Sheet {
  readonly words: WorksheetWords;
  readonly colours: (typeof palette)['light'];
  readonly ramps: { readonly score: Ramp; readonly vector: Ramp };
  /** The width of a column, and of all. */
  readonly column: number;
  readonly width: number;
}

export function sheetOf(trace: Trace, words: WorksheetWords, theme: Theme): Sheet {
  const { score, vector } = extentsOf(trace);
  const count = Math.max(1, lengthsOf(trace).source);
  const column = Math.max(
    60,
    ...words.source.map((word) => widthOf(word, 15) + 14),
    wordPlaces(words.target).least / count,
  );
  return {
    words,
    colours: palette[theme],
    ramps: {
      score: rampOf(theme, 'score', centred(score)),
      vector: rampOf(theme, 'vector', centred(vector)),
    },
    column,
    width: column * count,
  };
}

export function rowLabel({ colours, words }: Sheet, y: number, symbol: SymbolText, row: string): string {
  return (
    symbolAt(0, y, symbol, { size: 14, weight: 600, fill: colours.ink }, colours) +
    textAt(0, y + 16, words.rows[row] ?? '', { size: 12, fill: colours.muted })
  );
}

/** The box of column j at height y. */
export function boxOf(
  { column }: Sheet,
  j: number,
  y: number,
  height: number,
): readonly [number, number, number, number] {
  return [LABEL + j * column + 4, y, column - 8, height];
}

export function sourceWords({ words, colours, column }: Sheet, y: number): string {
  return words.source
    .map((word, j) =>
      textAt(LABEL + (j + 0.5) * column, y, word, {
        size: 15,
        weight: 600,
        fill: colours.key,
        anchor: 'middle',
        lang: words.sourceLanguage,
      }),
    )
    .join('');
}

export function strips(sheet: Sheet, y: number, values: (j: number) => Float64Array | null): string {
  const { colours, ramps, words } = sheet;
  return words.source
    .map((_, j) => {
      const own = values(j);
      const box = boxOf(sheet, j, y, STRIP);
      return own === null
        ? notYetIn(box, colours.field)
        : stripIn(box, own, ramps.vector, { stroke: colours.line });
    })
    .join('');
}
