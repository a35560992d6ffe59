/** @file A matrix of a trace as a grid: one row a target word, one column a source word; rows not computed yet stay empty. */

import { useMemo, type ClipboardEvent, type CSSProperties, type KeyboardEvent } from 'react';
import {
  matrixAddress,
  matrixModel,
  matrixText,
  shownInRow,
  type MatrixModel,
} from '../geometry/matrixModel.ts';
import { classes } from './classes.ts';
import { Legend } from './Legend.tsx';
import { MatrixCanvas } from './matrix/MatrixCanvas.tsx';
import { MatrixCells } from './matrix/MatrixCells.tsx';
import { MatrixReadout } from './matrix/MatrixReadout.tsx';
import { rampsOf } from './ramps.ts';
import { moved } from './roving.ts';
import type { SceneProps, Words } from './scene.ts';
import { Sym } from './Sym.tsx';
import { symbolOf } from '../geometry/symbol.ts';
import './matrix/matrix.css';

export interface MatrixProps extends SceneProps {
  /** `e` for the scores, `alpha` for the weights. */
  readonly name: 'e' | 'alpha';
  /** The cell in the tab order (both from 0), or null for the current row's first. */
  readonly focus: MatrixFocus | null;
  /** Arrow keys, Home, End, Page Up and Down, or a pointer moved the focus. */
  readonly onFocus: (focus: MatrixFocus) => void;
  readonly old: boolean;
}

export interface MatrixFocus {
  readonly row: number;
  readonly column: number;
}

/** Cells up to which every cell is an element; past that they are pixels. */
const ELEMENTS = 1024;

/** Columns past which words stand upright over them, and past which a matrix wants the whole width of the page. */
const UPRIGHT = 9;
const WIDE = 14;

/** Scores or weights built so far, T × S. */
export function Matrix(props: MatrixProps) {
  const { scene, cursor, theme, words, highlight, opened, onOpen, name, old } = props;
  const { formatter, views } = words;
  const model = matrixModel(scene.trace, name);
  const ramp = rampsOf(scene.trace, theme)[name === 'e' ? 'score' : 'weight'];
  const shown = useMemo(
    () => model.rows.map((row) => shownInRow(scene.trace, name, cursor, row.t)),
    [model, scene.trace, name, cursor],
  );
  const focus = within(props.focus ?? { row: Math.max(0, cursor.t - 1), column: 0 }, model);
  const isLarge = model.size > ELEMENTS;
  const style: CSSProperties & Record<`--${string}`, number | string> = {
    '--columns': model.columns,
    '--rows': model.rows.length,
    '--head': `${Math.max(...scene.source.map((word) => word.length), 3) * 7.2 + 6}px`,
  };
  const open = (row: number, column: number): void => {
    const address = matrixAddress(model, row, column);
    if (address !== undefined && column < (shown[row] ?? 0)) onOpen(address);
  };
  return (
    <section
      className={classes(
        'matrix',
        `matrix-${name}`,
        old && 'is-old',
        model.columns > UPRIGHT && 'has-upright-words',
        model.columns > WIDE && 'is-wide',
      )}
      style={style}
      aria-labelledby={`matrix-${name}`}
    >
      <MatrixTitle
        {...{ words, name, model }}
        done={shown.filter((count) => count === model.columns).length}
      />
      <div
        className="matrix-grid"
        role="grid"
        tabIndex={-1}
        aria-label={formatter.text(name === 'e' ? views.matrix.gridScores : views.matrix.gridWeights)}
        aria-rowcount={model.rows.length + 1}
        aria-colcount={model.columns + 1}
        onKeyDown={(event) => onKey(event, props, model, focus, open)}
        onCopy={(event) => onCopy(event, model, shown)}
      >
        {isLarge ? (
          <MatrixCanvas {...props} model={model} ramp={ramp} shown={shown} focus={focus} open={open} />
        ) : (
          <MatrixCells {...props} model={model} ramp={ramp} shown={shown} focus={focus} open={open} />
        )}
      </div>
      <footer className="matrix-foot">
        <Legend name={formatter.text(name === 'e' ? views.legend.score : views.legend.weight)} ramp={ramp} />
        <MatrixReadout {...{ scene, words, model, shown, highlight, opened }} />
      </footer>
    </section>
  );
}

interface MatrixTitleProps {
  readonly words: Words;
  readonly name: 'e' | 'alpha';
  readonly model: MatrixModel;
  /** How many rows are computed. */
  readonly done: number;
}

function MatrixTitle({ words: { formatter, views }, name, model, done }: MatrixTitleProps) {
  const size = name === 'e' ? views.matrix.scoresSize : views.matrix.weightsSize;
  return (
    <header className="matrix-head">
      <h2 id={`matrix-${name}`} className={name === 'alpha' ? 'role-weight' : ''}>
        {formatter.text(name === 'e' ? views.matrix.scores : views.matrix.weights)}
        <Sym symbol={symbolOf(name)} />
      </h2>
      <p>{formatter.text(size, { rows: model.rows.length, columns: model.columns, done })}</p>
    </header>
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
  { onFocus, onHighlight }: MatrixProps,
  model: MatrixModel,
  focus: MatrixFocus,
  open: (row: number, column: number) => void,
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
