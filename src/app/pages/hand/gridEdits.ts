/** @file What is typed, pasted and dragged in a grid of a worked example becomes an edit, or is refused with the reason. */
import { cellOf, parseBlock } from '../../../geometry/grid/block.ts';
import { handText } from '../../../geometry/hand/bandModel.ts';
import type { Given } from '../../../lessons/lesson.ts';
import type { HandMessages } from '../../../messages/en/hand.ts';
import type { GridPlace, GridState } from '../../../views/grid/NumberGrid.tsx';
import type { Language } from '../../language.ts';
import { faultOf, type Numbers } from './example.ts';

/** How far a drag or a key moves a number by one step. */
const stepSize = 0.1;

/** Flat numbers as rows; a list is one row. */
export function rowsOf({ shape, data }: Numbers): number[][] {
  const columns = shape.at(-1) ?? 1;
  return Array.from({ length: data.length / columns }, (_, r) => [
    ...data.slice(r * columns, (r + 1) * columns),
  ]);
}

export interface EditedGrid {
  readonly name: string;
  readonly given: Given;
  readonly numbers: Numbers;
  readonly say: Language['say'];
  readonly refusals: HandMessages['grid']['refused'];
  readonly pasted: string;
  readonly onState: (part: Partial<GridState>) => void;
  readonly onNumbers: (data: readonly number[], changed: readonly number[], going: boolean) => void;
  readonly onEnd: () => void;
}

type Change = readonly [cell: number, value: number];

/** Puts numbers in, or says why not. True if they were taken. */
function put(grid: EditedGrid, changes: readonly Change[], text: string, going: boolean): boolean {
  const { name, given, numbers, say, refusals, onState, onNumbers } = grid;
  const data = [...numbers.data];
  const changed = changes.filter(([cell, value]) => data[cell] !== value).map(([cell]) => cell);
  const old = handText(data[changes[0]?.[0] ?? 0] ?? 0);
  for (const [cell, value] of changes) data[cell] = value;
  const fault = faultOf(given, data);
  const hidesAll =
    name === 'mask' && rowsOf({ ...numbers, data }).some((row) => row.every((one) => one === 0));
  if (fault !== null || hidesAll) {
    onState({ refused: say(refusals[fault ?? 'hidden'], { text, value: old }) });
    return false;
  }
  // While dragging, the number at which the drag began is one that has been replaced since.
  if (changed.length > 0 || going) onNumbers(data, changed, going);
  onState({ refused: '' });
  return true;
}

/** The changes of a grid. */
export function gridEdits(grid: EditedGrid) {
  const { given, numbers, say, refusals, onState, onEnd } = grid;
  const rows = rowsOf(numbers);
  const columns = rows[0]?.length ?? 1;
  const cellAt = ({ row, column }: GridPlace): number => row * columns + column;

  return {
    type(place: GridPlace, text: string): boolean {
      const value = cellOf(text);
      if (value !== undefined) return put(grid, [[cellAt(place), value]], text, false);
      const old = handText(numbers.data[cellAt(place)] ?? 0);
      onState({ refused: say(refusals.number, { text, value: old }) });
      return false;
    },

    paste(place: GridPlace, text: string): void {
      const block = parseBlock(text);
      if (!block.ok) {
        const value = handText(numbers.data[cellAt(place)] ?? 0);
        onState({ refused: say(refusals[block.reason], { text: block.text, value }) });
        return;
      }
      const room = { roomRows: rows.length - place.row, roomColumns: columns - place.column };
      const size = { rows: block.rows.length, columns: block.rows[0]?.length ?? 0 };
      if (size.rows > room.roomRows || size.columns > room.roomColumns) {
        onState({ refused: say(refusals.block, { ...size, ...room }) });
        return;
      }
      const changes = block.rows.flatMap((row, r) =>
        row.map((value, c): Change => [cellAt({ row: place.row + r, column: place.column + c }), value]),
      );
      if (!put(grid, changes, text.trim().slice(0, 40), false)) return;
      const to = { row: place.row + size.rows - 1, column: place.column + size.columns - 1 };
      onState({ focus: to, anchor: place, said: say(grid.pasted, size) });
    },

    scrub(place: GridPlace, from: number, steps: number, over: boolean): void {
      const cell = cellAt(place);
      const isSwitch = given.kind === 'switch';
      const moved = from + steps * (isSwitch ? 1 : stepSize);
      const value = isSwitch ? Math.max(0, Math.min(1, moved)) : Math.round(moved * 1e6) / 1e6;
      if (steps !== 0) put(grid, [[cell, value]], String(value), true);
      if (over) onEnd();
    },

    /** The flat places between two corners. */
    cellsBetween: (from: GridPlace, to: GridPlace): number[] =>
      rows.flatMap((row, r) =>
        row.flatMap((_, c) =>
          r >= from.row && r <= to.row && c >= from.column && c <= to.column ? [r * columns + c] : [],
        ),
      ),
  };
}
