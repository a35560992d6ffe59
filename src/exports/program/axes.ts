/** @file Named axes to places: what einsum, broadcasting and indexing in Python go by. */

import type { Axes } from '../../engine/tensor.ts';
import { BINDS, wholeCode, within, type Code } from './code.ts';

/** The place of the named axis. Throws if there is none: the trace would contradict itself. */
export function placeOf(axes: Axes, name: string): number {
  const at = axes.findIndex((axis) => axis.name === name);
  if (at < 0) throw new Error(`no axis ${name} among ${axes.map((axis) => axis.name).join(', ')}`);
  return at;
}

/** The place of the named axis as Python counts it from the end: the last is −1. */
export function placeFromEnd(axes: Axes, name: string): number {
  return placeOf(axes, name) - axes.length;
}

/** A letter for every name: its own where it is one letter and free, else another. */
export function lettersOf(names: readonly string[]): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  const free = (): string =>
    Array.from('abcdefghijklmnopqrstuvwxyz').find(
      (letter) => ![...letters.values()].includes(letter) && !names.includes(letter),
    ) ?? 'A';
  for (const name of names) {
    if (letters.has(name)) continue;
    const [first = 'a'] = name;
    const taken = [...letters.values()].includes(first) || (names.includes(first) && first !== name);
    letters.set(name, taken || !/^[a-z]$/.test(first) ? free() : first);
  }
  return letters;
}

/** `x` with axes `from` so that it broadcasts against a result with axes `to`: turned where the order differs, `None` for what it lacks. */
export function aligned(x: Code, from: Axes, to: Axes, turn: (x: string, order: string) => string): Code {
  const order = from.map((_, d) => d).sort((a, b) => place(a) - place(b));
  function place(d: number): number {
    return placeOf(to, from[d]?.name ?? '');
  }
  const isTurned = order.some((d, k) => d !== k);
  const turned = isTurned ? wholeCode(turn(within(x, BINDS.whole), order.join(', '))) : x;
  const first = to.findIndex((axis) => from.some((own) => own.name === axis.name));
  if (first < 0) return turned;
  const index = to.slice(first).map((axis) => (from.some((own) => own.name === axis.name) ? ':' : 'None'));
  if (!index.includes('None')) return turned;
  return wholeCode(`${within(turned, BINDS.whole)}[${index.join(', ')}]`);
}
