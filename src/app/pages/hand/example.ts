/** @file From a lesson, a beat and what the reader changed to the case file that the worker runs. Pure: the same link gives the same file. */
import { Random } from '../../../lib/random.ts';
import type { Beat, Given, Lesson } from '../../../lessons/lesson.ts';
import type { NumberEdit } from '../../../params/numberEdits.ts';
import type { HandPage } from '../../../url/pages/hand.ts';

/** A tensor with its sizes. */
export interface Numbers {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** An example with all that was changed of it put in. */
export interface Example {
  readonly lesson: Lesson;
  readonly beat: Beat;
  readonly sizes: Readonly<Record<string, number>>;
  readonly words: readonly string[];
  readonly numbers: Readonly<Record<string, Numbers>>;
  /** What the link asks for that this lesson does not have. */
  readonly leftOut: readonly string[];
}

/** The edit that holds a size, and the one that holds the seed: numbers like all others. */
export const sizeEdit = (label: string): string => `size_${label}`;
export const seedEdit = 'seed';

/** The beat of a link; the first where it names none, or one that there is not. */
export function beatOf(lesson: Lesson, name: string): Beat {
  const [first] = lesson.beats;
  if (first === undefined) throw new Error(`lesson ${lesson.id} has no beats`);
  return lesson.beats.find(({ id }) => id === name) ?? first;
}

/** A number of a draw that depends on the seed, the tensor and the place alone: a matrix that grows keeps what it had. */
function drawn({ draw }: Lesson, seed: number, name: string, place: readonly number[]): number {
  let hash = seed | 0;
  for (const letter of `${name}:${place.join('.')}`)
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  const steps = Math.round((draw.to - draw.from) / draw.step) + 1;
  const value = draw.from + draw.step * new Random(hash).integer(steps);
  return Math.round(value * 1000) / 1000;
}

/** The value of a single number among the edits. */
function single(edits: readonly NumberEdit[], name: string): number | undefined {
  const found = edits.find((edit) => edit.name === name);
  return found?.shape.length === 0 ? found.data[0] : undefined;
}

/** All sizes, as the reader or else the beat set them. */
function sizesOf(lesson: Lesson, { set = [] }: Beat, edits: readonly NumberEdit[]): Record<string, number> {
  return Object.fromEntries(
    Object.entries(lesson.sizes).map(([label, { size, least, most }]) => {
      const asked = single(edits, sizeEdit(label)) ?? single(set, sizeEdit(label));
      const fits = asked !== undefined && Number.isInteger(asked) && asked >= least && asked <= most;
      return [label, fits ? asked : size];
    }),
  );
}

/** The shape of a tensor for sizes: `a+b` is two of them together. */
export function shapeOf({ axes }: Given, sizes: Readonly<Record<string, number>>): number[] {
  return axes.map((axis) => axis.split('+').reduce((sum, label) => sum + (sizes[label] ?? 0), 0));
}

function isSameShape(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((size, d) => size === other[d]);
}

/** Every place of a shape, in the order of its numbers. */
function placesOf(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (places, size) => places.flatMap((place) => Array.from({ length: size }, (_, k) => [...place, k])),
    [[]],
  );
}

/** A tensor's own numbers at a shape: what it has stays, what it has not is drawn. With a seed all are drawn. */
function ownNumbers(
  lesson: Lesson,
  name: string,
  given: Given,
  shape: readonly number[],
  seed: number,
): Numbers {
  const own = shapeOf(
    given,
    Object.fromEntries(Object.entries(lesson.sizes).map(([label, { size }]) => [label, size])),
  );
  const isDrawn =
    seed > 0 && given.kind === undefined && given.in !== 'options' && given.unless === undefined;
  const filler = given.unless ?? (name === 'e_given' ? 0 : undefined);
  const data = placesOf(shape).map((place) => {
    const inside = place.every((k, d) => k < (own[d] ?? 0));
    if (inside && !(isDrawn && filler === undefined)) {
      return given.data[place.reduce((cell, k, d) => cell * (own[d] ?? 1) + k, 0)] ?? 0;
    }
    return filler ?? drawn(lesson, seed, name, place);
  });
  return { shape, data };
}

/** The numbers that a tensor may have; null where they are fine, else what is wrong. */
export function faultOf({ kind }: Given, data: readonly number[]): 'positive' | 'switch' | null {
  if (kind === 'positive' && data.some((value) => value <= 0)) return 'positive';
  return kind === 'switch' && data.some((value) => value !== 0 && value !== 1) ? 'switch' : null;
}

/** The words of the columns: the reader's, then the lesson's, then numbers. */
function wordsOf(lesson: Lesson, typed: string, count: number): string[] {
  const own = typed.split(' ').filter((word) => word !== '');
  const all = own.length > 0 ? own : lesson.words;
  return Array.from({ length: count }, (_, j) => all[j] ?? `${j + 1}`);
}

/** The example that a link asks for. */
export function exampleOf(lesson: Lesson, { beat: named, edits, words }: HandPage): Example {
  const beat = beatOf(lesson, named);
  const sizes = sizesOf(lesson, beat, edits);
  const seed = Math.max(0, Math.trunc(single(edits, seedEdit) ?? 0));
  const leftOut: string[] = named === '' || beat.id === named ? [] : [named];
  const known = new Set([...Object.keys(lesson.given), ...Object.keys(lesson.sizes).map(sizeEdit), seedEdit]);
  for (const { name } of edits) if (!known.has(name)) leftOut.push(name);
  const numbers = Object.entries(lesson.given).map(([name, given]): [string, Numbers] => {
    const shape = shapeOf(given, sizes);
    const edit = edits.find((one) => one.name === name);
    const set = beat.set?.find((one) => one.name === name);
    for (const one of [edit, set]) {
      if (one === undefined) continue;
      if (isSameShape(one.shape, shape) && faultOf(given, one.data) === null) return [name, one];
      if (one === edit) leftOut.push(name);
    }
    return [name, ownNumbers(lesson, name, given, shape, seed)];
  });
  return {
    lesson,
    beat,
    sizes,
    words: wordsOf(lesson, words, sizes[lesson.columns] ?? 0),
    numbers: Object.fromEntries(numbers),
    leftOut,
  };
}

/** The case file of an example, as `attend` reads it. */
export function caseOf({ lesson, beat, numbers, sizes }: Example): Readonly<Record<string, unknown>> {
  const mechanism = beat.mechanism ?? lesson.mechanism;
  const parts: Record<'inputs' | 'params', Record<string, Numbers>> = { inputs: {}, params: {} };
  const options: Record<string, unknown> = { ...lesson.options, ...beat.options };
  const gives = (numbers['given_at']?.data ?? []).some((value) => value === 1);
  for (const [name, given] of Object.entries(lesson.given)) {
    const own = numbers[name];
    if (own === undefined || (given.only !== undefined && !given.only.includes(scoreOf(lesson, beat))))
      continue;
    if (given.unless !== undefined && own.data.every((value) => value === given.unless)) continue;
    if (name === 'e_given' && !gives) continue;
    const file = given.as ?? name;
    if (given.in === 'options') options[file] = own.data[0];
    else parts[given.in][file] = { shape: own.shape, data: own.data };
  }
  return { mechanism, ...parts, options, ...gradientOf(beat, sizes) };
}

/** The score that a beat computes: what some tensors are there for alone. */
export function scoreOf(lesson: Lesson, beat: Beat): string {
  const score = beat.options?.['score'] ?? lesson.options['score'];
  return typeof score === 'string' ? score : (beat.mechanism ?? lesson.mechanism);
}

/** The gradient that a beat asks for: of all numbers of the first step of an output together. */
function gradientOf({ gradient }: Beat, sizes: Example['sizes']): Readonly<Record<string, unknown>> {
  if (gradient === undefined) return {};
  const shape = [sizes['T'] ?? 1, sizes['d_h'] ?? 1];
  const width = shape[1] ?? 1;
  const data = Array.from({ length: (shape[0] ?? 1) * width }, (_, k) => (k < width ? 1 : 0));
  return { gradient: { of: gradient.of, upstream: { shape, data }, wrt: [gradient.wrt] } };
}
