/** @file The columns of the worksheet as a grid in which arrow keys move. */

import type { ReactNode } from 'react';
import { copyExactly, keepTabStop, moveInGrid } from '../roving.ts';
import type { Words } from '../scene.ts';

const ITEM = '.sheet-cell button, .sheet-cell .not-yet';

/** A grid of source words' columns. Tab stops in it once; arrow keys go on from there. */
export function SheetGrid({ words, children }: { readonly words: Words; readonly children: ReactNode }) {
  return (
    <div
      role="grid"
      aria-label={words.formatter.text(words.views.worksheet.grid)}
      className="sheet-grid"
      tabIndex={0}
      onCopy={copyExactly}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget && event.key.startsWith('Arrow')) enter(event.currentTarget);
        else if (!moveInGrid(event, ITEM)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onFocus={(event) => {
        if (event.target !== event.currentTarget) {
          keepTabStop(event, ITEM);
          event.currentTarget.tabIndex = -1;
        }
      }}
    >
      {children}
    </div>
  );
}

/** From the grid itself to its first cell. */
function enter(grid: HTMLElement): void {
  grid.querySelector<HTMLElement>(ITEM)?.focus();
}
