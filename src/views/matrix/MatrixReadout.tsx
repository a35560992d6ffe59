/** @file Under a matrix: the lit number to its last digit, or how to get to one. */

import type { Address } from '../../engine/explanation.ts';
import type { Pair } from '../../geometry/cursor.ts';
import { matrixNumber, type MatrixModel } from '../../geometry/matrixModel.ts';
import { symbolOf } from '../../geometry/symbol.ts';
import type { SceneData, Words } from '../scene.ts';
import { Sym } from '../Sym.tsx';

export interface MatrixReadoutProps {
  readonly scene: SceneData;
  readonly words: Words;
  readonly model: MatrixModel;
  readonly shown: readonly number[];
  readonly highlight: Pair | null;
  readonly opened: Address | null;
}

/** The number of the lit pair. */
export function MatrixReadout({ scene, words, model, shown, highlight }: MatrixReadoutProps) {
  const { formatter, views } = words;
  const row = (highlight?.t ?? 0) - 1;
  const column = (highlight?.j ?? 0) - 1;
  if (row < 0 || column < 0 || column >= (shown[row] ?? 0)) {
    return <span className="matrix-hint">{formatter.text(views.matrix.hint)}</span>;
  }
  return (
    <output className="matrix-exact" aria-live="off">
      <span lang={scene.targetLanguage}>{scene.target[row]}</span>
      {' · '}
      <span lang={scene.sourceLanguage}>{scene.source[column]}</span>{' '}
      <Sym symbol={symbolOf(model.name, { t: row + 1, j: column + 1 })} /> ={' '}
      <span className="matrix-digits">{matrixNumber(model, row, column).exact}</span>
    </output>
  );
}
