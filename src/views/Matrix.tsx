/** @file A matrix of a trace as a grid: one row a target word, one column a source word; rows not computed yet stay empty. */

import type { SceneProps } from './scene.ts';

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
  return <section className="matrix">{props.name}</section>;
}
