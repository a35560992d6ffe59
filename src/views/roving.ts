/** @file Arrow keys inside a grid or a tree: one element is in the tab order, and the keys move it. */

import type { ClipboardEvent, FocusEvent, KeyboardEvent } from 'react';

/** Makes the focused element the one that Tab comes back to. For the `onFocus` of the grid or tree. */
export function keepTabStop(event: FocusEvent<HTMLElement>, selector: string): void {
  const item = event.target.closest<HTMLElement>(selector);
  if (item === null) return;
  for (const other of event.currentTarget.querySelectorAll<HTMLElement>(`${selector}[tabindex="0"]`)) {
    if (other !== item) other.tabIndex = -1;
  }
  item.tabIndex = 0;
}

/** Copying with the focus on a number gives it exactly, unless some text is selected. For the `onCopy` of a grid. */
export function copyExactly(event: ClipboardEvent<HTMLElement>): void {
  const number =
    event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-exact]') : null;
  const selected = event.currentTarget.ownerDocument.getSelection()?.toString() ?? '';
  if (number === null || selected !== '') return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', (number.dataset['exact'] ?? '').replaceAll('\u2212', '-'));
}

/** Where a key moves in a grid of so many rows and columns; null for keys that do not move. */
export function moved(
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  from: { readonly row: number; readonly column: number },
  size: { readonly rows: number; readonly columns: number },
): { row: number; column: number } | null {
  const { row, column } = from;
  const to = (() => {
    switch (key) {
      case 'ArrowRight':
        return { row, column: column + 1 };
      case 'ArrowLeft':
        return { row, column: column - 1 };
      case 'ArrowDown':
        return { row: row + 1, column };
      case 'ArrowUp':
        return { row: row - 1, column };
      case 'Home':
        return { row: ctrlKey ? 0 : row, column: 0 };
      case 'End':
        return { row: ctrlKey ? size.rows - 1 : row, column: size.columns - 1 };
      case 'PageDown':
        return { row: row + 8, column };
      case 'PageUp':
        return { row: row - 8, column };
      default:
        return null;
    }
  })();
  if (to === null) return null;
  const within = (value: number, count: number): number => Math.min(count - 1, Math.max(0, value));
  return { row: within(to.row, size.rows), column: within(to.column, size.columns) };
}

/** Moves the focus inside a grid whose rows have role `row` and whose items match `selector`. True if the key was one of its own. */
export function moveInGrid(event: KeyboardEvent<HTMLElement>, selector: string): boolean {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="row"]')]
    .map((row) => [...row.querySelectorAll<HTMLElement>(selector)])
    .filter((items) => items.length > 0);
  const item = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(selector) : null;
  const row = rows.findIndex((items) => item !== null && items.includes(item));
  const items = rows[row];
  if (item === null || items === undefined) return false;
  const to = moved(event, { row, column: items.indexOf(item) }, { rows: rows.length, columns: items.length });
  if (to === null) return false;
  event.preventDefault();
  event.stopPropagation();
  const line = rows[to.row] ?? [];
  line[Math.min(to.column, line.length - 1)]?.focus();
  return true;
}
