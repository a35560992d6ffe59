/** @file A vector as a strip of coloured pixels, one a number. */

import { memo, useLayoutEffect, useRef } from 'react';
import type { Ramp } from '../geometry/colour.ts';
import './heat.css';

export interface HeatProps {
  readonly values: Float64Array;
  readonly ramp: Ramp;
  /** The numbers run from top to bottom rather than from left to right. */
  readonly upright?: boolean;
}

/** A picture of a vector. It says nothing by itself: who shows it names it. */
export const Heat = memo(function Heat({ values, ramp, upright = false }: HeatProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const count = values.length;
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    const image = context.createImageData(upright ? 1 : count, upright ? count : 1);
    values.forEach((value, k) => ramp.paint(value, image.data, 4 * k));
    context.putImageData(image, 0, 0);
  }, [values, ramp, upright, count]);
  return (
    <canvas
      ref={canvas}
      className="heat"
      width={upright ? 1 : count}
      height={upright ? count : 1}
      aria-hidden="true"
    />
  );
});
