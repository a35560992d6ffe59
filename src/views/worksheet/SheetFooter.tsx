/** @file Under the worksheet: the legends of its colours, and the numbers of the lit pair exactly. */

import { memo } from 'react';
import { attentionAt } from '../../geometry/attention.ts';
import type { ScaleKind, Theme } from '../../geometry/colour.ts';
import type { Cursor, Pair } from '../../geometry/cursor.ts';
import { exact } from '../../geometry/numbers.ts';
import { progressOf } from '../../geometry/progress.ts';
import { symbolOf } from '../../geometry/symbol.ts';
import { Legend } from '../Legend.tsx';
import { rampsOf } from '../ramps.ts';
import type { SceneData, Words } from '../scene.ts';
import { Sym } from '../Sym.tsx';

export interface SheetFooterProps {
  readonly scene: SceneData;
  readonly words: Words;
  readonly theme: Theme;
  readonly cursor: Cursor;
  readonly highlight: Pair | null;
  readonly kinds: readonly ScaleKind[];
}

/** Legends and the exact numbers. */
export const SheetFooter = memo(function SheetFooter(props: SheetFooterProps) {
  const { scene, words, theme, kinds } = props;
  const { formatter, views } = words;
  const ramps = rampsOf(scene.trace, theme);
  return (
    <footer className="sheet-footer">
      {kinds.map((kind) => (
        <Legend key={kind} name={formatter.text(views.legend[kind])} ramp={ramps[kind]} />
      ))}
      <Exact {...props} />
    </footer>
  );
});

/** The score and the weight of the lit pair to the last digit. */
function Exact({ scene, cursor, highlight }: SheetFooterProps) {
  const t = (highlight?.t ?? cursor.t) - 1;
  const j = (highlight?.j ?? 0) - 1;
  if (highlight === null || j < 0 || t < 0) return <output className="sheet-exact" />;
  const { scores, weights, weighing } = attentionAt(scene.trace, t);
  const places = { t: t + 1, j: j + 1 };
  const score = progressOf(scene.trace, cursor, t, 'score').has(j) ? scores?.values[j] : undefined;
  const weight = progressOf(scene.trace, cursor, t, weighing).has(j) ? weights?.values[j] : undefined;
  return (
    <output className="sheet-exact" aria-live="off">
      {score !== undefined && (
        <span className="sheet-number">
          <Sym symbol={symbolOf('e', places)} /> = {exact(score)}
        </span>
      )}
      {weight !== undefined && (
        <span className="sheet-number">
          <Sym symbol={symbolOf('alpha', places)} /> = {exact(weight)}
        </span>
      )}
    </output>
  );
}
