/** @file What hidden cells hide with them, and what gives them away. */

import { explain } from '../engine/explain.ts';
import { operandsOf, type Address } from '../engine/explanation.ts';
import type { Trace } from '../engine/trace.ts';

/** Cells by their keys. */
export type CellSet = ReadonlySet<string>;

/** One text a cell. */
export function keyOf({ tensor, cell }: Address): string {
  return `${tensor}:${cell}`;
}

/** The cell that a cell is a plain copy of, if it is one. */
function copied(trace: Trace, address: Address): Address | undefined {
  const explanation = explain(trace, address);
  if (explanation.rule === 'choice') return explanation.of ?? undefined;
  if (explanation.rule !== 'sum' || explanation.terms.length !== 1) return undefined;
  const [term] = explanation.terms;
  return term?.factor === 1 && term.of.length === 1 ? term.of[0] : undefined;
}

/** Hidden cells with all cells of the trace that show the same number: what they were copied from, and what was copied from them. */
export function withCopies(trace: Trace, hidden: readonly Address[]): CellSet {
  const keys = new Set<string>();
  for (const address of hidden) {
    for (let one: Address | undefined = address; one !== undefined; one = copied(trace, one))
      keys.add(keyOf(one));
  }
  if (keys.size === 0) return keys;
  // Operands come before what is made of them: once through is enough.
  for (const tensor of trace.tensors) {
    if (tensor.at < 0 || tensor.op < 0) continue;
    const count = tensor.axes.reduce((product, { size }) => product * size, 1);
    for (let cell = 0; cell < count; cell++) {
      const address = { tensor: tensor.id, cell };
      const of = copied(trace, address);
      if (of !== undefined && keys.has(keyOf(of))) keys.add(keyOf(address));
    }
  }
  return keys;
}

/** Whether the story of a cell, down to the inputs, shows a hidden number: it is one itself, or one of those that it was made of is. */
export function givesAway(trace: Trace, address: Address, hidden: CellSet): boolean {
  if (hidden.size === 0) return false;
  const seen = new Set<string>();
  const waiting: Address[] = [address];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const key = keyOf(one);
    if (hidden.has(key)) return true;
    if (seen.has(key)) continue;
    seen.add(key);
    const explanation = explain(trace, one);
    waiting.push(...operandsOf(explanation));
    if (explanation.rule === 'choice' && explanation.because !== null) waiting.push(explanation.because);
  }
  return false;
}
