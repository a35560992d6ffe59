/** @file Turns named axes into loop nests for the kernels: shared names line up, missing ones are broadcast, neighbours are merged. */

import type { Gemm, Kernels, Sizes, Strided } from './kernels/kernels.ts';
import { strideAlong, type Axes } from './tensor.ts';

/** One loop with its stride in each of three arrays (0: the array does not have that axis). */
interface Loop {
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** An array to loop over: where it lies and its axes. */
export interface Operand {
  readonly at: number;
  readonly axes: Axes;
}

const NOTHING: Axes = [];

/** The loops over all axes of `order`, with neighbours merged where all three arrays lie accordingly. */
function loopsOver(order: Axes, x: Axes, y: Axes, z: Axes): Loop[] {
  const loops: Loop[] = [];
  for (const axis of order) {
    if (axis.size === 1) continue;
    const next: Loop = {
      size: axis.size,
      x: strideAlong(x, axis.name),
      y: strideAlong(y, axis.name),
      z: strideAlong(z, axis.name),
    };
    const last = loops.at(-1);
    const joins =
      last !== undefined &&
      last.x === next.x * next.size &&
      last.y === next.y * next.size &&
      last.z === next.z * next.size;
    if (joins) loops[loops.length - 1] = { ...next, size: last.size * next.size };
    else loops.push(next);
  }
  return loops;
}

/** Calls `visit` with the offsets of x, y, z for every step of the loops. */
function eachOffset(loops: readonly Loop[], visit: (x: number, y: number, z: number) => void): void {
  const walk = (depth: number, x: number, y: number, z: number): void => {
    const loop = loops[depth];
    if (loop === undefined) {
      visit(x, y, z);
      return;
    }
    for (let i = 0; i < loop.size; i++) walk(depth + 1, x + i * loop.x, y + i * loop.y, z + i * loop.z);
  };
  walk(0, 0, 0, 0);
}

/**
 * d (+)= factor · a ∘ b with axes matched by name; axes that only a or b have are summed over (then d must be accumulated into or zero).
 * Returns what runs it.
 */
export function elementwise(
  kernels: Kernels,
  d: Operand,
  a: Operand,
  b: Operand | null,
  factor: number,
  accumulate: boolean,
): () => void {
  const bAxes = b?.axes ?? NOTHING;
  const summed = [...a.axes, ...bAxes].filter(
    (axis, at, all) =>
      !d.axes.some((kept) => kept.name === axis.name) &&
      all.findIndex((one) => one.name === axis.name) === at,
  );
  const loops = loopsOver([...summed, ...d.axes], d.axes, a.axes, bAxes);
  const outer = loops.slice(0, Math.max(0, loops.length - 4));
  const inner = loops.slice(outer.length);
  while (inner.length < 4) inner.unshift({ size: 1, x: 0, y: 0, z: 0 });
  const sizes = inner.map((loop) => loop.size) as unknown as Sizes;
  const strides = (key: 'x' | 'y' | 'z'): Strided['strides'] =>
    inner.map((loop) => loop[key]) as unknown as Strided['strides'];
  const calls: { d: Strided; a: Strided; b: Strided | null }[] = [];
  eachOffset(outer, (x, y, z) => {
    calls.push({
      d: { at: d.at + x, strides: strides('x') },
      a: { at: a.at + y, strides: strides('y') },
      b: b === null ? null : { at: b.at + z, strides: strides('z') },
    });
  });
  return () => {
    for (const call of calls) kernels.multiplyAdd(sizes, call.d, call.a, call.b, factor, accumulate);
  };
}

/** The largest loop of a group, and the others. */
function largest(loops: readonly Loop[]): { main: Loop; rest: Loop[] } {
  let main: Loop = { size: 1, x: 0, y: 0, z: 0 };
  for (const loop of loops) if (loop.size > main.size) main = loop;
  return { main, rest: loops.filter((loop) => loop !== main) };
}

/** z (+)= Σ x · y over the axes that z does not have: any contraction of two tensors as matrix products. Returns what runs it. */
export function product(
  kernels: Kernels,
  z: Operand,
  x: Operand,
  y: Operand,
  accumulate: boolean,
): () => void {
  const has = (axes: Axes, name: string): boolean => axes.some((axis) => axis.name === name);
  const inZ = (inX: boolean, inY: boolean): Axes =>
    z.axes.filter((axis) => has(x.axes, axis.name) === inX && has(y.axes, axis.name) === inY);
  const contracted = [...x.axes, ...y.axes].filter(
    (axis, at, all) => !has(z.axes, axis.name) && all.findIndex((one) => one.name === axis.name) === at,
  );
  const group = (axes: Axes): { main: Loop; rest: Loop[] } =>
    largest(loopsOver(axes, x.axes, y.axes, z.axes));
  const batch = group(inZ(true, true));
  const rows = group(inZ(true, false));
  const columns = group(inZ(false, true));
  const sum = group(contracted);
  const calls: Gemm[] = [];
  eachOffset([...batch.rest, ...rows.rest, ...columns.rest], (ox, oy, oz) => {
    let first = true;
    eachOffset(sum.rest, (sx, sy) => {
      calls.push({
        m: rows.main.size,
        n: columns.main.size,
        k: sum.main.size,
        a: x.at + ox + sx,
        aRow: rows.main.x,
        aColumn: sum.main.x,
        b: y.at + oy + sy,
        bRow: sum.main.y,
        bColumn: columns.main.y,
        c: z.at + oz,
        cRow: rows.main.z,
        cColumn: columns.main.z,
        batch: batch.main.size,
        aBatch: batch.main.x,
        bBatch: batch.main.y,
        cBatch: batch.main.z,
        accumulate: accumulate || !first,
      });
      first = false;
    });
  });
  return () => {
    for (const call of calls) kernels.gemm(call);
  };
}
