/** @file The parameters of a score, picked up by the shapes that the mechanism itself declares. */

import type { Axis } from '../../engine/tensor.ts';
import type { Attention } from '../../mechanisms/attend.ts';
import type { Parameters } from '../../mechanisms/mechanism.ts';
import type { AxisPlan, Desk } from './desk.ts';
import { CaseError } from './tensorData.ts';

/** Parameters by their symbol, of a mechanism or of a part of one; absent ones are left out. */
export function collect(
  desk: Desk,
  plans: readonly { name: string; axes: readonly AxisPlan[]; optional?: boolean; as?: string }[],
): Parameters {
  const found = plans.flatMap(({ name, axes, optional = false, as = name }) => {
    const value = optional ? desk.take('params', name, axes) : desk.need('params', name, axes);
    return value === undefined ? [] : [[as, value] as const];
  });
  return Object.fromEntries(found);
}

/**
 * What a mechanism's score needs, once `s` [T, d_s] and `h` [S, d_h] are known. Widths that the mechanism leaves open are told by the
 * first parameter that has them.
 */
export function scoreParameters(desk: Desk, mechanism: Attention): Parameters {
  const [d_s, d_h, S] = [desk.size('d_s'), desk.size('d_h'), desk.size('S')];
  const labels: Record<string, string> = { a: 'a', q: 'a_p', m: 'd_s', n: 'd_h', j: 'S_max' };
  const axisPlan = ({ name, size }: Axis): AxisPlan => {
    const label = labels[name];
    // An axis of another name joins query and key, and its width is told by theirs.
    return label === undefined ? [name, 'd_s + d_h', size] : [name, label];
  };
  const shapes = mechanism
    .parameters({ query: d_s, key: d_h, hidden: 1, longest: S })
    .filter((shape) => shape.modelOnly !== true);
  const parameters = collect(
    desk,
    shapes.map(({ name, axes, optional = false }) => ({ name, axes: axes.map(axisPlan), optional })),
  );
  for (const [name, { axes }] of Object.entries(parameters)) {
    const places = axes.find((axis) => axis.name === 'j')?.size;
    if (places !== undefined && places < S) {
      throw new CaseError(
        `params.${name}: there are rows for ${places} places; expected at least S = ${S}, the places of inputs.h`,
      );
    }
  }
  return parameters;
}
