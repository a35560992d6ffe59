/** @file The GRU's shapes and places in the heap, which its two passes share. */

import type { Gemm, Kernels } from './kernels/kernels.ts';
import type { Attributes, Site } from './op.ts';
import { cellCount, describeAxes, type Axes } from './tensor.ts';

export interface GruAttributes extends Attributes {
  /** The time axis (the first of x_z), or '' for a single step. */
  readonly over: string;
  /** true: from the last place to the first. */
  readonly reverse: boolean;
  /** Where the reset gate acts: on the state before the product with U, or on the product. */
  readonly reset: 'before' | 'after';
  /** What z means: h′ = (1 − z) ∘ h + z ∘ h̃ ("candidate") or z ∘ h + (1 − z) ∘ h̃ ("keep"). */
  readonly update: 'candidate' | 'keep';
}

/** Places of the op's inputs and outputs. */
export const GRU = {
  xz: 0,
  xr: 1,
  xh: 2,
  h0: 3,
  Uz: 4,
  Ur: 5,
  U: 6,
  bu: 7,
  zIn: 1,
  rIn: 2,
  z: 3,
  r: 4,
  reset: 5,
  hIn: 6,
  candidate: 7,
  /** U h + b_u: only with reset "after". */
  Uh: 8,
} as const;

export interface GruLayout {
  readonly axes: Axes;
  readonly steps: number;
  /** Sequences side by side, and units. */
  readonly batch: number;
  readonly d: number;
  /** Cells of one step: batch · d. */
  readonly slab: number;
  /** The place of the first step in time, and the way from one to the next. */
  readonly first: number;
  readonly step: 1 | -1;
}

/** The shapes of a GRU, checked. Throws where they do not fit. */
export function gruLayout(inputs: readonly Axes[], { over, reverse, reset }: GruAttributes): GruLayout {
  const [xz = [], xr = [], xh = [], h0 = []] = inputs;
  const same = (a: Axes, b: Axes): boolean =>
    a.length === b.length && a.every((axis, k) => axis.name === b[k]?.name && axis.size === b[k].size);
  if (!same(xz, xr) || !same(xz, xh)) {
    throw new Error(
      `gru: x_z ${describeAxes(xz)}, x_r ${describeAxes(xr)} and x_h ${describeAxes(xh)} must have one shape`,
    );
  }
  if (over !== '' && xz[0]?.name !== over)
    throw new Error(`gru: time ${over} must be the first axis of ${describeAxes(xz)}`);
  const one = over === '' ? xz : xz.slice(1);
  if (!same(one, h0)) throw new Error(`gru: h0 is ${describeAxes(h0)}; expected ${describeAxes(one)}`);
  const d = one.at(-1)?.size ?? 1;
  for (const k of [GRU.Uz, GRU.Ur, GRU.U]) {
    const U = inputs[k] ?? [];
    if (U.length !== 2 || U[0]?.size !== d || U[1]?.size !== d)
      throw new Error(`gru: U is ${describeAxes(U)}; expected ${d} × ${d}`);
  }
  if (reset === 'after' && cellCount(inputs[GRU.bu] ?? []) !== d)
    throw new Error(`gru: b_u must have ${d} cells`);
  const steps = over === '' ? 1 : (xz[0]?.size ?? 1);
  const slab = cellCount(one);
  return {
    axes: xz,
    steps,
    batch: slab / d,
    d,
    slab,
    first: reverse ? steps - 1 : 0,
    step: reverse ? -1 : 1,
  };
}

/** c [batch, d] += a [batch, d] · b [d, d] (b's rows are summed over). */
export function stepProduct(batch: number, d: number, a: number, b: number, c: number): Gemm {
  return {
    m: batch,
    n: d,
    k: d,
    a,
    aRow: d,
    aColumn: 1,
    b,
    bRow: d,
    bColumn: 1,
    c,
    cRow: d,
    cColumn: 1,
    batch: 1,
    aBatch: 0,
    bBatch: 0,
    cBatch: 0,
    accumulate: true,
  };
}

/** Where the GRU's tensors start; −1 for those that are not there or not kept. */
export interface GruPlaces {
  readonly h0: number;
  readonly Uz: number;
  readonly Ur: number;
  readonly U: number;
  readonly bu: number;
  readonly h: number;
  readonly z: number;
  readonly r: number;
  readonly reset: number;
  readonly candidate: number;
  readonly Uh: number;
}

export function gruPlaces({ inputs, outputs }: Site<GruAttributes>): GruPlaces {
  const input = (place: number): number => inputs[place]?.at ?? -1;
  const output = (place: number): number => outputs[place]?.at ?? -1;
  return {
    h0: input(GRU.h0),
    Uz: input(GRU.Uz),
    Ur: input(GRU.Ur),
    U: input(GRU.U),
    bu: input(GRU.bu),
    h: output(0),
    z: output(GRU.z),
    r: output(GRU.r),
    reset: output(GRU.reset),
    candidate: output(GRU.candidate),
    Uh: output(GRU.Uh),
  };
}

/** One step in the order in which the forward pass takes them: its offset, and where the state before it starts. */
interface GruStep {
  readonly o: number;
  readonly previous: number;
  /** true for the first in time, whose state before is h0. */
  readonly isFirst: boolean;
}

export function gruSteps({ steps, first, step, slab }: GruLayout, { h0, h }: GruPlaces): GruStep[] {
  return Array.from({ length: steps }, (_, n) => {
    const o = (first + n * step) * slab;
    return { o, previous: n === 0 ? h0 : h + o - step * slab, isFirst: n === 0 };
  });
}

/** to [length] (+)= from. */
export function moveCells(
  kernels: Kernels,
  to: number,
  from: number,
  length: number,
  accumulate: boolean,
): void {
  kernels.multiplyAdd(
    [1, 1, 1, length],
    { at: to, strides: [0, 0, 0, 1] },
    { at: from, strides: [0, 0, 0, 1] },
    null,
    1,
    accumulate,
  );
}
