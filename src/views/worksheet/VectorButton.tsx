/** @file A vector as a strip that opens to its numbers. */

import { memo } from 'react';
import type { Ramp } from '../../geometry/colour.ts';
import { Heat } from '../Heat.tsx';

export interface VectorButtonProps {
  readonly values: Float64Array;
  readonly ramp: Ramp;
  /** Its name, spoken. */
  readonly label: string;
  /** The key under which it is unfolded. */
  readonly unfoldKey: string;
  readonly unfolded: boolean;
  readonly onUnfold: (key: string) => void;
  readonly upright?: boolean;
  /** 0 if Tab stops here, −1 inside a grid. */
  readonly tabIndex?: number;
  readonly className?: string;
}

/** A strip as a button. */
export const VectorButton = memo(function VectorButton(props: VectorButtonProps) {
  const {
    values,
    ramp,
    label,
    unfoldKey,
    unfolded,
    onUnfold,
    upright = false,
    tabIndex = 0,
    className = '',
  } = props;
  return (
    <button
      type="button"
      className={`vector-button ${className}`}
      aria-label={label}
      aria-expanded={unfolded}
      title={label}
      tabIndex={tabIndex}
      onClick={() => onUnfold(unfoldKey)}
    >
      <Heat values={values} ramp={ramp} upright={upright} />
    </button>
  );
});
