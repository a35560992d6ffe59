/** @file One row of a worked example's worksheet: as many lines as its lists have numbers. */

import type { BandModel } from '../../geometry/hand/bandModel.ts';
import type { Ramp } from '../../geometry/colour.ts';
import { classes } from '../classes.ts';
import { Sym } from '../Sym.tsx';
import type { HandSheetProps, SheetRow } from './HandSheet.tsx';
import { ColumnCell, WholeCells } from './SheetCells.tsx';

/** The scales of a worksheet: each holds for all its rows. */
export type Ramps = Readonly<Record<'vector' | 'score' | 'weight', Ramp>>;

export interface BandRowsProps extends HandSheetProps {
  readonly ramps: Ramps;
  readonly row: SheetRow;
  readonly model: BandModel;
  readonly isFirst: boolean;
}

/** One row of the worksheet: as many lines as its lists have numbers. */
export function BandRows(props: BandRowsProps) {
  const { row, model, names, words, messages, ramps } = props;
  const { band, state } = row;
  const ramp = ramps[band.as ?? 'vector'];
  const whole = band.place === 'whole';
  const depth = whole ? 1 : Math.max(1, ...model.columns.map((column) => column.length));
  const lines = Array.from({ length: state === 'future' ? 1 : depth }, (_, line) => line);
  return (
    <div
      role="rowgroup"
      className={classes('hand-band', `is-${state}`, `as-${band.as ?? 'vector'}`)}
      data-band={band.id}
    >
      {lines.map((line) => (
        <div role="row" className={classes('hand-row', whole && 'is-whole')} key={line}>
          <div role="rowheader" className="hand-label">
            {line === 0 ? (
              <>
                <span className="hand-symbol">
                  {band.times !== undefined && <span className="sym-letter role-weight">α</span>}
                  <Sym symbol={model.symbol} />
                </span>
                <span className="hand-name">{names[band.id] ?? ''}</span>
              </>
            ) : (
              <span className="visually-hidden">{`${model.symbol.plain} ${line + 1}`}</span>
            )}
          </div>
          {state === 'future' ? (
            <div role="gridcell" className="hand-future">
              <span className="visually-hidden">{words.formatter.text(messages.sheet.notYet)}</span>
            </div>
          ) : whole ? (
            <WholeCells {...props} cells={model.columns[0] ?? []} ramp={ramp} />
          ) : (
            model.columns.map((column, j) => (
              <ColumnCell
                {...props}
                // Columns never change places.
                // eslint-disable-next-line react/no-array-index-key
                key={j}
                j={j}
                line={line}
                shown={column[line]}
                ramp={ramp}
                depth={depth}
              />
            ))
          )}
        </div>
      ))}
    </div>
  );
}
