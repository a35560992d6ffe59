/** @file Pieces of Python: an expression knows how tightly it binds, so that parentheses stand where they must and nowhere else. */

/** How tightly an expression holds together. */
export const BINDS = { sum: 0, product: 1, sign: 2, whole: 3 } as const;

export interface Code {
  readonly text: string;
  readonly binds: number;
}

/** A sum or difference. */
export function sumCode(text: string): Code {
  return { text, binds: BINDS.sum };
}

/** A product, by cells or of matrices. */
export function productCode(text: string): Code {
  return { text, binds: BINDS.product };
}

/** A name, a call, an indexed value. */
export function wholeCode(text: string): Code {
  return { text, binds: BINDS.whole };
}

/** The expression's text, in parentheses if it binds less tightly than `least`. */
export function within(code: Code, least: number): string {
  return code.binds < least ? `(${code.text})` : code.text;
}

/** A number as Python writes a float: the exact double. `inf` names an infinity (`np.inf`). */
export function numberText(value: number, module: string): string {
  if (Number.isNaN(value)) return `${module}.nan`;
  if (!Number.isFinite(value)) return value > 0 ? `${module}.inf` : `-${module}.inf`;
  const text = Object.is(value, -0) ? '-0' : String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
