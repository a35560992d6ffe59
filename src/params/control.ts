/** @file What a control is: its first value, its range, and how it is read from text and written; one description for link, form and check. */

/** What was expected where a text could not be read; the message catalogue has a sentence for each kind. */
export type Expectation =
  | { readonly kind: 'whole'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'text'; readonly longest: number }
  | { readonly kind: 'hash'; readonly digits: number }
  | { readonly kind: 'forced'; readonly example: string }
  /** Whatever else is spelled like an example. */
  | { readonly kind: 'like'; readonly example: string }
  | { readonly kind: 'opened'; readonly example: string };

/** What a text was read as. */
export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly expected: Expectation };

/**
 * A control. Laws, for every value that it accepts: decode(encode(value)) is the value; and decode never throws and gives only
 * values that are accepted.
 */
export interface Control<T> {
  /** The value where nothing is said. */
  readonly initial: T;
  /** Reads a text strictly: one value has one spelling. */
  decode(text: string): Decoded<T>;
  encode(value: T): string;
  /** Whether a value is in range. */
  accepts(value: T): boolean;
}

/** What a control that failed to read answers. */
export function refuse(expected: Expectation): { readonly ok: false; readonly expected: Expectation } {
  return { ok: false, expected };
}

/** What a control that has read answers. */
export function accept<T>(value: T): Decoded<T> {
  return { ok: true, value };
}
