/** @file A matrix of a trace as a grid: one row a target word, one column a source word; rows not computed yet stay empty. */

import { useCallback } from 'react';
import { attentionAt } from '../geometry/attention.ts';
import { matrixAddress, matrixModel, shownInRows } from '../geometry/matrixModel.ts';
import { symbolOf } from '../geometry/symbol.ts';
import { MatrixReadout } from './matrix/MatrixReadout.tsx';
import { MatrixSheet } from './matrix/MatrixSheet.tsx';
import { rampsOf } from './ramps.ts';
import type { SceneProps } from './scene.ts';
import { Sym } from './Sym.tsx';

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

/** Scores or weights built so far, T × S. */
export function Matrix(props: MatrixProps) {
  const { scene, cursor, theme, words, highlight, opened, onOpen, name } = props;
  const { formatter, views } = words;
  const model = matrixModel(scene.trace, name);
  const shown = shownInRows(scene.trace, model, cursor);
  const open = useCallback(
    (row: number, column: number): void => {
      const address = matrixAddress(model, row, column);
      if (address !== undefined && column < (shown[row] ?? 0)) onOpen(address);
    },
    [model, shown, onOpen],
  );
  const isScores = name === 'e';
  return (
    <MatrixSheet
      {...props}
      model={model}
      ramp={rampsOf(scene.trace, theme)[isScores ? 'score' : 'weight']}
      shown={shown}
      open={open}
      title={
        <>
          {formatter.text(isScores ? views.matrix.scores : views.matrix.weights)}
          <Sym symbol={symbolOf(name)} />
        </>
      }
      note={formatter.text(isScores ? views.matrix.scoresSize : views.matrix.weightsSize, {
        rows: model.rows.length,
        columns: model.columns,
        done: shown.filter((count) => count === model.columns).length,
        short: attentionAt(scene.trace, 0).aligned === null ? 'no' : 'yes',
      })}
      label={formatter.text(isScores ? views.matrix.gridScores : views.matrix.gridWeights)}
      legend={formatter.text(isScores ? views.legend.score : views.legend.weight)}
      readout={<MatrixReadout {...{ scene, words, model, shown, highlight, opened }} />}
    />
  );
}
