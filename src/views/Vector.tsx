/** @file A vector unfolded: all its numbers, each of which can be asked how it was computed. */

import { memo } from 'react';
import type { Address } from '../engine/explanation.ts';
import type { TensorRecord, Trace } from '../engine/trace.ts';
import { cellName, vectorName } from '../geometry/cellName.ts';
import type { Ramp } from '../geometry/colour.ts';
import { exact, significant } from '../geometry/numbers.ts';
import { cellsIn } from '../geometry/tensorIndex.ts';
import { copyExactly, keepTabStop, moveInGrid } from './roving.ts';
import type { Words } from './scene.ts';
import { Sym } from './Sym.tsx';
import './vector.css';

export interface VectorProps {
  readonly trace: Trace;
  readonly words: Words;
  readonly tensor: TensorRecord;
  /** The row of the first axis (from 0), or −1 for the whole tensor. */
  readonly row: number;
  readonly ramp: Ramp;
  /** The source word that it belongs to, or ''. */
  readonly about: string;
  readonly unfoldKey: string;
  readonly opened: Address | null;
  readonly onOpen: (address: Address) => void;
  readonly onUnfold: (key: string) => void;
}

const ACROSS = 8;

/** All numbers of a vector, eight a line. */
export const Vector = memo(function Vector(props: VectorProps) {
  const { trace, words, tensor, row, ramp, about, unfoldKey, opened, onOpen, onUnfold } = props;
  const { formatter, views } = words;
  const values = cellsIn(trace, tensor, row);
  const symbol = vectorName(trace, tensor, row < 0 ? undefined : row);
  const first = Math.max(0, row) * values.length;
  const lines = Array.from({ length: Math.ceil(values.length / ACROSS) }, (_, line) => line);
  return (
    <section className="vector">
      <header className="vector-head">
        <h3>
          <Sym symbol={symbol} /> {about}
        </h3>
        <span className="vector-count">{formatter.text(views.vector.title, { count: values.length })}</span>
        <button type="button" className="quiet-button" onClick={() => onUnfold(unfoldKey)}>
          {formatter.text(views.worksheet.fold)}
        </button>
      </header>
      <div
        role="grid"
        aria-label={formatter.text(views.worksheet.vectorPlain, { name: symbol.plain, count: values.length })}
        className="vector-grid"
        tabIndex={-1}
        onCopy={copyExactly}
        onKeyDown={(event) => moveInGrid(event, '.vector-cell')}
        onFocus={(event) => keepTabStop(event, '.vector-cell')}
      >
        {lines.map((line) => (
          <div role="row" className="vector-line" key={line}>
            <div role="rowheader" className="vector-from">
              {line * ACROSS + 1}
            </div>
            {Array.from(values.subarray(line * ACROSS, (line + 1) * ACROSS), (value, across) => {
              const cell = first + line * ACROSS + across;
              const isOpen = opened?.tensor === tensor.id && opened.cell === cell;
              return (
                <div role="gridcell" key={cell}>
                  <button
                    type="button"
                    className={`vector-cell ${isOpen ? 'is-opened' : ''}`}
                    style={{ background: ramp.css(value), color: ramp.ink(value) }}
                    aria-label={formatter.text(views.vector.cell, {
                      name: cellName(trace, { tensor: tensor.id, cell }).symbol.plain,
                      value: significant(value),
                    })}
                    data-exact={exact(value)}
                    tabIndex={line === 0 && across === 0 ? 0 : -1}
                    onClick={() => onOpen({ tensor: tensor.id, cell })}
                  >
                    {significant(value)}
                  </button>
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </section>
  );
});
