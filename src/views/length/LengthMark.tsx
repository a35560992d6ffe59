/** @file The mark of a line, and a short piece of it for lists. */

import { lookOf } from '../../geometry/lengthChart.ts';
import { classes } from '../classes.ts';

/** The mark around 0, 0. */
export function LengthMark({ look }: { readonly look: number }) {
  const { mark, hollow } = lookOf(look);
  return <path className={classes('length-mark', hollow && 'is-hollow')} d={mark} />;
}

/** A piece of a line with its mark: what stands beside its name. */
export function LengthSample({ look }: { readonly look: number }) {
  return (
    <svg
      className={classes('length-sample', `length-look-${look}`)}
      viewBox="-21 -8 42 16"
      aria-hidden="true"
    >
      <path className="length-line" d="M-20,0H20" strokeDasharray={lookOf(look).dash} />
      <LengthMark look={look} />
    </svg>
  );
}
