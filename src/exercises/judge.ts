/** @file Whether what a reader typed is the number that was asked for: within half a unit of the last digit asked for. */

/** What was typed, judged. */
export type Verdict = 'right' | 'wrong' | 'unreadable';

/** A number as people type it: either minus sign, a point or a decimal comma, a power of ten. NaN where it is none. */
export function typedNumber(text: string): number {
  const plain = text.trim().replaceAll('\u2212', '-').replace(',', '.');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
}

/** Half a unit of the last of so many decimals, and the rounding of its own arithmetic. */
function tolerance(value: number, decimals: number): number {
  return 0.5 * 10 ** -decimals + 1e-12 * Math.max(1, Math.abs(value));
}

/** Whether a number passes for another at so many decimals. */
export function isWithin(typed: number, value: number, decimals: number): boolean {
  return Math.abs(typed - value) <= tolerance(value, decimals);
}

/** Judges what was typed for a value, to so many decimals (0 or more). */
export function judge(text: string, value: number, decimals: number): Verdict {
  const typed = typedNumber(text);
  if (Number.isNaN(typed)) return 'unreadable';
  return isWithin(typed, value, decimals) ? 'right' : 'wrong';
}
