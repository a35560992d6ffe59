/** @file The laws over a whole trace, read as the page reads it: through `explain` alone. */

import { explain, valueAt } from '../../src/engine/explain.ts';
import { operandsOf, type Address } from '../../src/engine/explanation.ts';
import { magnitude, retell } from '../../src/engine/retell.ts';
import { cellCount } from '../../src/engine/tensor.ts';
import type { Trace } from '../../src/engine/trace.ts';

/** Every cell of a trace whose explanation does not retell it, to 1e-12 of max(|cell|, Σ|terms|). */
export function untold(trace: Trace): string[] {
  const read = (address: Address): number => valueAt(trace, address);
  return trace.tensors.flatMap((tensor) => {
    if (tensor.op < 0) return [];
    return Array.from({ length: cellCount(tensor.axes) }, (_, cell) => {
      const value = read({ tensor: tensor.id, cell });
      const explanation = explain(trace, { tensor: tensor.id, cell });
      const told = retell(explanation, read);
      const bound = 1e-12 * Math.max(Math.abs(value), magnitude(explanation, read));
      return Object.is(told, value) || Math.abs(told - value) <= bound
        ? ''
        : `${tensor.name}[${cell + 1}] is ${value} and retold ${told}`;
    }).filter((fault) => fault !== '');
  });
}

/** The inputs' and parameters' cells that a cell's explanation comes down to, as `tensor:cell`. */
export function foundations(trace: Trace, from: Address): Set<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const waiting = [from];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const key = `${at.tensor}:${at.cell}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const explanation = explain(trace, at);
    if (explanation.rule === 'given') found.add(key);
    else waiting.push(...operandsOf(explanation));
  }
  return found;
}
