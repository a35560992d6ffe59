/** @file The rows of numbers: scores in colour, weights as bars. */

import { memo } from 'react';
import type { Address } from '../../engine/explanation.ts';
import type { Ramp } from '../../geometry/colour.ts';
import type { Pair } from '../../geometry/cursor.ts';
import { exact } from '../../geometry/numbers.ts';
import { symbolOf } from '../../geometry/symbol.ts';
import type { Column } from '../../geometry/worksheetModel.ts';
import type { SceneData, Words } from '../scene.ts';
import { SheetRow } from './SheetRow.tsx';

export interface NumberRowProps {
  readonly scene: SceneData;
  readonly words: Words;
  readonly columns: readonly Column[];
  /** The step, from 0, and the word it writes. */
  readonly t: number;
  readonly target: string;
  /** The tensor of the numbers; −1 if there is none. */
  readonly tensor: number;
  readonly ramp: Ramp;
  /** The opened cell if it is in this row, else −1. */
  readonly opened: number;
  readonly onOpen: (address: Address) => void;
  readonly onHighlight: (pair: Pair | null) => void;
  /** Whether numbers move into their place: after a step, for as long as the motion takes. */
  readonly moving: boolean;
}

const e = symbolOf('e');
const alpha = symbolOf('alpha');

/** Scores: one cell a source word, coloured around 0. */
export const ScoreRow = memo(function ScoreRow(props: NumberRowProps) {
  const { scene, words, columns, ramp, target } = props;
  const { formatter, views } = words;
  return (
    <SheetRow kind="score" symbol={e} name={formatter.text(views.worksheet.rows.e)}>
      {columns.map((column) => (
        <div role="gridcell" key={column.j} className="sheet-cell">
          {column.hasScore ? (
            <NumberButton
              {...props}
              j={column.j}
              label={formatter.text(views.worksheet.score, {
                source: scene.source[column.j] ?? '',
                target,
                value: column.scoreText,
              })}
              text={column.scoreText}
              value={column.score}
              background={ramp.css(column.score)}
              ink={ramp.ink(column.score)}
            />
          ) : (
            <NotYet words={words} />
          )}
        </div>
      ))}
    </SheetRow>
  );
});

/** Weights: a bar as high as the weight, and its number under it. */
export const SoftmaxRow = memo(function SoftmaxRow(props: NumberRowProps) {
  const { scene, words, columns, target, moving } = props;
  const { formatter, views } = words;
  return (
    <SheetRow kind="softmax" symbol={alpha} name={formatter.text(views.worksheet.rows.alpha)}>
      {columns.map((column) => (
        <div role="gridcell" key={column.j} className="sheet-cell bar-cell">
          {column.hasWeight ? (
            <>
              <div className="bar-room" aria-hidden="true">
                <div className="bar" style={{ height: `${column.weight * 100}%` }} />
                {moving && (
                  <div
                    className="ghost ghost-score"
                    style={{
                      background: scoreColour(props.ramp, column),
                      color: props.ramp.ink(column.score),
                    }}
                  >
                    {column.scoreText}
                  </div>
                )}
              </div>
              <NumberButton
                {...props}
                j={column.j}
                label={formatter.text(views.worksheet.weight, {
                  source: scene.source[column.j] ?? '',
                  target,
                  value: column.weightText,
                })}
                text={column.weightText}
                value={column.weight}
              />
            </>
          ) : (
            <NotYet words={words} />
          )}
        </div>
      ))}
    </SheetRow>
  );
});

function scoreColour(ramp: Ramp, column: Column): string {
  return ramp.css(column.score);
}

interface NumberButtonProps extends NumberRowProps {
  readonly j: number;
  readonly label: string;
  readonly text: string;
  readonly value: number;
  readonly background?: string;
  readonly ink?: string;
}

/** A number that can be asked how it was computed. */
function NumberButton(props: NumberButtonProps) {
  const { t, j, tensor, label, text, value, background, ink, opened, onOpen, onHighlight } = props;
  const style = background === undefined ? undefined : { background, color: ink };
  const light = (): void => onHighlight({ t: t + 1, j: j + 1 });
  return (
    <button
      type="button"
      className={`number ${background === undefined ? 'is-plain' : 'is-filled'} ${opened === j ? 'is-opened' : ''}`}
      style={style}
      aria-label={label}
      aria-pressed={opened === j}
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
}

/** The place of a number that is still to come. */
export function NotYet({ words }: { readonly words: Words }) {
  return (
    <div className="not-yet" tabIndex={-1}>
      <span className="visually-hidden">{words.formatter.text(words.views.worksheet.notYet)}</span>
    </div>
  );
}
