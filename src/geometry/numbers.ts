/** @file Numbers as text: three significant digits with a true minus sign, and rounded parts that add up to their rounded total. */

const MINUS = '\u2212';

/** A number's text with the true minus sign. */
function withMinus(text: string): string {
  return text.replaceAll('-', MINUS);
}

const raised: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('0123456789-').map((digit, k) => [digit, Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁻')[k] ?? digit]),
);

/**
 * Three significant digits: `0.807`, `−1.32`, `34.6`, `1,230` as `1230`; powers of ten outside of 0.001 … 99,999: `1.20×10⁻⁷`.
 * Zero is `0`, a negative zero too; infinities are `∞` and `−∞`.
 */
export function significant(value: number): string {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : `${MINUS}∞`;
  const rounded = Number(value.toPrecision(3));
  const size = Math.abs(rounded);
  if (size < 0.001 || size >= 100_000) {
    const [digits = '', power = ''] = value.toExponential(2).split('e');
    return `${withMinus(digits)}×10${Array.from(power.replace('+', ''), (digit) => raised[digit] ?? '').join('')}`;
  }
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(size)));
  return withMinus(rounded.toFixed(decimals));
}

/** The exact double, in the fewest digits that name it, with the true minus sign. */
export function exact(value: number): string {
  return withMinus(String(value === 0 ? 0 : value));
}

/** `decimals` places after the point; what rounds to zero has no sign. */
export function fixed(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : withMinus(text);
}

/** For small cells: one decimal for scores (`−1.3`), two without the leading zero for weights (`.81`, `1`, `0`). */
export function compact(value: number, kind: 'score' | 'weight'): string {
  if (kind === 'score') return Math.abs(value) >= 99.95 ? fixed(value, 0) : fixed(value, 1);
  if (value < 0.005) return '0';
  return value >= 0.995 ? '1' : value.toFixed(2).slice(1);
}

/**
 * Whole units (of 10^−decimals) for the parts of a sum, each within one unit of the part, that add up to the rounded total exactly:
 * the method of largest remainders. `total` is what the parts add up to (up to rounding).
 */
export function roundedUnits(parts: readonly number[], total: number, decimals: number): number[] {
  const scale = 10 ** decimals;
  const units = parts.map((part) => Math.floor(part * scale));
  const missing = Math.round(total * scale) - units.reduce((sum, unit) => sum + unit, 0);
  const byRemainder = parts
    .map((part, k) => ({ k, remainder: part * scale - Math.floor(part * scale) }))
    .sort((a, b) => b.remainder - a.remainder || a.k - b.k);
  for (const { k } of byRemainder.slice(0, Math.max(0, missing))) units[k] = (units[k] ?? 0) + 1;
  // Floating point may leave a total one unit below the floors: take from the smallest remainders.
  for (const { k } of missing < 0 ? byRemainder.slice(missing) : []) units[k] = (units[k] ?? 0) - 1;
  return units;
}

/** The parts of a sum and their total as texts that do not contradict one another. */
export interface SumTexts {
  readonly parts: readonly string[];
  readonly total: string;
}

/**
 * Each part and the total rounded to `decimals` places where the rounded parts add up to the rounded total. Where they do not, all get
 * one decimal more, and there the parts are within one unit of it: so a number never differs from its own three digits elsewhere.
 */
export function sumTexts(parts: readonly number[], total: number, decimals: number): SumTexts {
  const scale = 10 ** decimals;
  const plain = parts.map((part) => Math.round(part * scale));
  const agrees = plain.reduce((sum, unit) => sum + unit, 0) === Math.round(total * scale);
  const places = agrees ? decimals : decimals + 1;
  const units = agrees ? plain : roundedUnits(parts, total, places);
  const text = (unit: number): string => fixed(unit / 10 ** places, places);
  return { parts: units.map(text), total: text(Math.round(total * 10 ** places)) };
}

/** Decimals at which a number shows `digits` significant digits, between 0 and 9. */
export function decimalsFor(value: number, digits = 3): number {
  if (value === 0 || !Number.isFinite(value)) return digits;
  return Math.min(9, Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value)))));
}
