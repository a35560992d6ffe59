/** @file The GRU's shapes and its forward pass: one matrix product a gate and step, the gates in one sweep. */

import type { Gemm } from './kernels/kernels.ts';
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

/** The forward pass, bound to a site. */
export function gruForward({
  kernels,
  inputs,
  outputs,
  attributes,
  scratch,
}: Site<GruAttributes>): () => void {
  const layout = gruLayout(
    inputs.map((input) => input.axes),
    attributes,
  );
  const { steps, batch, d, slab, first, step } = layout;
  const [xz, xr, xh, h0, Uz, Ur, U, bu] = inputs.map((input) => input.at) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const at = (place: number): number => outputs[place]?.at ?? -1;
  const [h, z, r, reset, candidate] = [at(0), at(GRU.z), at(GRU.r), at(GRU.reset), at(GRU.candidate)];
  // Pre-activations that are not kept are made where their gate will stand.
  const kept = (place: number, otherwise: number): number => (at(place) < 0 ? otherwise : at(place));
  const [zIn, rIn, hIn, Uh] = [kept(GRU.zIn, z), kept(GRU.rIn, r), kept(GRU.hIn, candidate), at(GRU.Uh)];
  const after = attributes.reset === 'after';
  // The products read U transposed; it is turned once a run.
  const [UzT, UrT, UT] = [scratch, scratch + d * d, scratch + 2 * d * d];
  const turn = (from: number, to: number): void =>
    kernels.multiplyAdd(
      [1, 1, d, d],
      { at: to, strides: [0, 0, d, 1] },
      { at: from, strides: [0, 0, 1, d] },
      null,
      1,
      false,
    );
  const copy = (from: number, to: number, length: number): void =>
    kernels.multiplyAdd(
      [1, 1, 1, length],
      { at: to, strides: [0, 0, 0, 1] },
      { at: from, strides: [0, 0, 0, 1] },
      null,
      1,
      false,
    );
  const sequence = Array.from({ length: steps }, (_, n) => {
    const o = (first + n * step) * slab;
    const previous = n === 0 ? h0 : h + o - step * slab;
    return {
      o,
      previous,
      zProduct: stepProduct(batch, d, previous, UzT, zIn + o),
      rProduct: stepProduct(batch, d, previous, UrT, rIn + o),
      hProduct: after
        ? stepProduct(batch, d, previous, UT, Uh + o)
        : stepProduct(batch, d, reset + o, UT, hIn + o),
    };
  });
  return () => {
    turn(Uz, UzT);
    turn(Ur, UrT);
    turn(U, UT);
    copy(xz, zIn, steps * slab);
    copy(xr, rIn, steps * slab);
    copy(xh, hIn, steps * slab);
    for (const { o, previous, zProduct, rProduct, hProduct } of sequence) {
      kernels.gemm(zProduct);
      kernels.gemm(rProduct);
      if (after) {
        kernels.multiplyAdd(
          [1, 1, batch, d],
          { at: Uh + o, strides: [0, 0, d, 1] },
          { at: bu, strides: [0, 0, 0, 1] },
          null,
          1,
          false,
        );
        kernels.gemm(hProduct);
        kernels.gruGates(z + o, r + o, reset + o, zIn + o, rIn + o, Uh + o, slab);
        kernels.multiplyAdd(
          [1, 1, 1, slab],
          { at: hIn + o, strides: [0, 0, 0, 1] },
          { at: reset + o, strides: [0, 0, 0, 1] },
          null,
          1,
          true,
        );
      } else {
        kernels.gruGates(z + o, r + o, reset + o, zIn + o, rIn + o, previous, slab);
        kernels.gemm(hProduct);
      }
      kernels.gruNext(h + o, candidate + o, hIn + o, z + o, previous, slab, attributes.update === 'keep');
    }
  };
}
