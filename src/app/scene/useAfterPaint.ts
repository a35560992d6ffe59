/** @file A value that follows another some frames later: what is looked at first is shown first. */

import { startTransition, useEffect, useState } from 'react';

/**
 * The value as it was before the last change until that change is painted and so many frames are over; then the value. What depends on
 * it is rendered in small pieces between which the page answers, and a change in the meantime goes before it.
 */
export function useAfterPaint<Value extends object | string>(value: Value, frames = 1): Value {
  const [painted, setPainted] = useState(value);
  useEffect(() => {
    let [frame, timer] = [0, 0];
    const wait = (left: number): void => {
      frame = requestAnimationFrame(() => {
        if (left > 1) wait(left - 1);
        else timer = window.setTimeout(() => startTransition(() => setPainted(value)), 0);
      });
    };
    wait(frames);
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, [value, frames]);
  return painted;
}
