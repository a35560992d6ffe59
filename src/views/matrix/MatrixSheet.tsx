/** @file Rows of numbers as a grid with its title, its legend and its keys: the same for a matrix of a trace and for what two differ by. */

import {
  useId,
  useMemo,
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { matrixText, type MatrixModel } from '../../geometry/matrixModel.ts';
import { classes } from '../classes.ts';
import { Legend } from '../Legend.tsx';
import type { MatrixFocus, MatrixProps } from '../Matrix.tsx';
import { moved } from '../roving.ts';
import type { SceneData } from '../scene.ts';
import { MatrixCanvas } from './MatrixCanvas.tsx';
import { MatrixCells, type MatrixBodyProps } from './MatrixCells.tsx';
import './matrix.css';

export interface MatrixSheetProps extends Omit<MatrixProps, 'name'>, Omit<MatrixBodyProps, 'focus' | 't'> {
  readonly name: MatrixModel['name'];
  readonly title: ReactNode;
  /** What stands behind the title. */
  readonly note: ReactNode;
  /** The grid's name. */
  readonly label: string;
  /** What is coloured, in words. */
  readonly legend: string;
  /** Under the grid: the lit number. */
  readonly readout: ReactNode;
}

/** Cells up to which every cell is an element; past that they are pixels. */
const ELEMENTS = 1024;

/** Columns past which words stand upright over them, and past which a matrix wants the whole width of the page. */
const UPRIGHT = 9;
const WIDE = 14;

/** Whether the matrices of a scene want the whole width, one under the other. */
export function isWide(scene: SceneData): boolean {
  return scene.source.length > WIDE;
}

/** A matrix as it is seen. */
export function MatrixSheet(props: MatrixSheetProps) {
  const { scene, cursor, words, highlight, opened, name, old, onFocus, onHighlight } = props;
  const { model, ramp, shown, open, title, note, label, legend, readout } = props;
  const id = useId();
  const { row, column } = within(props.focus ?? { row: Math.max(0, cursor.t - 1), column: 0 }, model);
  const focus = useMemo(() => ({ row, column }), [row, column]);
  const style: CSSProperties & Record<`--${string}`, number | string> = {
    '--columns': model.columns,
    '--rows': model.rows.length,
    '--head': `${Math.max(...scene.source.map((word) => word.length), 3) * 7.2 + 6}px`,
  };
  const Body = model.size > ELEMENTS ? MatrixCanvas : MatrixCells;
  return (
    <section
      className={classes(
        'matrix',
        `matrix-${name}`,
        old && 'is-old',
        model.columns > UPRIGHT && 'has-upright-words',
      )}
      style={style}
      aria-labelledby={id}
    >
      <header className="matrix-head">
        <h2 id={id} className={name === 'alpha' ? 'role-weight' : ''}>
          {title}
        </h2>
        <p>{note}</p>
      </header>
      <div
        className="matrix-grid"
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-rowcount={model.rows.length + 1}
        aria-colcount={model.columns + 1}
        onKeyDown={(event) => onKey(event, props, focus)}
        onCopy={(event) => onCopy(event, model, shown)}
      >
        <Body
          {...{ scene, words, highlight, model, ramp, shown, focus, open, onFocus, onHighlight }}
          t={cursor.t}
          // A number that is opened elsewhere is none of its cells.
          opened={model.rows.some(({ tensor }) => tensor === opened?.tensor) ? opened : null}
        />
      </div>
      <footer className="matrix-foot">
        <Legend name={legend} ramp={ramp} />
        {readout}
      </footer>
    </section>
  );
}

function within(focus: MatrixFocus, model: MatrixModel): MatrixFocus {
  return {
    row: Math.min(focus.row, model.rows.length - 1),
    column: Math.min(focus.column, model.columns - 1),
  };
}

function onKey(
  event: KeyboardEvent<HTMLElement>,
  { onFocus, onHighlight, model, open }: MatrixSheetProps,
  focus: MatrixFocus,
): void {
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    event.stopPropagation();
    open(focus.row, focus.column);
    return;
  }
  const to = moved(event, focus, { rows: model.rows.length, columns: model.columns });
  if (to === null) return;
  event.preventDefault();
  event.stopPropagation();
  onFocus(to);
  onHighlight({ t: to.row + 1, j: to.column + 1 });
}

/** Copying gives all numbers exactly, unless some text is selected. */
function onCopy(event: ClipboardEvent<HTMLElement>, model: MatrixModel, shown: readonly number[]): void {
  if ((event.currentTarget.ownerDocument.getSelection()?.toString() ?? '') !== '') return;
  event.preventDefault();
  event.clipboardData.setData(
    'text/plain',
    matrixText(model, (t) => shown[t] ?? 0),
  );
}
