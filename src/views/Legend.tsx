/** @file What a colour scale means: its colours with the numbers at its ends and in its middle. */

import { memo } from 'react';
import type { Ramp } from '../geometry/colour.ts';
import { significant } from '../geometry/numbers.ts';
import { Heat } from './Heat.tsx';
import './legend.css';

export interface LegendProps {
  /** What is coloured, in words. */
  readonly name: string;
  readonly ramp: Ramp;
}

/** A legend. */
export const Legend = memo(function Legend({ name, ramp }: LegendProps) {
  const [low, high] = ramp.domain;
  const values = Float64Array.from({ length: 40 }, (_, k) => low + ((high - low) * k) / 39);
  return (
    <span className="legend">
      <span className="legend-name">{name}</span>
      <span className="legend-end">{significant(low)}</span>
      <span className="legend-bar">
        <Heat values={values} ramp={ramp} />
      </span>
      <span className="legend-end">{significant(high)}</span>
    </span>
  );
});
