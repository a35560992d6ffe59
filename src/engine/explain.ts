/** @file explain: (trace, cell) → how that cell was made from other cells of the trace. The one function through which the page reads a trace. */

import { mapAddresses, type Address, type Explanation, type Local } from './explanation.ts';
import { ops } from './ops/all.ts';
import { cellCount } from './tensor.ts';
import type { Trace } from './trace.ts';

/** The number in a cell. Throws if the address is not of this trace. */
export function valueAt(trace: Trace, { tensor, cell }: Address): number {
  const record = trace.tensors[tensor];
  if (record === undefined || record.at < 0 || cell < 0 || cell >= cellCount(record.axes)) {
    throw new Error(`no cell ${cell + 1} in tensor ${record?.name ?? tensor}`);
  }
  return trace.data[record.at + cell] as number;
}

/** How a cell was made. Inputs and parameters are `given`. */
export function explain(trace: Trace, address: Address): Explanation {
  const tensor = trace.tensors[address.tensor];
  if (tensor === undefined) throw new Error(`no tensor ${address.tensor} in this trace`);
  const record = trace.ops[tensor.op];
  if (record === undefined) return { rule: 'given' };
  const op = ops.get(record.op);
  if (op === undefined) throw new Error(`no op ${record.op}`);
  const resolve = ({ side, place, cell }: Local): Address => ({
    tensor: (side === 'input' ? record.inputs[place]?.tensor : record.outputs[place]) ?? -1,
    cell,
  });
  const explanation = op.explain({
    output: tensor.output,
    cell: address.cell,
    inputs: record.inputs.map((operand) => operand.axes),
    outputs: record.outputs.map((id) => trace.tensors[id]?.axes ?? []),
    attributes: record.attributes,
    value: (local) => valueAt(trace, resolve(local)),
  });
  return mapAddresses(explanation, resolve);
}
