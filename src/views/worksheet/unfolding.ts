/** @file The keys under which vectors are unfolded. */

import type { TensorRecord, Trace } from '../../engine/trace.ts';
import { stepOfTensor } from '../../geometry/tensorIndex.ts';

/** A vector by tensor and row (from 0; −1 for all of a tensor). Keys name symbols and steps, so they outlive a trace. */
export function vectorKey(trace: Trace, tensor: TensorRecord, row: number): string {
  const stage = trace.stages[tensor.stage]?.stage ?? '';
  return `vector:${tensor.name}:${stage}:${stepOfTensor(trace, tensor)}:${row}`;
}
