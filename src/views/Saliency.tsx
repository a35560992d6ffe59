/** @file Saliency: how much each source word moves each written word, by the gradient; computed when the reader asks for it. */

import { useMemo } from 'react';
import { attentionAt } from '../geometry/attention.ts';
import { rampOf } from '../geometry/colour.ts';
import { saliencyModel, type SaliencyModel } from '../geometry/saliencyModel.ts';
import { MatrixSheet } from './matrix/MatrixSheet.tsx';
import type { MatrixProps } from './Matrix.tsx';
import './saliency.css';

export interface SaliencyProps extends Omit<MatrixProps, 'name' | 'onOpen'> {
  /** ‖∂ log p(word t) / ∂ x_j‖, a row a written word; or how the question for them stands. */
  readonly answer: readonly (readonly number[])[] | 'unasked' | 'running' | 'failed';
  readonly onAsk: () => void;
}

/** The third matrix. */
export function Saliency(props: SaliencyProps) {
  const { words, answer, onAsk } = props;
  const { formatter, views } = words;
  const { saliency } = views;
  if (typeof answer !== 'string') return <SaliencyMatrix {...props} answer={answer} />;
  return (
    <section className="saliency" aria-label={formatter.text(saliency.title)}>
      <h2>{formatter.text(saliency.title)}</h2>
      <p className="saliency-lead">{formatter.text(saliency.lead)}</p>
      <button type="button" className="button" disabled={answer === 'running'} onClick={onAsk}>
        {formatter.text(answer === 'running' ? saliency.running : saliency.ask)}
      </button>
      {answer === 'failed' && <p role="alert">{formatter.text(saliency.failed)}</p>}
    </section>
  );
}

interface SaliencyMatrixProps extends SaliencyProps {
  readonly answer: readonly (readonly number[])[];
}

function SaliencyMatrix(props: SaliencyMatrixProps) {
  const { scene, words, theme, answer } = props;
  const { formatter, views } = words;
  const { saliency } = views;
  const model = useMemo(() => saliencyModel(scene.trace, answer), [scene.trace, answer]);
  const shown = useMemo(() => model.rows.map(({ values }) => values.length), [model]);
  const ramp = useMemo(() => rampOf(theme, 'gate', [0, 1]), [theme]);
  return (
    <>
      <MatrixSheet
        {...props}
        {...{ model, ramp, shown }}
        name="saliency"
        open={nothing}
        onOpen={nothing}
        title={formatter.text(saliency.title)}
        note={formatter.text(saliency.size, { rows: model.rows.length, columns: model.columns })}
        label={formatter.text(saliency.grid)}
        legend={formatter.text(saliency.legend)}
        readout={<Readout {...props} model={model} />}
      />
      <p className="saliency-lead">
        {formatter.text(saliency.lead)}{' '}
        {model.agreeing !== null &&
          formatter.text(saliency.agreement, { agreeing: model.agreeing, rows: model.rows.length })}
      </p>
    </>
  );
}

/** These numbers are no cells of the trace: there is no story to open. */
const nothing = (): void => undefined;

/** The lit pair: the gradient, and the weight beside it. */
function Readout({
  scene,
  words,
  highlight,
  model,
}: SaliencyMatrixProps & { readonly model: SaliencyModel }) {
  const { formatter, views } = words;
  const [t, j] = [(highlight?.t ?? 0) - 1, (highlight?.j ?? 0) - 1];
  const value = model.rows[t]?.fullTexts[j];
  if (value === undefined) return <span className="matrix-hint">{formatter.text(views.matrix.hint)}</span>;
  const weight = attentionAt(scene.trace, t).weightTexts[j];
  return (
    <output className="matrix-exact" aria-live="off">
      <span lang={scene.targetLanguage}>{scene.target[t]}</span>
      {' · '}
      <span lang={scene.sourceLanguage}>{scene.source[j]}</span>{' '}
      <span className="matrix-digits">
        {formatter.text(views.saliency.readout, {
          value,
          weight: weight ?? '',
          weighed: weight === undefined ? 'no' : 'yes',
        })}
      </span>
    </output>
  );
}
