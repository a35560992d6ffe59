/** @file The worksheet of a worked example: one column a word, every number in a cell, from top to bottom. */

import { memo, useMemo, type CSSProperties, type ReactNode } from 'react';
import type { Address } from '../../engine/explanation.ts';
import type { Trace } from '../../engine/trace.ts';
import { centred, rampOf, type Theme } from '../../geometry/colour.ts';
import type { Pair } from '../../geometry/cursor.ts';
import { bandModel, type BandCell, type BandModel, type BandSpec } from '../../geometry/hand/bandModel.ts';
import type { HandMessages } from '../../messages/en/hand.ts';
import { classes } from '../classes.ts';
import { copyExactly, keepTabStop, moveInGrid } from '../roving.ts';
import { Legend } from '../Legend.tsx';
import type { Words } from '../scene.ts';
import { BandRows, type Ramps } from './BandRows.tsx';
import { HandArrows } from './HandArrows.tsx';
import './hand.css';

/** A row as a lesson describes it. */
export interface SheetBand extends BandSpec {
  readonly as?: 'vector' | 'score' | 'weight';
  readonly labels?: 'outputs';
}

/** How far a row has come: its numbers are computed, looked at now, or still to come. */
export interface SheetRow {
  readonly band: SheetBand;
  readonly state: 'past' | 'now' | 'future';
}

export interface HandSheetProps {
  readonly trace: Trace;
  /** The trace before the last change, or null. */
  readonly before: Trace | null;
  readonly rows: readonly SheetRow[];
  /** The target step or row, from 1. */
  readonly t: number;
  /** The column (from 1) that is built alone, or 0. */
  readonly alone: number;
  readonly columns: readonly string[];
  readonly targets: readonly string[];
  readonly outputs: readonly string[];
  /** Whether arrows lead from the target word to the columns: weights have been computed. */
  readonly arrows: boolean;
  /** Whether a cell was given by the reader in place of a computed one. */
  readonly isGiven: (band: string, column: number) => boolean;
  readonly theme: Theme;
  readonly words: Words;
  readonly messages: HandMessages;
  /** What each row is called. */
  readonly names: Readonly<Record<string, string>>;
  readonly highlight: Pair | null;
  readonly opened: Address | null;
  readonly onOpen: (address: Address) => void;
  readonly onHighlight: (pair: Pair | null) => void;
  /** Whose numbers these are, where several worksheets stand on one page. */
  readonly owner?: string;
  /** What stands in the place of a number that is hidden; nothing where it is shown. Left out where nothing is. */
  readonly blank?: ((cell: BandCell, band: SheetBand, column: number, name: string) => ReactNode) | undefined;
  /** Whether the numbers in the place of a blank must not be told by a scale or an arrow either. */
  readonly isSecret?: ((address: Address) => boolean) | undefined;
  /** Whether a number was found by the reader, or is chosen to be hidden. */
  readonly markOf?: ((address: Address) => 'found' | 'chosen' | null) | undefined;
}

/** Target words, arrows, columns with all rows of numbers. */
export const HandSheet = memo(function HandSheet(props: HandSheetProps) {
  const { trace, before, rows, t, columns, words, messages, arrows, targets, isSecret } = props;
  const { formatter } = words;
  const models = useMemo(
    () => rows.map(({ band }) => bandModel(trace, before, band, t)),
    [rows, trace, before, t],
  );
  const ramps = useMemo(
    () => rampsFor(models, rows, props.theme, isSecret),
    [models, rows, props.theme, isSecret],
  );
  const first = rows.findIndex(({ state }, k) => state !== 'future' && models[k] !== null);
  const style: CSSProperties & Record<`--${string}`, number> = { '--columns': columns.length };
  return (
    <div
      className="hand-scroll"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
      tabIndex={0}
      role="region"
      aria-label={scrollName(props)}
    >
      <div className="hand-sheet" style={style}>
        {arrows && targets.length > 0 && (
          <HandArrows
            trace={trace}
            t={t}
            targets={targets}
            columns={columns}
            words={words}
            messages={messages}
          />
        )}
        <div
          role="grid"
          className="hand-grid"
          tabIndex={-1}
          aria-label={formatter.text(messages.sheet.grid)}
          onKeyDown={(event) => moveInGrid(event, '.hand-number')}
          onFocus={(event) => keepTabStop(event, '.hand-number')}
          onCopy={copyExactly}
        >
          <ColumnWords {...props} />
          {rows.map((row, k) => {
            const model = models[k] ?? null;
            return model === null ? null : (
              <BandRows
                key={row.band.id}
                {...props}
                row={row}
                model={model}
                ramps={ramps}
                isFirst={k === first}
              />
            );
          })}
        </div>
        <Legends {...props} ramps={ramps} />
      </div>
    </div>
  );
});

function scrollName({ owner, words: { formatter, views }, messages }: HandSheetProps): string {
  if (owner === undefined) return formatter.text(messages.sheet.scroll);
  return formatter.text(views.worksheet.scrollOf, { owner });
}

function rampsFor(
  models: readonly (BandModel | null)[],
  rows: readonly SheetRow[],
  theme: Theme,
  isSecret: HandSheetProps['isSecret'],
): Ramps {
  const largest = (kind: 'vector' | 'score'): number =>
    Math.max(
      0,
      ...rows.flatMap(({ band }, k) =>
        (band.as ?? 'vector') === kind
          ? (models[k]?.columns
              .flat()
              .filter(({ address }) => isSecret?.(address) !== true)
              .map(({ value }) => Math.abs(value))
              .filter(Number.isFinite) ?? [])
          : [],
      ),
    );
  return {
    vector: rampOf(theme, 'vector', centred(largest('vector'))),
    score: rampOf(theme, 'score', centred(largest('score'))),
    weight: rampOf(theme, 'weight', [0, 1]),
  };
}

/** The words over the columns. */
function ColumnWords({ columns, words, messages, highlight, onHighlight }: HandSheetProps) {
  return (
    <div role="row" className="hand-row hand-words">
      <div role="columnheader" className="hand-label">
        <span className="visually-hidden">{words.formatter.text(messages.sheet.rows)}</span>
      </div>
      {columns.map((word, j) => (
        <div
          role="columnheader"
          // One word may stand twice: its place is its key.
          // eslint-disable-next-line react/no-array-index-key
          key={j}
          className={classes('hand-word', 'role-key', highlight?.j === j + 1 && 'is-lit')}
          onPointerEnter={() => onHighlight({ j: j + 1 })}
          onPointerLeave={() => onHighlight(null)}
        >
          {word}
        </div>
      ))}
    </div>
  );
}

/** What the colours mean. */
function Legends({ rows, words, messages, ramps }: HandSheetProps & { readonly ramps: Ramps }) {
  const { formatter } = words;
  return (
    <p className="hand-legends">
      <Legend name={formatter.text(messages.sheet.legend.vector)} ramp={ramps.vector} />
      {rows.some(({ band }) => band.as === 'score') && (
        <Legend name={formatter.text(messages.sheet.legend.score)} ramp={ramps.score} />
      )}
      {rows.some(({ band }) => band.as === 'weight') && (
        <Legend name={formatter.text(messages.sheet.legend.weight)} ramp={ramps.weight} />
      )}
    </p>
  );
}
