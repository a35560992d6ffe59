/** @file The numbers and words that a beat's sentences speak of, read from its trace. */
import type { Trace } from '../../../engine/trace.ts';
import { bandModel } from '../../../geometry/hand/bandModel.ts';
import type { Told } from '../../../lessons/lesson.ts';
import type { Example } from './example.ts';

/** Places by their numbers, largest first. */
function order(values: readonly number[]): readonly number[] {
  return values.map((_, k) => k).toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
}

/** One value: a number, or the word of a place. */
function valueOf(trace: Trace, { lesson, beat, words }: Example, told: Told): number | string {
  const band = lesson.bands.find(({ id }) => id === told.band);
  const model = band === undefined ? null : bandModel(trace, null, band, told.t ?? beat.t);
  const values = (
    band?.place === 'whole' ? (model?.columns[0] ?? []) : (model?.columns ?? []).map(([cell]) => cell)
  ).map((cell) => cell?.value ?? Number.NaN);
  const labels = band?.labels === 'outputs' ? (lesson.outputs ?? []) : words;
  const places = order(values);
  if (typeof told.tell === 'number') return values[told.tell - 1] ?? Number.NaN;
  const place = {
    largest: places[0],
    largestWord: places[0],
    second: places[1],
    secondWord: places[1],
    smallest: places.at(-1),
    smallestWord: places.at(-1),
  }[told.tell];
  if (place === undefined) return told.tell.endsWith('Word') ? '–' : Number.NaN;
  return told.tell.endsWith('Word') ? (labels[place] ?? String(place + 1)) : (values[place] ?? Number.NaN);
}

/** All values of a beat's sentences. */
export function toldValues(trace: Trace, example: Example): Readonly<Record<string, number | string>> {
  return Object.fromEntries(
    Object.entries(example.beat.values ?? {}).map(([name, told]) => [name, valueOf(trace, example, told)]),
  );
}
