/** @file Whether what a box holds is wider than the box, known without asking the browser to lay out the page. */

import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * True while the first child of the box is wider than the box: it is told when sizes change, after the frame's own layout. `begins` is
 * called when that becomes so.
 */
export function useOverflows(
  box: RefObject<HTMLElement | null>,
  begins: () => void,
): Readonly<RefObject<boolean>> {
  const overflows = useRef(false);
  const latest = useRef(begins);
  useLayoutEffect(() => {
    latest.current = begins;
  });
  useEffect(() => {
    const outer = box.current;
    const inner = outer?.firstElementChild ?? null;
    // Without an observer (no browser) nothing is laid out either.
    if (outer === null || inner === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => {
      const before = overflows.current;
      overflows.current = outer.scrollWidth > outer.clientWidth;
      if (overflows.current && !before) latest.current();
    });
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, [box]);
  return overflows;
}
