/** @file The line that is printed for a case that could be run. */

import type { CaseResult } from '../../models/cases/run.ts';

/** A number as JSON can hold it: infinities and NaN are texts. */
function number(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

/** One line of JSON, without its end. */
export function answerLine(file: string, { file: { mechanism }, outputs, verdict }: CaseResult): string {
  const printed = Object.fromEntries(
    [...outputs].map(([name, { shape, data }]) => [name, { shape, data: Array.from(data, number) }]),
  );
  const judged = verdict === undefined ? {} : { ...verdict, maxError: number(verdict.maxError) };
  return JSON.stringify({ file, mechanism, outputs: printed, ...judged });
}
