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

/** Numbers in a line up to this many; longer vectors fold into lines of `FOLD`, so that no number is thinner than a pixel. */
const LINE = 40;
const FOLD = 32;

/** A picture of a vector. It says nothing by itself: who shows it names it. */
export const Heat = memo(function Heat({ values, ramp, upright = false }: HeatProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const long = values.length > LINE ? FOLD : values.length;
  const lines = Math.ceil(values.length / long);
  const [width, height] = upright ? [lines, long] : [long, lines];
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    const image = context.createImageData(width, height);
    values.forEach((value, k) => {
      const [along, line] = [k % long, Math.floor(k / long)];
      ramp.paint(value, image.data, 4 * (upright ? along * width + line : line * width + along));
    });
    context.putImageData(image, 0, 0);
  }, [values, ramp, upright, long, width, height]);
  return <canvas ref={canvas} className="heat" width={width} height={height} aria-hidden="true" />;
});
