/** @file Masks of case files: read, joined with the causal one, and refused where a row is left with nothing to attend. */

import type { Value } from '../../engine/graph.ts';
import type { GivenScores } from '../../mechanisms/attend.ts';
import { multiply } from '../../engine/ops/multiply.ts';
import { cellCount } from '../../engine/tensor.ts';
import type { Desk, AxisPlan } from './desk.ts';
import { CaseError } from './tensorData.ts';

/** Refuses a mask of which a row leaves nothing to attend. Cells [rows, S] or [heads, rows, S]. */
function refuseEmptyRows(cells: ArrayLike<number>, shape: readonly number[], why: string): void {
  const S = shape.at(-1) ?? 1;
  const T = shape.at(-2) ?? 1;
  for (let row = 0; row * S < cells.length; row++) {
    if (Array.from({ length: S }, (_, j) => cells[row * S + j]).some((cell) => cell !== 0)) continue;
    const head = shape.length > 2 ? ` of head ${Math.floor(row / T) + 1}` : '';
    throw new CaseError(
      `inputs.mask: row ${(row % T) + 1}${head} leaves nothing to attend${why}; expected at least one 1`,
    );
  }
}

/** The `mask` input, if there is one. */
export function takeMask(desk: Desk, axes: readonly AxisPlan[]): Value | undefined {
  const mask = desk.takeMask('mask', axes);
  if (mask === undefined) return undefined;
  refuseEmptyRows(
    mask.cells,
    mask.value.axes.map((axis) => axis.size),
    '',
  );
  return mask.value;
}

/**
 * "What if this score were 5?": `e_given` stands in the place of the scores where `given_at` is 1. Both or neither; nothing where the file
 * has none.
 */
export function takeGivenScores(desk: Desk, axes: readonly AxisPlan[]): { readonly given?: GivenScores } {
  const at = desk.takeMask('given_at', axes)?.value;
  const scores = desk.take('inputs', 'e_given', axes);
  if (scores === undefined && at === undefined) return {};
  if (scores === undefined || at === undefined) {
    const [there, missing] = scores === undefined ? ['given_at', 'e_given'] : ['e_given', 'given_at'];
    throw new CaseError(`inputs.${there} is there and inputs.${missing} is not; expected both or neither`);
  }
  return { given: { scores, at } };
}

/** The mask that hides from place i all places after it, and from each what `mask` hides. Axes i and j. */
export function causalMask(desk: Desk, T: number, S: number, mask: Value | undefined): () => Value {
  const { graph } = desk;
  const causal = graph.input(
    'causal',
    [
      { name: 'i', size: T },
      { name: 'j', size: S },
    ],
    Array.from({ length: T * S }, (_, cell) => (cell % S <= Math.floor(cell / S) ? 1 : 0)),
  );
  if (mask === undefined) return () => causal;
  const given = graph.read(mask);
  const block = T * S;
  const both = Array.from({ length: cellCount(mask.axes) }, (_, cell) =>
    (cell % block) % S <= Math.floor((cell % block) / S) ? (given[cell] as number) : 0,
  );
  refuseEmptyRows(
    both,
    mask.axes.map((axis) => axis.size),
    ' with causal',
  );
  return () => graph.named('visible', multiply(graph, mask, causal));
}

/** A mask [i, j] that hides nothing. */
export function openMask(desk: Desk, T: number, S: number): Value {
  return desk.graph.input(
    'mask',
    [
      { name: 'i', size: T },
      { name: 'j', size: S },
    ],
    new Float64Array(T * S).fill(1),
  );
}
