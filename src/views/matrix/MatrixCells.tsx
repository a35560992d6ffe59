/** @file The cells of a matrix as elements: a row is rendered again only when it changes. */

import { memo, useCallback, useLayoutEffect, useRef, type RefObject } from 'react';
import type { Ramp } from '../../geometry/colour.ts';
import { matrixNumber, type MatrixModel, type MatrixRow } from '../../geometry/matrixModel.ts';
import type { MatrixFocus, MatrixProps } from '../Matrix.tsx';
import { classes } from '../classes.ts';
import type { SceneData, Words } from '../scene.ts';

export interface MatrixBodyProps extends Pick<
  MatrixProps,
  'scene' | 'words' | 'highlight' | 'opened' | 'onFocus' | 'onHighlight'
> {
  /** The cursor's target step (from 1). */
  readonly t: number;
  readonly model: MatrixModel;
  readonly ramp: Ramp;
  /** How many cells of each row are computed. */
  readonly shown: readonly number[];
  readonly focus: MatrixFocus;
  readonly open: (row: number, column: number) => void;
}

/** Headers and rows, and over them the frames of the current row and the lit pair. */
export const MatrixCells = memo(function MatrixCells(props: MatrixBodyProps) {
  const { scene, words, t, highlight, model, ramp, shown, focus, open, onFocus, onHighlight, opened } = props;
  const body = useFocusFollows(focus);
  // The latest `open` for rows that are not rendered again.
  const latest = useRef(open);
  useLayoutEffect(() => {
    latest.current = open;
  });
  const onPick = useCallback(
    (row: number, column: number) => {
      onFocus({ row, column });
      latest.current(row, column);
    },
    [onFocus],
  );
  const onPoint = useCallback(
    (row: number, column: number) => onHighlight(row < 0 ? null : { t: row + 1, j: column + 1 }),
    [onHighlight],
  );
  return (
    <div className="matrix-body" ref={body}>
      <MatrixHead scene={scene} words={words} lit={highlight?.j ?? 0} />
      {model.rows.map((row) => (
        <Row
          key={row.t}
          {...{ scene, words, model, row, ramp, onPick, onPoint }}
          shown={shown[row.t] ?? 0}
          isCurrent={row.t === t - 1}
          focused={row.t === focus.row ? focus.column : -1}
          lit={highlight?.t === row.t + 1}
          opened={opened !== null && opened.tensor === row.tensor ? opened.cell : -1}
        />
      ))}
      <Frames {...{ t, highlight, model, shown }} />
    </div>
  );
});

/** Source words over the columns. */
export const MatrixHead = memo(function MatrixHead({
  scene,
  words,
  lit,
}: {
  readonly scene: SceneData;
  readonly words: Words;
  readonly lit: number;
}) {
  return (
    <div role="row" className="matrix-row matrix-columns" aria-rowindex={1}>
      <div role="columnheader" className="matrix-corner">
        <span className="visually-hidden">{words.formatter.text(words.views.matrix.corner)}</span>
      </div>
      {scene.source.map((word, j) => (
        // One word may stand twice: its place is its key.
        // eslint-disable-next-line react/no-array-index-key
        <HeadWord key={j} word={word} j={j} lang={scene.sourceLanguage} isLit={lit === j + 1} />
      ))}
    </div>
  );
});

interface HeadWordProps {
  readonly word: string;
  /** From 0. */
  readonly j: number;
  readonly lang: string;
  readonly isLit: boolean;
}

const HeadWord = memo(function HeadWord({ word, j, lang, isLit }: HeadWordProps) {
  return (
    <div
      role="columnheader"
      aria-colindex={j + 2}
      lang={lang}
      className={isLit ? 'matrix-word is-lit' : 'matrix-word'}
      title={word}
    >
      <span>{word}</span>
    </div>
  );
});

interface RowProps {
  readonly scene: SceneData;
  readonly words: Words;
  readonly model: MatrixModel;
  readonly row: MatrixRow;
  readonly ramp: Ramp;
  readonly shown: number;
  readonly isCurrent: boolean;
  /** The column in the tab order, or −1 if it is in another row. */
  readonly focused: number;
  readonly lit: boolean;
  readonly opened: number;
  readonly onPick: (row: number, column: number) => void;
  /** Row −1: the pointer has left. */
  readonly onPoint: (row: number, column: number) => void;
}

const Row = memo(function Row(props: RowProps) {
  const { scene, words, model, row, ramp, shown, isCurrent, focused, lit, opened, onPick, onPoint } = props;
  const target = scene.target[row.t] ?? '';
  return (
    <div role="row" className={`matrix-row ${isCurrent ? 'is-current' : ''}`} aria-rowindex={row.t + 2}>
      <div
        role="rowheader"
        lang={scene.targetLanguage}
        className={`matrix-target ${lit ? 'is-lit' : ''}`}
        title={target}
      >
        {target}
      </div>
      {scene.source.map((source, j) => (
        <Cell
          // One word may stand twice: its place is its key.
          // eslint-disable-next-line react/no-array-index-key
          key={j}
          {...{ words, model, row, j, source, target, ramp, onPick, onPoint }}
          isShown={j < shown}
          isOpened={opened === j}
          isStop={focused === j}
        />
      ))}
    </div>
  );
});

interface CellProps extends Pick<RowProps, 'words' | 'model' | 'row' | 'ramp' | 'onPick' | 'onPoint'> {
  readonly j: number;
  readonly source: string;
  readonly target: string;
  readonly isShown: boolean;
  readonly isOpened: boolean;
  /** Whether Tab stops here. */
  readonly isStop: boolean;
}

/** One number: a row whose frame moves does not render it again. */
const Cell = memo(function Cell(props: CellProps) {
  const { words, model, row, j, source, target, ramp, isShown, isOpened, isStop, onPick, onPoint } = props;
  const { formatter, views } = words;
  const value = row.values[j] ?? Number.NaN;
  return (
    // The grid has the keys of all its cells.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="gridcell"
      aria-colindex={j + 2}
      aria-label={
        isShown
          ? formatter.text(views.matrix.cell, {
              target,
              source,
              value: matrixNumber(model, row.t, j).short,
            })
          : formatter.text(views.matrix.empty, { target, source })
      }
      aria-selected={isOpened}
      tabIndex={isStop ? 0 : -1}
      className={classes('matrix-cell', !isShown && 'is-empty', isOpened && 'is-opened')}
      style={isShown ? { background: ramp.css(value), color: ramp.ink(value) } : undefined}
      onClick={() => onPick(row.t, j)}
      onPointerEnter={() => onPoint(row.t, j)}
      onPointerLeave={() => onPoint(-1, -1)}
    >
      {isShown && (
        <span className="matrix-number" data-full={row.fullTexts[j]}>
          {row.texts[j]}
        </span>
      )}
    </div>
  );
});

/** The frames of the current row and of the lit pair: they move without the cells being rendered again. */
export const Frames = memo(function Frames({
  t,
  highlight,
  model,
  shown,
}: Pick<MatrixBodyProps, 't' | 'highlight' | 'model' | 'shown'>) {
  const T = model.rows.length;
  const empty = shown.indexOf(0);
  const lit = highlight ?? {};
  return (
    <div className="matrix-frames" aria-hidden="true">
      {empty >= 0 && <div className="matrix-rest" style={{ top: `${(empty / T) * 100}%` }} />}
      {t >= 1 && t <= T && (
        <div className="matrix-now" style={{ top: `${((t - 1) / T) * 100}%`, height: `${100 / T}%` }} />
      )}
      {lit.t !== undefined && lit.j !== undefined && lit.t <= T && (
        <div
          className="matrix-lit"
          style={{
            top: `${((lit.t - 1) / T) * 100}%`,
            height: `${100 / T}%`,
            left: `${((lit.j - 1) / model.columns) * 100}%`,
            width: `${100 / model.columns}%`,
          }}
        />
      )}
    </div>
  );
});

/** Moves the browser's focus to the focused cell when it changes while the focus is inside. */
export function useFocusFollows({ row, column }: MatrixFocus): RefObject<HTMLDivElement | null> {
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = body.current;
    const active = box?.ownerDocument.activeElement;
    if (box === null || active === null || active === undefined || !box.contains(active)) return;
    const cell = box.querySelector<HTMLElement>(
      `[aria-rowindex="${row + 2}"] > [role="gridcell"][aria-colindex="${column + 2}"]`,
    );
    if (cell !== null && cell !== active) cell.focus();
  }, [row, column]);
  return body;
}
