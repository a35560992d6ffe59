/** @file A formula set by KaTeX, which is loaded when the first formula is shown. */

import { memo, useEffect, useRef } from 'react';
import './formula.css';

export interface FormulaProps {
  /** TeX; symbols may be coloured by `\htmlClass{role-weight}{…}`. */
  readonly tex: string;
  /** What is shown until KaTeX is there: plain Unicode. */
  readonly plain: string;
  /** A formula on a line of its own. */
  readonly display: boolean;
}

/**
 * A formula. KaTeX builds elements in a node of ours (its text form would need style attributes, which the policy forbids) and
 * MathML beside them, which is what is spoken.
 */
export const Formula = memo(function Formula({ tex, plain, display }: FormulaProps) {
  const node = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let wanted = true;
    const paint = async (): Promise<void> => {
      const [{ default: katex }] = await Promise.all([import('katex'), import('katex/dist/katex.min.css')]);
      if (!wanted || node.current === null) return;
      katex.render(tex, node.current, {
        displayMode: display,
        throwOnError: true,
        strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
        trust: ({ command }) => command === '\\htmlClass',
      });
    };
    // Where KaTeX cannot be loaded (offline before it was cached), the plain form stays.
    paint().catch(() => undefined);
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
