/** @file The cells of a large matrix as pixels, under a grid that renders the focused row and column only. */

import { useLayoutEffect, useRef, type PointerEvent } from 'react';
import { matrixNumber } from '../../geometry/matrixModel.ts';
import { Frames, MatrixHead, useFocusFollows, type MatrixBodyProps } from './MatrixCells.tsx';

/** A large matrix. The grid says its true size; the focused row's cells and the focused column's cells are elements. */
export function MatrixCanvas(props: MatrixBodyProps) {
  const { scene, words, t, highlight, model, focus, open, onFocus, onHighlight } = props;
  const canvas = usePaintedCanvas(props);
  const body = useFocusFollows(focus);
  const placeOf = (event: PointerEvent<HTMLElement>): { row: number; column: number } => {
    const box = event.currentTarget.getBoundingClientRect();
    const along = (at: number, from: number, length: number, count: number): number =>
      Math.min(count - 1, Math.max(0, Math.floor(((at - from) / length) * count)));
    return {
      row: along(event.clientY, box.top, box.height, model.rows.length),
      column: along(event.clientX, box.left, box.width, model.columns),
    };
  };
  return (
    <div className="matrix-body is-large" ref={body}>
      <MatrixHead scene={scene} words={words} lit={highlight?.j ?? 0} />
      <div className="matrix-targets">
        {scene.target.map((word, place) => (
          // One word may stand twice: its place is its key.
          // eslint-disable-next-line react/no-array-index-key
          <div key={place} lang={scene.targetLanguage} className="matrix-target" title={word}>
            {word}
          </div>
        ))}
      </div>
      <div
        className="matrix-pixels"
        role="presentation"
        onPointerMove={(event) => {
          const { row, column } = placeOf(event);
          onHighlight({ t: row + 1, j: column + 1 });
        }}
        onPointerLeave={() => onHighlight(null)}
        onPointerUp={(event) => {
          const { row, column } = placeOf(event);
          onFocus({ row, column });
          open(row, column);
        }}
      >
        <canvas ref={canvas} width={model.columns} height={model.rows.length} aria-hidden="true" />
        <FocusedCells {...props} />
      </div>
      <Frames {...{ t, highlight, model, shown: props.shown }} />
    </div>
  );
}

/** The cells of the focused row and column, for those who cannot see the pixels. */
function FocusedCells({ scene, words, model, shown, focus }: MatrixBodyProps) {
  const { formatter, views } = words;
  const cell = (row: number, column: number) => {
    const target = scene.target[row] ?? '';
    const source = scene.source[column] ?? '';
    const isShown = column < (shown[row] ?? 0);
    return (
      <div
        key={column}
        role="gridcell"
        aria-colindex={column + 2}
        tabIndex={row === focus.row && column === focus.column ? 0 : -1}
        className="matrix-unseen"
        style={{
          top: `${(row / model.rows.length) * 100}%`,
          left: `${(column / model.columns) * 100}%`,
          width: `${100 / model.columns}%`,
          height: `${100 / model.rows.length}%`,
        }}
        aria-label={
          isShown
            ? formatter.text(views.matrix.cell, {
                target,
                source,
                value: matrixNumber(model, row, column).short,
              })
            : formatter.text(views.matrix.empty, { target, source })
        }
      />
    );
  };
  return model.rows.map(({ t }) => (
    <div role="row" key={t} aria-rowindex={t + 2}>
      <div role="rowheader" className="visually-hidden" lang={scene.targetLanguage}>
        {scene.target[t]}
      </div>
      {t === focus.row ? scene.source.map((_, column) => cell(t, column)) : cell(t, focus.column)}
    </div>
  ));
}

/** Paints what is computed, one pixel a cell; the rest stays transparent. */
function usePaintedCanvas({ model, ramp, shown }: MatrixBodyProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    const image = context.createImageData(model.columns, model.rows.length);
    model.rows.forEach((row) => {
      for (let j = 0; j < (shown[row.t] ?? 0); j++) {
        ramp.paint(row.values[j] ?? 0, image.data, 4 * (row.t * model.columns + j));
      }
    });
    context.putImageData(image, 0, 0);
  }, [model, ramp, shown]);
  return canvas;
}
