/** @file One row of the worksheet: its label, which stays when the columns scroll, and one cell a column. */

import { classes } from '../classes.ts';
import type { ReactNode } from 'react';
import type { SymbolText } from '../../geometry/symbol.ts';
import { Sym } from '../Sym.tsx';

export interface SheetRowProps {
  /** Which row it is, for its height. */
  readonly kind: string;
  readonly symbol?: SymbolText;
  readonly name: string;
  /** Says the name to those who cannot see it, and shows nothing. */
  readonly quiet?: boolean;
  readonly children: ReactNode;
  /** What stands at the right of the columns. */
  readonly aside?: ReactNode;
}

/** A row of the worksheet's grid. */
export function SheetRow({ kind, symbol, name, quiet = false, children, aside }: SheetRowProps) {
  return (
    <div role="row" className={classes('sheet-row', `sheet-${kind}`)}>
      <div role="rowheader" className="sheet-label">
        {symbol !== undefined && <Sym symbol={symbol} />}
        <span className={quiet ? 'visually-hidden' : 'sheet-name'}>{name}</span>
      </div>
      <div className="sheet-cells">{children}</div>
      {aside}
    </div>
  );
}
