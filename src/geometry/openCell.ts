/** @file The opened number as a link names it (symbol, step, places from 1), to an address in a trace and back. */

import type { Address } from '../engine/explanation.ts';
import type { TensorRecord, Trace } from '../engine/trace.ts';
import { indicesOf, stepOfTensor, tensorsNamed } from './tensorIndex.ts';

/** A number of a trace in a form that survives a new trace: `alpha`, target step 6, place [5]. */
export interface OpenCell {
  /** The symbol; after the stage and a dot (`backward.z`) where an earlier tensor of the same step has the same symbol. */
  readonly name: string;
  /** The target step from 1; 0 for what was read and for parameters. */
  readonly t: number;
  /** One index an axis, from 1. */
  readonly index: readonly number[];
}

/** How a link names a cell. */
export function openCellOf(trace: Trace, address: Address): OpenCell | undefined {
  const tensor = trace.tensors[address.tensor];
  if (tensor === undefined) return undefined;
  const t = stepOfTensor(trace, tensor);
  return {
    name: nameIn(trace, tensor, t),
    t: t + 1,
    index: indicesOf(tensor.axes, address.cell).map((index) => index + 1),
  };
}

/** The cell that a link names; undefined if this trace has no such number. */
export function addressOf(trace: Trace, open: OpenCell): Address | undefined {
  const t = open.t - 1;
  const symbol = open.name.slice(open.name.indexOf('.') + 1);
  const tensor = tensorsNamed(trace, symbol, t).find((one) => nameIn(trace, one, t) === open.name);
  if (tensor === undefined || tensor.at < 0 || tensor.axes.length !== open.index.length) return undefined;
  let cell = 0;
  for (const [d, axis] of tensor.axes.entries()) {
    const index = open.index[d] ?? 0;
    if (!Number.isInteger(index) || index < 1 || index > axis.size) return undefined;
    cell = cell * axis.size + index - 1;
  }
  return { tensor: tensor.id, cell };
}

/** The symbol, told apart from others of the same step by stage and, within one stage, by number. */
function nameIn(trace: Trace, tensor: TensorRecord, t: number): string {
  const same = tensorsNamed(trace, tensor.name, t);
  if (same[0] === tensor) return tensor.name;
  const stage = trace.stages[tensor.stage]?.stage ?? '';
  const before = same.slice(1, same.indexOf(tensor)).filter((one) => one.stage === tensor.stage).length;
  return `${stage}${before === 0 ? '' : String(before + 1)}.${tensor.name}`;
}
