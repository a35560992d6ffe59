/** @file The rows of local attention: the window with its centre, and the Gaussian around it. */

import { memo } from 'react';
import type { Window } from '../../geometry/attention.ts';
import { fixed, significant } from '../../geometry/numbers.ts';
import { symbolOf } from '../../geometry/symbol.ts';
import { BOX } from '../../geometry/arrows.ts';
import { GAUSSIAN_HEIGHT, gaussianPath, windowSpan } from '../../geometry/windowModel.ts';
import { NotYet, NumberButton, type NumberRowProps } from './NumberRows.tsx';
import { SheetRow } from './SheetRow.tsx';

export interface WindowRowProps extends NumberRowProps {
  readonly window: Window;
}

const centreSymbol = symbolOf('p', {}, { stage: 'position' });
const gaussSymbol = symbolOf('gauss');

/** Which places are looked at: the window as a bracket with its centre, and each place's distance from it. */
export const WindowRow = memo(function WindowRow(props: WindowRowProps) {
  const { scene, words, window, has } = props;
  const { formatter, views } = words;
  const span = windowSpan(window, scene.source.length);
  const shown = has(0);
  return (
    <SheetRow
      kind="window"
      symbol={centreSymbol}
      name={formatter.text(views.worksheet.rows.window, {
        centre: significant(window.centre),
        reach: window.reach,
        known: shown ? 'yes' : 'no',
      })}
    >
      {scene.source.map((source, j) => {
        const inside = (window.inside.values[j] ?? 0) > 0;
        const text = significant(j + 1 - window.centre);
        return (
          // One word may stand twice: its place is its key.
          <div
            role="gridcell"
            // eslint-disable-next-line react/no-array-index-key
            key={j}
            className={`sheet-cell window-cell ${shown ? (inside ? 'is-inside' : 'is-outside') : ''}`}
          >
            {shown ? (
              <NumberButton
                {...props}
                {...{ j, text }}
                value={window.inside.values[j] ?? 0}
                tensor={window.inside.tensor.id}
                label={formatter.text(views.worksheet.distance, {
                  source,
                  value: text,
                  inside: inside ? 'yes' : 'no',
                })}
              />
            ) : (
              <NotYet words={words} />
            )}
          </div>
        );
      })}
      {shown && (
        <svg
          className="window-span"
          viewBox={`0 0 ${BOX} 12`}
          preserveAspectRatio="none"
          role="img"
          aria-label={formatter.text(views.worksheet.span, {
            centre: significant(window.centre),
            reach: window.reach,
          })}
        >
          <path className="window-bracket" d={span.path} />
          <path className="window-centre" d={`M${span.centre},0V12`} />
        </svg>
      )}
    </SheetRow>
  );
});

/** The factor at each place, as a bar under the curve. */
export const GaussianRow = memo(function GaussianRow(props: WindowRowProps) {
  const { scene, words, window, has } = props;
  const { formatter, views } = words;
  const { gaussian } = window;
  if (gaussian === null) return null;
  const shown = scene.source.some((_, j) => has(j));
  return (
    <SheetRow kind="gaussian" symbol={gaussSymbol} name={formatter.text(views.worksheet.rows.gauss)}>
      {scene.source.map((source, j) => {
        const value = gaussian.values[j] ?? Number.NaN;
        const text = fixed(value, 3);
        return (
          // One word may stand twice: its place is its key.
          // eslint-disable-next-line react/no-array-index-key
          <div role="gridcell" key={j} className="sheet-cell bar-cell">
            {has(j) ? (
              <>
                <div className="bar-room" aria-hidden="true">
                  <div className="bar is-factor" style={{ height: `${value * 100}%` }} />
                </div>
                <NumberButton
                  {...props}
                  {...{ j, text, value }}
                  tensor={gaussian.tensor.id}
                  label={formatter.text(views.worksheet.factor, { source, value: text })}
                />
              </>
            ) : (
              <NotYet words={words} />
            )}
          </div>
        );
      })}
      {shown && (
        <svg
          className="gaussian-curve"
          viewBox={`0 0 ${BOX} ${GAUSSIAN_HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path d={gaussianPath(window, scene.source.length)} />
        </svg>
      )}
    </SheetRow>
  );
});
