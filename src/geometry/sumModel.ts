/** @file A sum as it is told: its largest terms first, rounded so that they add up to the rounded total. */

import { decimalsFor, sumTexts } from './numbers.ts';

/** A sum with some of its terms written out. */
export interface SumModel {
  /** The places of the terms that are shown, largest magnitude first, and their texts. */
  readonly shown: readonly { readonly place: number; readonly text: string }[];
  /** How many terms are left, and what they add up to together ('' if none). */
  readonly others: number;
  readonly othersText: string;
  readonly totalText: string;
}

/** Writes out the `count` largest of the terms. All texts have the same decimals, and add up. */
export function sumModel(terms: readonly number[], count: number): SumModel {
  const order = terms
    .map((_, place) => place)
    .sort((a, b) => Math.abs(terms[b] ?? 0) - Math.abs(terms[a] ?? 0) || a - b);
  const shown = order.slice(0, count);
  const total = terms.reduce((sum, term) => sum + term, 0);
  const rest = order.slice(count).reduce((sum, place) => sum + (terms[place] ?? 0), 0);
  const others = order.length - shown.length;
  const largest = terms[order[0] ?? 0] ?? 0;
  const size = Math.max(Math.abs(total), Math.abs(largest));
  const decimals = size >= 1000 ? 0 : Math.min(6, Math.max(2, decimalsFor(total), decimalsFor(largest)));
  const parts = [...shown.map((place) => terms[place] ?? 0), ...(others > 0 ? [rest] : [])];
  const texts = sumTexts(parts, total, decimals);
  return {
    shown: shown.map((place, k) => ({ place, text: texts.parts[k] ?? '' })),
    others,
    othersText: others > 0 ? (texts.parts[shown.length] ?? '') : '',
    totalText: texts.total,
  };
}
