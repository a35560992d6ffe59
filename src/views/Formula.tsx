/** @file A formula set by KaTeX, which is loaded when the first formula is shown. */

import type katexModule from 'katex';
import { memo, useLayoutEffect, useRef } from 'react';
import './formula.css';

export interface FormulaProps {
  /** TeX; symbols may be coloured by `\htmlClass{role-weight}{…}`. */
  readonly tex: string;
  /** What is shown until KaTeX is there: plain Unicode. */
  readonly plain: string;
  /** A formula on a line of its own. */
  readonly display: boolean;
}

type Katex = typeof katexModule;

/** KaTeX once it is there, and what it has set: a formula that comes again is copied, which is quicker. */
let katex: Katex | undefined;
const known = new Map<string, Element>();

/** As many formulas as are kept: those of a mechanism's stages come again and again. */
const MOST = 64;

async function load(): Promise<Katex> {
  const [module] = await Promise.all([import('katex'), import('katex/dist/katex.min.css')]);
  return (katex = module.default);
}

/** Sets a formula in an element. Throws if the TeX is not well formed. */
function set(setter: Katex, tex: string, display: boolean, into: Element): void {
  const key = `${display ? 'display' : 'inline'} ${tex}`;
  let made = known.get(key);
  if (made === undefined) {
    const fresh = document.createElement('span');
    setter.render(tex, fresh, {
      displayMode: display,
      throwOnError: true,
      strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
      trust: ({ command }) => command === '\\htmlClass',
    });
    if (known.size >= MOST) known.clear();
    known.set(key, fresh);
    made = fresh;
  }
  into.replaceChildren(...made.cloneNode(true).childNodes);
}

/**
 * A formula. KaTeX builds elements in a node of ours (its text form would need style attributes, which the policy forbids) and
 * MathML beside them, which is what is spoken.
 */
export const Formula = memo(function Formula({ tex, plain, display }: FormulaProps) {
  const node = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    let wanted = true;
    const paint = (setter: Katex): void => {
      if (wanted && node.current !== null) set(setter, tex, display, node.current);
    };
    // Where KaTeX cannot be loaded (offline before it was cached) or does not understand the TeX, the plain form stays.
    try {
      if (katex === undefined)
        load()
          .then(paint)
          .catch(() => undefined);
      else paint(katex);
    } catch {
      return undefined;
    }
    return () => {
      wanted = false;
    };
  }, [tex, display]);
  return (
    <span className={display ? 'formula is-display' : 'formula'} ref={node} key={tex}>
      {plain}
    </span>
  );
});
