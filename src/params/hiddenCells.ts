/** @file A control for the numbers that an exercise hides: `alpha:1:1,alpha:1:2`. */
import { accept, refuse, type Control } from './control.ts';
import { openedNumber, type OpenedNumber } from './openedNumber.ts';

/** The most numbers that an exercise can hide. */
const mostHidden = 48;

/** Each number once. */
function accepts(cells: readonly OpenedNumber[]): boolean {
  const texts = cells.map((cell) => openedNumber.encode(cell));
  return (
    cells.length <= mostHidden &&
    new Set(texts).size === texts.length &&
    cells.every((cell) => openedNumber.accepts(cell))
  );
}

export const hiddenCells: Control<readonly OpenedNumber[]> = {
  initial: [],
  accepts,
  encode: (cells) => cells.map((cell) => openedNumber.encode(cell)).join(','),
  decode(text) {
    const refused = refuse({ kind: 'like', example: 'alpha:1:1,alpha:1:2' });
    const cells: OpenedNumber[] = [];
    for (const one of text.split(',')) {
      const decoded = openedNumber.decode(one);
      if (!decoded.ok || decoded.value === null) return refused;
      cells.push(decoded.value);
    }
    return accepts(cells) ? accept(cells) : refused;
  },
};
