/** @file The cells of a worked example's worksheet: numbers that can be asked how they were computed. */

import type { BandCell } from '../../geometry/hand/bandModel.ts';
import type { Ramp } from '../../geometry/colour.ts';
import { exact } from '../../geometry/numbers.ts';
import { classes } from '../classes.ts';
import type { BandRowsProps } from './BandRows.tsx';

interface ColumnCellProps extends BandRowsProps {
  readonly j: number;
  readonly line: number;
  readonly depth: number;
  readonly shown: BandCell | undefined;
  readonly ramp: Ramp;
}

/** One number of a column, or its place while it is still to come. */
export function ColumnCell(props: ColumnCellProps) {
  const { j, line, depth, shown, row, highlight, onHighlight, t, isGiven, alone, words, messages } = props;
  const given = isGiven(row.band.id, j);
  const toCome = row.state === 'now' && alone > 0 && j >= alone;
  return (
    <div
      role="gridcell"
      className={classes(
        'hand-cell',
        highlight?.j === j + 1 && 'is-lit',
        line === 0 && 'is-top',
        line === depth - 1 && 'is-bottom',
        given && 'is-given',
        row.state === 'now' && alone === j + 1 && 'is-alone',
      )}
      onPointerEnter={() => onHighlight({ t, j: j + 1 })}
      onPointerLeave={() => onHighlight(null)}
    >
      {toCome || shown === undefined ? (
        <span className="hand-future">
          <span className="visually-hidden">{words.formatter.text(messages.sheet.notYet)}</span>
        </span>
      ) : (
        <NumberButton
          {...props}
          shown={shown}
          about={props.columns[j] ?? ''}
          column={j}
          first={props.isFirst && line === 0 && j === 0}
        />
      )}
      {given && line === 0 && (
        <span className="hand-given-mark">{words.formatter.text(messages.sheet.given)}</span>
      )}
    </div>
  );
}

interface WholeCellsProps extends BandRowsProps {
  readonly cells: readonly BandCell[];
  readonly ramp: Ramp;
}

/** A list that all columns have in common. */
export function WholeCells(props: WholeCellsProps) {
  const { cells, row, outputs, isFirst } = props;
  const labels = row.band.labels === 'outputs' ? outputs : [];
  return (
    <div role="presentation" className="hand-whole">
      {cells.map((cell, k) => (
        <div role="gridcell" className="hand-cell" key={`${cell.address.tensor}:${cell.address.cell}`}>
          {labels[k] !== undefined && <span className="hand-output">{labels[k]}</span>}
          <NumberButton
            {...props}
            shown={cell}
            about={labels[k] ?? ''}
            column={k}
            first={isFirst && k === 0}
          />
        </div>
      ))}
    </div>
  );
}

interface NumberButtonProps extends BandRowsProps {
  readonly shown: BandCell;
  readonly ramp: Ramp;
  /** The word that it is about, or ''. */
  readonly about: string;
  /** Its place in its row, from 0. */
  readonly column: number;
  /** Whether Tab comes to it first. */
  readonly first: boolean;
}

/** A number, which can be asked how it was computed. */
function NumberButton({
  shown,
  ramp,
  about,
  first,
  row,
  model,
  words,
  messages,
  opened,
  onOpen,
  column,
  blank,
  markOf,
}: NumberButtonProps) {
  const { address, value, text, was } = shown;
  const instead = blank?.(shown, row.band, column, about);
  if (instead !== undefined && instead !== null) return instead;
  const mark = row.band.times === undefined ? (markOf?.(address) ?? null) : null;
  const isOpen =
    opened?.tensor === address.tensor && opened.cell === address.cell && row.band.times === undefined;
  const said = words.formatter.text(was === null ? messages.sheet.number : messages.sheet.changed, {
    name: model.symbol.plain,
    about: about === '' ? 'none' : about,
    value: text,
    was: was ?? '',
  });
  const weight = row.band.as === 'weight';
  return (
    <button
      type="button"
      className={classes(
        'hand-number',
        isOpen && 'is-opened',
        was !== null && 'is-changed',
        mark !== null && `is-${mark}`,
      )}
      style={weight ? undefined : { background: ramp.css(finite(value)), color: ramp.ink(finite(value)) }}
      aria-label={said}
      title={was === null ? exact(value) : said}
      data-exact={exact(value)}
      tabIndex={first ? 0 : -1}
      onClick={() => onOpen(address)}
    >
      {weight && (
        <span className="hand-bar" aria-hidden="true">
          <span
            style={{ height: `${Math.max(0, Math.min(1, value)) * 100}%`, background: ramp.css(value) }}
          />
        </span>
      )}
      <span className="hand-value">{text}</span>
      {was !== null && <s className="hand-was">{was}</s>}
    </button>
  );
}

/** What a colour scale is asked: infinities are at its end. */
function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  return value > 0 ? Number.MAX_VALUE : -Number.MAX_VALUE;
}
