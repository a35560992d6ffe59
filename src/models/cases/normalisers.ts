/** @file softmax, sparsemax, entmax-1.5: y of x, any rank, along the last axis. */

import { entmax15 } from '../../engine/ops/entmax15.ts';
import { softmax } from '../../engine/ops/softmax.ts';
import { sparsemax } from '../../engine/ops/sparsemax.ts';
import type { AxisPlan, Desk } from './desk.ts';
import { output, type CaseProgram } from './program.ts';
import { CaseError } from './tensorData.ts';

const normalisers = { softmax, sparsemax, 'entmax-1.5': entmax15 } as const;

/** Axes for an input of any rank but 0: `x1`, `x2` … and `d` for the last. */
export function axesOfAnyRank(desk: Desk, name: string): readonly AxisPlan[] {
  const shape = desk.shape('inputs', name) ?? [1];
  if (shape.length === 0) throw new CaseError(`inputs.${name}: shape is []; expected at least one axis`);
  return shape.map((_, k): AxisPlan => (k === shape.length - 1 ? ['d', 'd'] : [`x${k + 1}`, `n_${k + 1}`]));
}

/** One program a normaliser. */
export const normaliserPrograms: readonly CaseProgram[] = Object.entries(normalisers).map(
  ([id, normalise]) => ({
    id,
    prepare(desk) {
      const x = desk.need('inputs', 'x', axesOfAnyRank(desk, 'x'));
      const temperature = desk.positive('temperature') ?? 1;
      return () => [output('y', desk.graph.named('y', normalise(desk.graph, x, 'd', temperature), 'weight'))];
    },
  }),
);
