/** @file A symbol in the colour of its role, with its indices. */

import { classes } from './classes.ts';
import { memo } from 'react';
import type { Atom, SymbolText } from '../geometry/symbol.ts';
import './sym.css';

/** A symbol as `symbolOf` and `cellName` make it. */
export const Sym = memo(function Sym({ symbol }: { readonly symbol: SymbolText }) {
  return (
    <span className="sym">
      {symbol.atoms.map((atom, k) => (
        // The atoms of one symbol never change places.
        // eslint-disable-next-line react/no-array-index-key
        <Letter key={k} atom={atom} />
      ))}
      {symbol.index !== '' && <span className="sym-index">{symbol.index}</span>}
    </span>
  );
});

function Letter({ atom }: { readonly atom: Atom }) {
  const letter = /^\p{L}$/u.test(atom.base);
  return (
    <span
      className={classes(
        letter ? 'sym-letter' : 'sym-sign',
        /^[()]$/.test(atom.base) && 'is-bracket',
        atom.role !== '' && `role-${atom.role}`,
      )}
    >
      {atom.over === '' ? (
        atom.base
      ) : (
        <span className={classes('sym-over', `sym-${atom.over}`)}>{atom.base}</span>
      )}
      {atom.sub !== '' && <sub>{atom.sub}</sub>}
      {atom.sup !== '' && <sup>{atom.sup}</sup>}
    </span>
  );
}
