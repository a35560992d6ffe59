/** @file A gated unit at work: the state before, the gates, the candidate and the state after, as strips that open to their numbers. */

import { memo, useMemo } from 'react';
import type { Address } from '../engine/explanation.ts';
import type { Theme } from '../geometry/colour.ts';
import type { Cursor } from '../geometry/cursor.ts';
import { vectorName } from '../geometry/cellName.ts';
import { gateModel, type GateVector } from '../geometry/gateModel.ts';
import { Legend } from './Legend.tsx';
import { rampsOf } from './ramps.ts';
import type { SceneData, Unfolding, Words } from './scene.ts';
import { Sym } from './Sym.tsx';
import { Unfolded } from './worksheet/Unfolded.tsx';
import { vectorKey } from './worksheet/unfolding.ts';
import { VectorButton } from './worksheet/VectorButton.tsx';
import './panels.css';

export interface GatePanelProps extends Unfolding {
  readonly scene: SceneData;
  readonly cursor: Cursor;
  readonly theme: Theme;
  readonly words: Words;
  readonly opened: Address | null;
  readonly onOpen: (address: Address) => void;
}

/** The unit that the cursor's stage runs; nothing in stages that run none. */
export const GatePanel = memo(function GatePanel(props: GatePanelProps) {
  const { scene, cursor, theme, words, unfolded, onUnfold } = props;
  const { formatter, views } = words;
  const vectors = useMemo(() => gateModel(scene.trace, cursor), [scene.trace, cursor]);
  if (vectors.length === 0) return null;
  const ramps = rampsOf(scene.trace, theme);
  const title = {
    state: views.gates.titleState,
    forward: views.gates.titleForward,
    backward: views.gates.titleBackward,
  }[cursor.at];
  return (
    <section className="panel gate-panel">
      <h3>
        {formatter.text(title ?? views.gates.titleState, { word: scene.source[cursor.cell - 1] ?? '' })}
      </h3>
      <div className="gates">
        {vectors.map((vector) => (
          <Gate key={vector.part} vector={vector} {...{ scene, theme, words, unfolded, onUnfold }} />
        ))}
      </div>
      <Unfolded
        {...props}
        vectors={vectors.map(({ tensor, row, scale }) => ({ tensor, row, ramp: ramps[scale] }))}
      />
      <p className="panel-legends">
        <Legend name={formatter.text(views.legend.gate)} ramp={ramps.gate} />
        <Legend name={formatter.text(views.legend.vector)} ramp={ramps.vector} />
      </p>
    </section>
  );
});

interface GateProps extends Unfolding {
  readonly vector: GateVector;
  readonly scene: SceneData;
  readonly theme: Theme;
  readonly words: Words;
}

function Gate({ vector, scene, theme, words, unfolded, onUnfold }: GateProps) {
  const { formatter, views } = words;
  const { tensor, row, values, part, scale } = vector;
  const symbol = vectorName(scene.trace, tensor, row < 0 ? undefined : row);
  const key = vectorKey(scene.trace, tensor, row);
  return (
    <div className="gate">
      <span className="gate-symbol">
        <Sym symbol={symbol} />
      </span>
      <VectorButton
        values={values}
        ramp={rampsOf(scene.trace, theme)[scale]}
        label={formatter.text(views.worksheet.vectorPlain, { name: symbol.plain, count: values.length })}
        unfoldKey={key}
        unfolded={unfolded.has(key)}
        onUnfold={onUnfold}
      />
      <span className="gate-name">{formatter.text(views.gates[part])}</span>
    </div>
  );
}
