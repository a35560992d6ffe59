/** @file What the page that compares keeps besides its link: both translations, and how their run stands. */
import type { MatrixFocus } from '../../../views/Matrix.tsx';
import type { Run, Shown } from '../../state/appState.ts';

/** Two translations that have arrived together. */
export interface Pairing {
  readonly left: Shown;
  readonly right: Shown;
}

export interface CompareSlice {
  readonly pair: Pairing | null;
  readonly run: Run;
  readonly focus: { readonly e: MatrixFocus | null; readonly alpha: MatrixFocus | null };
}

export const emptyCompare: CompareSlice = {
  pair: null,
  run: { state: 'running', progress: null, restarted: false },
  focus: { e: null, alpha: null },
};
