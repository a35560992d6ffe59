/** @file Numbers written out term by term: with symbols, with numbers put in, and the result. Every number can be opened. */

import { memo } from 'react';
import type { Address } from '../../engine/explanation.ts';
import type { Trace } from '../../engine/trace.ts';
import { Sym } from '../Sym.tsx';
import type { Words } from '../scene.ts';
import { termLines, type Piece } from './termLines.ts';

export interface WrittenOutProps {
  readonly trace: Trace;
  readonly words: Words;
  /** The cells, in the order in which they are written. */
  readonly cells: readonly Address[];
  /** How many more there are that are not written. */
  readonly more: string;
  readonly label: string;
  readonly onOpen: (address: Address) => void;
}

/** The un-vectorised terms. */
export const WrittenOut = memo(function WrittenOut({ trace, cells, more, label, onOpen }: WrittenOutProps) {
  if (cells.length === 0) return null;
  return (
    <section className="written-out" aria-label={label}>
      <ul>
        {cells.map((address) => {
          const { symbol, result, lines, given } = termLines(trace, address);
          return (
            <li key={`${address.tensor}:${address.cell}`}>
              <span className="written-left">
                <Sym symbol={symbol} />
              </span>
              <span className="written-lines">
                {lines.map((pieces, k) => (
                  // The lines of one cell never change places.
                  // eslint-disable-next-line react/no-array-index-key
                  <span key={k} className={k === 0 ? 'written-line is-symbolic' : 'written-line'}>
                    {'= '}
                    <Pieces pieces={pieces} onOpen={onOpen} />
                  </span>
                ))}
                <span className="written-line is-result">
                  {'= '}
                  <button type="button" onClick={() => onOpen(address)} className={given ? 'is-given' : ''}>
                    {result}
                  </button>
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      {more !== '' && <p className="muted small">{more}</p>}
    </section>
  );
});

function Pieces({
  pieces,
  onOpen,
}: {
  readonly pieces: readonly Piece[];
  readonly onOpen: (address: Address) => void;
}) {
  return pieces.map((piece, k) => {
    const key = `${k}`;
    if (piece.kind === 'sign') return <span key={key}>{piece.text}</span>;
    if (piece.kind === 'symbol') return <Sym key={key} symbol={piece.symbol} />;
    return (
      <button key={key} type="button" tabIndex={-1} onClick={() => onOpen(piece.address)}>
        {piece.text}
      </button>
    );
  });
}
