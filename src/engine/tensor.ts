/** @file Named axes: every axis of a row-major array says what it counts. */

/** One axis: `i` who asks, `j` who is asked, `t` a step, `b` a batch, other letters for features. */
export interface Axis {
  readonly name: string;
  readonly size: number;
}

export type Axes = readonly Axis[];

/** The number of cells of a tensor with these axes (1 for none: a scalar). */
export function cellCount(axes: Axes): number {
  let count = 1;
  for (const axis of axes) count *= axis.size;
  return count;
}

/** Elements between neighbours along each axis, in the order of the axes. */
export function stridesOf(axes: Axes): number[] {
  const strides: number[] = new Array<number>(axes.length).fill(1);
  for (let d = axes.length - 2; d >= 0; d--) {
    strides[d] = (strides[d + 1] as number) * (axes[d + 1] as Axis).size;
  }
  return strides;
}

/** The elements between neighbours along the named axis; 0 where the tensor does not have it (it is then the same for all). */
export function strideAlong(axes: Axes, name: string): number {
  let stride = 1;
  for (let d = axes.length - 1; d >= 0; d--) {
    const axis = axes[d] as Axis;
    if (axis.name === name) return stride;
    stride *= axis.size;
  }
  return 0;
}

/** The flat cell at a position given one index an axis (0-based). */
export function cellAt(axes: Axes, index: readonly number[]): number {
  let cell = 0;
  axes.forEach((axis, d) => {
    cell = cell * axis.size + (index[d] ?? 0);
  });
  return cell;
}

/** The position, one index an axis (0-based), of a flat cell. */
export function indexOf(axes: Axes, cell: number): number[] {
  const index: number[] = new Array<number>(axes.length).fill(0);
  let rest = cell;
  for (let d = axes.length - 1; d >= 0; d--) {
    const size = (axes[d] as Axis).size;
    index[d] = rest % size;
    rest = Math.floor(rest / size);
  }
  return index;
}

/** The flat cell of another tensor that shares some axes by name: axes that it has and `from` has not stay at 0. */
export function projectCell(from: Axes, cell: number, to: Axes): number {
  const index = indexOf(from, cell);
  let projected = 0;
  from.forEach((axis, d) => {
    projected += (index[d] as number) * strideAlong(to, axis.name);
  });
  return projected;
}

/** The axis of that name, or undefined. */
export function findAxis(axes: Axes, name: string): Axis | undefined {
  return axes.find((axis) => axis.name === name);
}

/** The same axes without the named one. */
export function withoutAxis(axes: Axes, name: string): Axes {
  return axes.filter((axis) => axis.name !== name);
}

/** `[j = 9, n = 64]`, as errors and captions write a shape. */
export function describeAxes(axes: Axes): string {
  return `[${axes.map((axis) => `${axis.name} = ${axis.size}`).join(', ')}]`;
}

/** What an error calls operand k (0-based): the name that its tensor has, else its number. */
export function nameOf(names: readonly string[], k: number): string {
  return names[k] ?? `operand ${k + 1}`;
}

/**
 * The axes of two tensors together: those of `left` in order, with what only `right` has placed before the next axis they share
 * (so [i, a] and [j, a] make [i, j, a]). Throws, with the tensors' names, where a shared axis has two sizes.
 */
export function mergeAxes(left: Axes, right: Axes, names: readonly [string, string]): Axes {
  const merged: Axis[] = [...left];
  let waiting: Axis[] = [];
  for (const axis of right) {
    const at = merged.findIndex((other) => other.name === axis.name);
    if (at < 0) {
      waiting.push(axis);
      continue;
    }
    const shared = merged[at] as Axis;
    if (shared.size !== axis.size) {
      throw new Error(`axis ${axis.name} is ${shared.size} in ${names[0]} and ${axis.size} in ${names[1]}`);
    }
    merged.splice(at, 0, ...waiting);
    waiting = [];
  }
  merged.push(...waiting);
  return merged;
}
