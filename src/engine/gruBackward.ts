/** @file The GRU's backward pass: through time once, then one matrix product a recurrent matrix for all steps together. */

import {
  GRU,
  gruLayout,
  gruPlaces,
  gruSteps,
  moveCells,
  stepProduct,
  type GruAttributes,
  type GruLayout,
  type GruPlaces,
} from './gruLayout.ts';
import type { Gemm, Kernels } from './kernels/kernels.ts';
import type { GradientSite, Site } from './op.ts';

/** gU [d, d] += Σ over rows of g [rows, d]ᵀ · x [rows, d]. */
function outerProduct(rows: number, d: number, g: number, x: number, gU: number): Gemm {
  return {
    m: d,
    n: d,
    k: rows,
    a: g,
    aRow: 1,
    aColumn: d,
    b: x,
    bRow: d,
    bColumn: 1,
    c: gU,
    cRow: d,
    cColumn: 1,
    batch: 1,
    aBatch: 0,
    bBatch: 0,
    cBatch: 0,
    accumulate: true,
  };
}

/** gb [d] += Σ over rows of g [rows, d]. */
function sumOfRows(kernels: Kernels, rows: number, d: number, g: number, gb: number): void {
  kernels.multiplyAdd(
    [1, 1, rows, d],
    { at: gb, strides: [0, 0, 0, 1] },
    { at: g, strides: [0, 0, d, 1] },
    null,
    1,
    true,
  );
}

/** Gradients of all steps' pre-activations (gZ, gR, gC) and of U h + b_u (gUh); of one step's r ∘ h; and of h0 (wanted or not). */
interface Workspace {
  readonly gZ: number;
  readonly gR: number;
  readonly gC: number;
  readonly gUh: number;
  readonly gReset: number;
  readonly gFirst: number;
}

function workspace(scratch: number, { d, steps, slab }: GruLayout, gh0: number): Workspace {
  const length = steps * slab;
  const gZ = scratch + 3 * d * d;
  const gReset = gZ + 4 * length;
  return {
    gZ,
    gR: gZ + length,
    gC: gZ + 2 * length,
    gUh: gZ + 3 * length,
    gReset,
    gFirst: gh0 >= 0 ? gh0 : gReset + slab,
  };
}

/** The products that give the recurrent matrices their gradients, all steps together. */
function matrixProducts(
  { steps, batch, d, slab, first, step }: GruLayout,
  { h0, h, reset }: GruPlaces,
  { gZ, gR, gC, gUh }: Workspace,
  gradientOf: (place: number) => number,
  after: boolean,
): Gemm[] {
  // What each step's state before it was: h0 for the first in time, h shifted by one for the others.
  const rest = (steps - 1) * batch;
  const [from, lag] = step === 1 ? [slab, 0] : [0, slab];
  const overTime = (g: number, gMatrix: number): Gemm[] => {
    if (gMatrix < 0) return [];
    const start = outerProduct(batch, d, g + first * slab, h0, gMatrix);
    return rest === 0 ? [start] : [start, outerProduct(rest, d, g + from, h + lag, gMatrix)];
  };
  const gU = gradientOf(GRU.U);
  return [
    ...overTime(gZ, gradientOf(GRU.Uz)),
    ...overTime(gR, gradientOf(GRU.Ur)),
    ...(after ? overTime(gUh, gU) : gU < 0 ? [] : [outerProduct(steps * batch, d, gC, reset, gU)]),
  ];
}

/** The way back through time, bound: fills gZ, gR, gC (and gUh) and adds to the gradients of the states before. */
function throughTime(
  { kernels, attributes }: Site<GruAttributes>,
  layout: GruLayout,
  places: GruPlaces,
  { gZ, gR, gC, gUh, gReset, gFirst }: Workspace,
  gh: number,
): () => void {
  const { batch, d, slab, step } = layout;
  const { Uz, Ur, U, z, r, candidate, Uh } = places;
  const [after, keep] = [attributes.reset === 'after', attributes.update === 'keep'];
  const sequence = gruSteps(layout, places)
    .map(({ o, previous, isFirst }) => {
      const gPrevious = isFirst ? gFirst : gh + o - step * slab;
      return {
        o,
        previous,
        gPrevious,
        zProduct: stepProduct(batch, d, gZ + o, Uz, gPrevious),
        rProduct: stepProduct(batch, d, gR + o, Ur, gPrevious),
        hProduct: after
          ? stepProduct(batch, d, gUh + o, U, gPrevious)
          : { ...stepProduct(batch, d, gC + o, U, gReset), accumulate: false },
      };
    })
    .toReversed();
  return () => {
    for (const { o, previous, gPrevious, zProduct, rProduct, hProduct } of sequence) {
      kernels.gruNextGradient(gC + o, gZ + o, gPrevious, gh + o, candidate + o, z + o, previous, slab, keep);
      if (after) {
        kernels.gruResetGradient(gR + o, gUh + o, gC + o, r + o, Uh + o, slab);
        kernels.gemm(hProduct);
      } else {
        kernels.gemm(hProduct);
        kernels.gruResetGradient(gR + o, gPrevious, gReset, r + o, previous, slab);
      }
      kernels.gemm(zProduct);
      kernels.gemm(rProduct);
    }
  };
}

/**
 * The backward pass, bound to a site. The gradient of h at each step gets what flows back from the next one added to it in place:
 * every reader of h has already added its own.
 */
export function gruBackward(site: Site<GruAttributes>, gradients: GradientSite): () => void {
  const { kernels, inputs, attributes, scratch } = site;
  const layout = gruLayout(
    inputs.map((input) => input.axes),
    attributes,
  );
  const { steps, batch, d, slab } = layout;
  const places = gruPlaces(site);
  const gradientOf = (place: number): number => gradients.inputs[place] ?? -1;
  const work = workspace(scratch, layout, gradientOf(GRU.h0));
  const { gZ, gR, gC, gUh, gFirst } = work;
  const after = attributes.reset === 'after';
  const back = throughTime(site, layout, places, work, gradients.output);
  const matrices = matrixProducts(layout, places, work, gradientOf, after);
  const passOn = (g: number, to: number): void => {
    if (to >= 0) moveCells(kernels, to, g, steps * slab, true);
  };
  const gbu = gradientOf(GRU.bu);
  return () => {
    if (gradientOf(GRU.h0) < 0) kernels.fill(gFirst, slab, 0);
    if (after) kernels.fill(gUh, steps * slab, 0);
    back();
    passOn(gZ, gradientOf(GRU.xz));
    passOn(gR, gradientOf(GRU.xr));
    passOn(gC, gradientOf(GRU.xh));
    for (const call of matrices) kernels.gemm(call);
    if (after && gbu >= 0) sumOfRows(kernels, steps * batch, d, gUh, gbu);
  };
}
