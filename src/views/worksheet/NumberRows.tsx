/** @file The rows of numbers: scores in colour, weights as bars. */

import { memo } from 'react';
import type { Address } from '../../engine/explanation.ts';
import type { Attention } from '../../geometry/attention.ts';
import type { Ramp } from '../../geometry/colour.ts';
import type { Pair } from '../../geometry/cursor.ts';
import { exact } from '../../geometry/numbers.ts';
import { symbolOf } from '../../geometry/symbol.ts';
import { classes } from '../classes.ts';
import type { SceneData, Words } from '../scene.ts';
import { SheetRow } from './SheetRow.tsx';

export interface NumberRowProps {
  readonly scene: SceneData;
  readonly words: Words;
  readonly attention: Attention;
  /** Whether the number at a place (from 0) is computed. */
  readonly has: (j: number) => boolean;
  /** The word that the step writes. */
  readonly target: string;
  /** The opened cell if it is in this row, else −1. */
  readonly opened: number;
  readonly onOpen: (address: Address) => void;
  readonly onHighlight: (pair: Pair | null) => void;
}

const e = symbolOf('e');
const alpha = symbolOf('alpha');
const align = symbolOf('align');

/** Scores: one cell a source word, coloured around 0. */
export const ScoreRow = memo(function ScoreRow(props: NumberRowProps & { readonly ramp: Ramp }) {
  const { scene, words, attention, has, ramp, target } = props;
  const { formatter, views } = words;
  const { scores, scoreTexts } = attention;
  return (
    <SheetRow kind="score" symbol={e} name={formatter.text(views.worksheet.rows.e)}>
      {scene.source.map((source, j) => {
        const value = scores?.values[j] ?? Number.NaN;
        const text = scoreTexts[j] ?? '';
        return (
          // One word may stand twice: its place is its key.
          <div
            role="gridcell"
            // eslint-disable-next-line react/no-array-index-key
            key={j}
            className={`sheet-cell ${isHidden(props, j) ? 'is-hidden' : ''}`}
          >
            {scores !== null && has(j) ? (
              <NumberButton
                {...props}
                {...{ j, text, value }}
                tensor={scores.tensor.id}
                label={formatter.text(views.worksheet.score, { source, target, value: text })}
                background={ramp.css(value)}
                ink={ramp.ink(value)}
              />
            ) : (
              <NotYet words={words} />
            )}
          </div>
        );
      })}
    </SheetRow>
  );
});

export interface WeightRowProps extends NumberRowProps {
  /** The softmax's own weights, the weights it makes for reading, or these where a Gaussian has taken from the softmax's. */
  readonly which: 'align' | 'alpha' | 'product';
}

/** Whether a window that is known hides a place. */
function isHidden({ attention: { window } }: NumberRowProps, j: number): boolean {
  return window !== null && (window.inside.values[j] ?? 0) === 0;
}

/** Weights: a bar as high as the weight, and its number under it. */
export const SoftmaxRow = memo(function SoftmaxRow(props: WeightRowProps) {
  const { scene, words, attention, has, target, which } = props;
  const { formatter, views } = words;
  const weights = which === 'align' ? attention.aligned : attention.weights;
  const weightTexts = which === 'align' ? attention.alignedTexts : attention.weightTexts;
  return (
    <SheetRow
      kind="softmax"
      symbol={which === 'align' ? align : alpha}
      name={formatter.text(views.worksheet.rows[which])}
    >
      {scene.source.map((source, j) => {
        const value = weights?.values[j] ?? Number.NaN;
        const text = weightTexts[j] ?? '';
        return (
          // One word may stand twice: its place is its key.
          // eslint-disable-next-line react/no-array-index-key
          <div role="gridcell" key={j} className="sheet-cell bar-cell">
            {weights !== null && has(j) ? (
              <>
                <div className="bar-room" aria-hidden="true">
                  <div className="bar" style={{ height: `${value * 100}%` }} />
                </div>
                <NumberButton
                  {...props}
                  {...{ j, text, value }}
                  tensor={weights.tensor.id}
                  label={formatter.text(views.worksheet.weight, { source, target, value: text })}
                />
              </>
            ) : (
              <NotYet words={words} />
            )}
          </div>
        );
      })}
    </SheetRow>
  );
});

/** Scores on their way into their bars: a motion over a step that is already complete. */
export function ScoreGhosts({ attention, ramp }: { readonly attention: Attention; readonly ramp: Ramp }) {
  return (
    <div className="ghosts" aria-hidden="true">
      {Array.from(attention.scores?.values ?? [], (value, j) => (
        <div key={j} className="ghost" style={{ background: ramp.css(value), color: ramp.ink(value) }}>
          {attention.scoreTexts[j]}
        </div>
      ))}
    </div>
  );
}

interface NumberButtonProps extends NumberRowProps {
  readonly j: number;
  readonly tensor: number;
  readonly label: string;
  readonly text: string;
  readonly value: number;
  readonly background?: string;
  readonly ink?: string;
}

/** A number that can be asked how it was computed. */
export function NumberButton(props: NumberButtonProps) {
  const { attention, j, tensor, label, text, value, background, ink, opened, onOpen, onHighlight } = props;
  return (
    <Plain
      {...{ j, tensor, label, text, value, background, ink, onOpen, onHighlight }}
      t={attention.t}
      isOpened={opened === j}
    />
  );
}

interface PlainProps extends Pick<
  NumberButtonProps,
  'j' | 'tensor' | 'label' | 'text' | 'value' | 'onOpen' | 'onHighlight'
> {
  readonly t: number;
  readonly background: string | undefined;
  readonly ink: string | undefined;
  readonly isOpened: boolean;
}

/** The button itself: it is rendered again only when it changes. */
const Plain = memo(function Plain(props: PlainProps) {
  const { t, j, tensor, label, text, value, background, ink, isOpened, onOpen, onHighlight } = props;
  const style = background === undefined ? undefined : { background, color: ink };
  const light = (): void => onHighlight({ t: t + 1, j: j + 1 });
  return (
    <button
      type="button"
      className={classes(
        'number',
        background === undefined ? 'is-plain' : 'is-filled',
        isOpened && 'is-opened',
      )}
      style={style}
      aria-label={label}
      aria-pressed={isOpened}
      data-exact={exact(value)}
      tabIndex={-1}
      onClick={() => onOpen({ tensor, cell: j })}
      onPointerEnter={light}
      onPointerLeave={() => onHighlight(null)}
      onFocus={light}
    >
      {text}
    </button>
  );
});

/** The place of a number that is still to come. */
export const NotYet = memo(function NotYet({ words }: { readonly words: Words }) {
  return (
    <div className="not-yet is-text" tabIndex={-1}>
      {words.formatter.text(words.views.worksheet.notYet)}
    </div>
  );
});
