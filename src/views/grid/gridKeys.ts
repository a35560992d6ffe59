/** @file What keys, copying and dragging do in an editable grid. */

import type { ClipboardEvent, KeyboardEvent, PointerEvent } from 'react';
import { blockText } from '../../geometry/grid/block.ts';
import { moved } from '../roving.ts';
import type { GridPlace, GridState, NumberGridProps } from './NumberGrid.tsx';

/** What is read of a pointer while it is dragged. */
type Dragged = Pick<PointerEvent, 'pointerId' | 'clientX'>;

/** CSS pixels of a drag that are one step. */
const PER_STEP = 8;

/** The corners of what is selected, in order. */
export function selected({ focus, anchor }: GridState): readonly [GridPlace, GridPlace] {
  return [
    { row: Math.min(focus.row, anchor.row), column: Math.min(focus.column, anchor.column) },
    { row: Math.max(focus.row, anchor.row), column: Math.max(focus.column, anchor.column) },
  ];
}

/** The nearest place that there is. */
export function within({ row, column }: GridPlace, rows: readonly (readonly number[])[]): GridPlace {
  const most = { row: rows.length - 1, column: (rows[0]?.length ?? 1) - 1 };
  return {
    row: Math.max(0, Math.min(most.row, row)),
    column: Math.max(0, Math.min(most.column, column)),
  };
}

/** Puts the focus on a cell, when it is there again. */
export function focusCell(id: string, { row, column }: GridPlace): void {
  queueMicrotask(() => document.getElementById(`${id}-${row}-${column}`)?.focus());
}

/** Keys of a grid: moving, typing, nudging, selecting. */
export function onKey(event: KeyboardEvent<HTMLElement>, props: NumberGridProps): void {
  const { id, rows, state, onState, onScrub, onRemove } = props;
  if (state.draft !== null) return;
  const { focus } = state;
  const value = rows[focus.row]?.[focus.column] ?? 0;
  const size = { rows: rows.length, columns: rows[0]?.length ?? 0 };
  const take = (): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    take();
    onScrub(focus, value, event.key === 'ArrowUp' ? 1 : -1, true);
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
    take();
    onState({ anchor: { row: 0, column: 0 }, focus: { row: size.rows - 1, column: size.columns - 1 } });
    return;
  }
  const to = event.altKey ? null : moved(event, focus, size);
  if (to !== null) {
    take();
    onState({ focus: to, anchor: event.shiftKey ? state.anchor : to, refused: '' });
    focusCell(id, to);
  } else if (event.key === 'Enter' || event.key === 'F2') {
    take();
    onState({ draft: String(value), refused: '' });
  } else if (event.key === 'Delete' || event.key === 'Backspace') {
    take();
    if (onRemove !== undefined) onRemove(...selected(state));
    else onState({ draft: '', refused: '' });
  } else if (
    event.key.length === 1 &&
    /[\d.,+\-−]/.test(event.key) &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey
  ) {
    take();
    onState({ draft: event.key, refused: '' });
  }
}

/** Copies what is selected. */
export function onCopy(
  event: ClipboardEvent<HTMLElement>,
  { rows, state, onState, words, messages, name }: NumberGridProps,
): void {
  if (state.draft !== null) return;
  const [from, to] = selected(state);
  event.preventDefault();
  const block = rows.slice(from.row, to.row + 1).map((row) => row.slice(from.column, to.column + 1));
  event.clipboardData.setData('text/plain', blockText(block));
  onState({ said: words.formatter.text(messages.grid.copied, { name }) });
}

/** A press focuses a cell (with Shift: selects up to it); a drag to the side scrubs its number. */
export function onDrag(
  event: PointerEvent<HTMLElement>,
  props: Pick<NumberGridProps, 'state' | 'onState' | 'onScrub'> & {
    readonly place: GridPlace;
    readonly value: number;
  },
): void {
  const { place, value, state, onState, onScrub } = props;
  if (event.button !== 0 || (state.draft !== null && event.target instanceof HTMLInputElement)) return;
  const cell = event.currentTarget;
  if (event.shiftKey) {
    event.preventDefault();
    onState({ focus: place, refused: '' });
    return;
  }
  onState({ focus: place, anchor: place, refused: '' });
  const [start, pointer] = [event.clientX, event.pointerId];
  let steps = 0;
  const move = (next: Dragged): void => {
    if (next.pointerId !== pointer) return;
    const now = Math.round((next.clientX - start) / PER_STEP);
    if (now === steps) return;
    if (steps === 0 && !cell.hasPointerCapture(pointer)) cell.setPointerCapture(pointer);
    steps = now;
    onScrub(place, value, steps, false);
  };
  const end = (): void => {
    cell.removeEventListener('pointermove', move);
    for (const type of ['pointerup', 'pointercancel'] as const) cell.removeEventListener(type, end);
    onScrub(place, value, steps, true);
  };
  cell.addEventListener('pointermove', move);
  for (const type of ['pointerup', 'pointercancel'] as const) cell.addEventListener(type, end);
}
