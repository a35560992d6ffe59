/** @file An editable grid of numbers: arrow keys, typing, Enter, Tab, Escape, paste, copy, drag. It keeps no state itself. */

import { memo, type ReactNode } from 'react';
import { handText } from '../../geometry/hand/bandModel.ts';
import { exact } from '../../geometry/numbers.ts';
import type { HandMessages } from '../../messages/en/hand.ts';
import { classes } from '../classes.ts';
import type { Words } from '../scene.ts';
import { focusCell, onCopy, onDrag, onKey, selected, within } from './gridKeys.ts';
import './grid.css';

/** A place in a grid, from 0. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** What a grid is in the middle of. */
export interface GridState {
  readonly focus: GridPlace;
  /** The other corner of what is selected. */
  readonly anchor: GridPlace;
  /** The text of the cell that is edited, or null. */
  readonly draft: string | null;
  /** Why the last change was refused, or ''. */
  readonly refused: string;
  /** Said politely: what was pasted or copied. */
  readonly said: string;
}

export interface NumberGridProps {
  readonly id: string;
  /** Its symbol, as text, for names. */
  readonly name: string;
  /** Its symbol and what it is, as a heading. */
  readonly heading: ReactNode;
  readonly rows: readonly (readonly number[])[];
  readonly rowLabels: readonly string[];
  readonly columnLabels: readonly string[];
  /** The numbers of the lesson, to tell which were changed. */
  readonly own: readonly (readonly number[])[] | null;
  /** Cells in the place of which the computed number would stand. */
  readonly isMarked?: (place: GridPlace) => boolean;
  readonly state: GridState;
  readonly words: Words;
  readonly messages: HandMessages;
  readonly onState: (part: Partial<GridState>) => void;
  /** A cell was typed. True if the number was taken. */
  readonly onType: (place: GridPlace, text: string) => boolean;
  readonly onPaste: (place: GridPlace, text: string) => void;
  /** A cell is dragged, or nudged by a key: by so many steps from a number. `over`: that was the last. */
  readonly onScrub: (place: GridPlace, from: number, steps: number, over: boolean) => void;
  /** Delete was pressed on a selection; absent where nothing can be removed. */
  readonly onRemove?: (from: GridPlace, to: GridPlace) => void;
  readonly children?: ReactNode;
}

/** A grid of numbers that can be changed. */
export const NumberGrid = memo(function NumberGrid(props: NumberGridProps) {
  const { id, name, heading, rows, columnLabels, rowLabels, state, words, messages, children } = props;
  const columns = rows[0]?.length ?? 0;
  // All headings of the rows are as wide as the longest, so that the cells stand under one another.
  const headStyle = { width: `calc(${Math.max(0, ...rowLabels.map((one) => one.length))}ch + 14px)` };
  const label = words.formatter.text(messages.grid.label, { name, rows: rows.length, columns });
  return (
    <section className="number-grid" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{heading}</h3>
      {children}
      <div
        role="grid"
        id={id}
        aria-label={label}
        aria-describedby={state.refused === '' ? undefined : `${id}-refused`}
        className="grid-cells"
        tabIndex={-1}
        onKeyDown={(event) => onKey(event, props)}
        onPaste={(event) => {
          if (state.draft !== null) return;
          event.preventDefault();
          props.onPaste(selected(state)[0], event.clipboardData.getData('text/plain'));
        }}
        onCopy={(event) => onCopy(event, props)}
      >
        {columnLabels.length > 0 && (
          <div role="row" className="grid-row">
            {rowLabels.length > 0 && (
              <div role="columnheader" className="grid-head" style={headStyle}>
                <span className="visually-hidden">{name}</span>
              </div>
            )}
            {columnLabels.map((text, k) => (
              // Columns never change places.
              // eslint-disable-next-line react/no-array-index-key
              <div role="columnheader" className="grid-head" key={k}>
                {text}
              </div>
            ))}
          </div>
        )}
        {rows.map((row, r) => (
          // Rows never change places.
          // eslint-disable-next-line react/no-array-index-key
          <div role="row" className="grid-row" key={r}>
            {rowLabels.length > 0 && (
              <div role="rowheader" className="grid-head" style={headStyle}>
                {rowLabels[r]}
              </div>
            )}
            {row.map((value, c) => (
              // eslint-disable-next-line react/no-array-index-key
              <GridCell key={c} {...props} place={{ row: r, column: c }} value={value} />
            ))}
          </div>
        ))}
      </div>
      <p className="grid-refused" id={`${id}-refused`} role="alert">
        {state.refused}
      </p>
      <p className="visually-hidden" role="status">
        {state.said}
      </p>
    </section>
  );
});

interface GridCellProps extends NumberGridProps {
  readonly place: GridPlace;
  readonly value: number;
}

function GridCell(props: GridCellProps) {
  const { id, name, place, value, own, rowLabels, columnLabels, state, words, messages, isMarked, onState } =
    props;
  const { row, column } = place;
  const { focus, draft } = state;
  const isFocus = focus.row === row && focus.column === column;
  const [from, to] = selected(state);
  const isSelected =
    (from.row !== to.row || from.column !== to.column) &&
    row >= from.row &&
    row <= to.row &&
    column >= from.column &&
    column <= to.column;
  const was = own?.[row]?.[column];
  const isChanged = own !== null && was !== undefined && was !== value;
  const said = words.formatter.text(messages.grid.cell, {
    name,
    row: rowLabels[row] ?? `${row + 1}`,
    column: columnLabels[column] ?? `${column + 1}`,
    value: handText(value),
  });
  return (
    <div
      role="gridcell"
      id={`${id}-${row}-${column}`}
      className={classes(
        'grid-cell',
        isSelected && 'is-selected',
        isChanged && 'is-changed',
        isMarked?.(place) === true && 'is-marked',
      )}
      aria-selected={isFocus || isSelected}
      aria-label={isFocus && draft !== null ? undefined : said}
      title={isChanged ? words.formatter.text(messages.grid.was, { was: handText(was) }) : undefined}
      tabIndex={isFocus && draft === null ? 0 : -1}
      data-exact={exact(value)}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !isFocus)
          onState({ focus: place, anchor: place, refused: '' });
      }}
      onDoubleClick={() => onState({ focus: place, anchor: place, draft: String(value), refused: '' })}
      onPointerDown={(event) => onDrag(event, props)}
    >
      {isFocus && draft !== null ? <CellField {...props} draft={draft} /> : handText(value)}
    </div>
  );
}

/** The field of the cell that is edited. */
function CellField(props: GridCellProps & { readonly draft: string }) {
  const { id, place, draft, rows, onState, onType, words, messages } = props;
  const leave = (text: string, to: GridPlace | null): void => {
    const taken = onType(place, text);
    const next = taken && to !== null ? within(to, rows) : place;
    onState({ draft: null, focus: next, anchor: next });
    if (to !== null) focusCell(id, next);
  };
  return (
    <input
      className="grid-field"
      aria-label={words.formatter.text(messages.grid.field)}
      inputMode="decimal"
      value={draft}
      ref={(field) => {
        if (field !== null && field.ownerDocument.activeElement !== field) field.focus();
      }}
      onChange={(event) => onState({ draft: event.currentTarget.value })}
      onBlur={() => leave(draft, null)}
      onKeyDown={(event) => {
        const by = event.shiftKey ? -1 : 1;
        if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          onState({ draft: null, refused: '' });
          focusCell(id, place);
        } else if (event.key === 'Enter') {
          event.preventDefault();
          leave(draft, { row: place.row + by, column: place.column });
        } else if (event.key === 'Tab') {
          event.preventDefault();
          leave(draft, { row: place.row, column: place.column + by });
        }
        event.stopPropagation();
      }}
    />
  );
}
