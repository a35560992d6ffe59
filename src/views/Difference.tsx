/** @file What two scenes of one input differ by, as a matrix: the scores or weights of one less those of the other. */

import { useMemo } from 'react';
import type { Address } from '../engine/explanation.ts';
import { attentionAt } from '../geometry/attention.ts';
import { centred, rampOf } from '../geometry/colour.ts';
import { differenceModel, signed, type DifferenceModel } from '../geometry/differenceModel.ts';
import { matrixAddress, shownInRow } from '../geometry/matrixModel.ts';
import { fixed, significant, sumTexts } from '../geometry/numbers.ts';
import { mergedSteps, mergedWords, standingIn } from '../geometry/sideBySide.ts';
import { symbolOf } from '../geometry/symbol.ts';
import { MatrixSheet } from './matrix/MatrixSheet.tsx';
import type { MatrixProps } from './Matrix.tsx';
import type { SceneData } from './scene.ts';
import { Sym } from './Sym.tsx';

export interface DifferenceProps extends Omit<MatrixProps, 'scene' | 'onOpen'> {
  /** What is taken from, and what is taken away. The opened cell is one of the first. */
  readonly one: SceneData;
  readonly other: SceneData;
  /** Two short names for them. */
  readonly names: readonly [string, string];
  /** A number was chosen, by its cell in `one`; `other` has one of the same name. */
  readonly onOpen: (address: Address) => void;
}

/** One less the other, for the target words that both write, as far as both are computed. */
export function Difference(props: DifferenceProps) {
  const { one, other, names, name, cursor, theme, words, onOpen } = props;
  const { formatter, views } = words;
  const model = useMemo(() => differenceModel(one.trace, other.trace, name), [one, other, name]);
  const scene = useMemo(
    (): SceneData => ({
      ...one,
      target: mergedWords(one.target, other.target).slice(0, model.rows.length),
    }),
    [one, other, model],
  );
  const steps = useMemo(() => mergedSteps(one.trace, other.trace), [one, other]);
  const shown = useMemo(
    () =>
      model.rows.map(({ t, values }) =>
        Math.min(
          values.length,
          ...[one.trace, other.trace].map((trace) =>
            shownInRow(trace, name, standingIn(trace, cursor, steps).cursor, t),
          ),
        ),
      ),
    [model, one, other, steps, name, cursor],
  );
  const ramp = useMemo(() => rampOf(theme, 'score', centred(model.largest)), [theme, model]);
  const open = (row: number, column: number): void => {
    const address = matrixAddress(model, row, column);
    if (address !== undefined && column < (shown[row] ?? 0)) onOpen(address);
  };
  const isScores = name === 'e';
  const values = { one: names[0], other: names[1] };
  return (
    <MatrixSheet
      {...props}
      {...{ scene, model, ramp, shown, open }}
      title={
        <>
          {formatter.text(isScores ? views.difference.scores : views.difference.weights)}
          <Sym symbol={symbolOf(name)} />
        </>
      }
      note={noteOf(props, scene, model, shown)}
      label={formatter.text(isScores ? views.difference.gridScores : views.difference.gridWeights, values)}
      legend={formatter.text(views.difference.legend, values)}
      readout={<Readout {...props} scene={scene} model={model} shown={shown} />}
    />
  );
}

/** Where the two differ most, once it is computed. */
function noteOf(
  { words: { formatter, views }, names }: DifferenceProps,
  scene: SceneData,
  { at, largest }: DifferenceModel,
  shown: readonly number[],
): string {
  if (at === null) return formatter.text(views.difference.none);
  if (at.column >= (shown[at.row] ?? 0)) {
    return formatter.text(views.difference.formula, { one: names[0], other: names[1] });
  }
  return formatter.text(views.difference.most, {
    value: significant(largest),
    target: scene.target[at.row] ?? '',
    source: scene.source[at.column] ?? '',
  });
}

interface ReadoutProps extends DifferenceProps {
  readonly scene: SceneData;
  readonly model: DifferenceModel;
  readonly shown: readonly number[];
}

/** The lit pair: both numbers and what they differ by, rounded so that they agree. */
function Readout({ words, scene, one, other, model, shown, highlight }: ReadoutProps) {
  const { formatter, views } = words;
  const row = (highlight?.t ?? 0) - 1;
  const column = (highlight?.j ?? 0) - 1;
  if (row < 0 || column < 0 || column >= (shown[row] ?? 0)) {
    return <span className="matrix-hint">{formatter.text(views.difference.hint)}</span>;
  }
  const [mine, theirs] = [one, other].map(({ trace }) => {
    const { scores, weights } = attentionAt(trace, row);
    return (model.name === 'e' ? scores : weights)?.values[column] ?? Number.NaN;
  });
  const [less, taken] = [mine ?? Number.NaN, theirs ?? Number.NaN];
  const { parts, total } = sumTexts([less, -taken], less - taken, 3);
  return (
    <output className="matrix-exact" aria-live="off">
      <span lang={scene.targetLanguage}>{scene.target[row]}</span>
      {' · '}
      <span lang={scene.sourceLanguage}>{scene.source[column]}</span>{' '}
      <span className="matrix-digits">
        {parts[0]} {subtracted(parts[1] ?? fixed(0, 3))} = {signed(total)}
      </span>
    </output>
  );
}

/** `− 0.12` for a part of a sum that is `−0.12`; `+ 0.12` for `0.12`. */
function subtracted(part: string): string {
  return part.startsWith('−') ? `− ${part.slice(1)}` : `+ ${part}`;
}
