/** @file A gated unit's inner vectors at one place: what is let in, what is kept, the candidate and the state before and after. */

import type { TensorRecord, Trace } from '../engine/trace.ts';
import { cells } from './attention.ts';
import type { Cursor } from './cursor.ts';
import type { ScaleKind } from './colour.ts';
import { cellsIn, tensorNamed } from './tensorIndex.ts';

/** One vector of the unit. */
export interface GateVector {
  /** Which of its words the catalogue has: `before`, `reset`, `update`, `candidate`, `after`. */
  readonly part: 'before' | 'reset' | 'update' | 'candidate' | 'after';
  readonly tensor: TensorRecord;
  /** The source place (from 0) whose row this is; −1 if the tensor is one vector. */
  readonly row: number;
  readonly values: Float64Array;
  readonly scale: ScaleKind;
}

/** The unit that the cursor's stage runs: the decoder's in `state`; in `forward` and `backward` that of the place the cursor is in. */
export function gateModel(trace: Trace, cursor: Cursor): readonly GateVector[] {
  if (cursor.at === 'state') return decoderGates(trace, cursor.t - 1);
  if ((cursor.at === 'forward' || cursor.at === 'backward') && cursor.cell > 0) {
    return encoderGates(trace, cursor.at, cursor.cell - 1);
  }
  return [];
}

function decoderGates(trace: Trace, t: number): readonly GateVector[] {
  const one = (part: GateVector['part'], name: string, at: number, scale: ScaleKind): GateVector[] => {
    const found = cells(trace, name, at, at === t && name !== 's' ? 'state' : undefined);
    return found === null ? [] : [{ part, row: -1, scale, ...found }];
  };
  return [
    ...one('before', 's', t - 1, 'vector'),
    ...one('reset', 'r', t, 'gate'),
    ...one('update', 'z', t, 'gate'),
    ...one('candidate', 'h_tilde', t, 'vector'),
    ...one('after', 's', t, 'vector'),
  ];
}

function encoderGates(trace: Trace, stage: 'forward' | 'backward', j: number): readonly GateVector[] {
  const states = tensorNamed(trace, stage === 'forward' ? 'h_forward' : 'h_backward', -1);
  const length = states?.axes[0]?.size ?? 0;
  const before = stage === 'forward' ? j - 1 : j + 1;
  const row = (
    part: GateVector['part'],
    tensor: TensorRecord | undefined,
    at: number,
    scale: ScaleKind,
  ): GateVector[] => {
    if (tensor === undefined) return [];
    return [{ part, tensor, row: at, values: cellsIn(trace, tensor, at), scale }];
  };
  const start = tensorNamed(trace, 'h_0', -1, stage);
  return [
    ...(before >= 0 && before < length
      ? row('before', states, before, 'vector')
      : start === undefined
        ? []
        : [
            {
              part: 'before' as const,
              tensor: start,
              row: -1,
              values: cellsIn(trace, start),
              scale: 'vector' as const,
            },
          ]),
    ...row('reset', tensorNamed(trace, 'r', -1, stage), j, 'gate'),
    ...row('update', tensorNamed(trace, 'z', -1, stage), j, 'gate'),
    ...row('candidate', tensorNamed(trace, 'h_tilde', -1, stage), j, 'vector'),
    ...row('after', states, j, 'vector'),
  ];
}
