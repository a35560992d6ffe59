/** @file A control for a whole number in a range. */
import { accept, refuse, type Control, type Expectation } from './control.ts';

/** A whole number from `min` to `max`, both included. */
export interface WholeControl extends Control<number> {
  readonly min: number;
  readonly max: number;
}

/** Numbers are spelled without leading zeros, signs or points: "05", "+5", "5.0" and "5e0" are not 5. */
export function whole(initial: number, min: number, max: number): WholeControl {
  const expected: Expectation = { kind: 'whole', min, max };
  const accepts = (value: number): boolean => Number.isInteger(value) && value >= min && value <= max;
  return {
    initial,
    min,
    max,
    accepts,
    encode: String,
    decode(text) {
      if (!/^(?:0|[1-9]\d{0,8})$/.test(text)) return refuse(expected);
      const value = Number(text);
      return accepts(value) ? accept(value) : refuse(expected);
    },
  };
}
