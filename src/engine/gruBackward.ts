/** @file The GRU's backward pass: through time once, then one matrix product a recurrent matrix for all steps together. */

import { GRU, gruLayout, stepProduct, type GruAttributes } from './gruLayout.ts';
import type { Gemm } from './kernels/kernels.ts';
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

/**
 * The backward pass, bound to a site. The gradient of h at each step gets what flows back from the next one added to it in place:
 * every reader of h has already added its own.
 */
export function gruBackward(
  { kernels, inputs, outputs, attributes, scratch }: Site<GruAttributes>,
  gradients: GradientSite,
): () => void {
  const { steps, batch, d, slab, first, step } = gruLayout(
    inputs.map((input) => input.axes),
    attributes,
  );
  const places = inputs.map((input) => input.at);
  const [h0, Uz, Ur, U] = [GRU.h0, GRU.Uz, GRU.Ur, GRU.U].map((k) => places[k] as number) as [
    number,
    number,
    number,
    number,
  ];
  const at = (place: number): number => outputs[place]?.at ?? -1;
  const [h, z, r, Uh, reset, candidate] = [
    at(0),
    at(GRU.z),
    at(GRU.r),
    at(GRU.Uh),
    at(GRU.reset),
    at(GRU.candidate),
  ];
  const gradientOf = (place: number): number => gradients.inputs[place] ?? -1;
  const after = attributes.reset === 'after';
  const keep = attributes.update === 'keep';
  const length = steps * slab;
  // gZ, gR, gC: gradients of the pre-activations of all steps; gUh: of U h + b_u; gReset and gFirst: of one step.
  const gZ = scratch + 3 * d * d;
  const [gR, gC, gUh] = [gZ + length, gZ + 2 * length, gZ + 3 * length];
  const gReset = gZ + 4 * length;
  const gFirst = gradientOf(GRU.h0) >= 0 ? gradientOf(GRU.h0) : gReset + slab;

  const sequence = Array.from({ length: steps }, (_, n) => {
    const o = (first + n * step) * slab;
    const gPrevious = n === 0 ? gFirst : gradients.output + o - step * slab;
    return {
      o,
      previous: n === 0 ? h0 : h + o - step * slab,
      gPrevious,
      zProduct: stepProduct(batch, d, gZ + o, Uz, gPrevious),
      rProduct: stepProduct(batch, d, gR + o, Ur, gPrevious),
      hProduct: after
        ? stepProduct(batch, d, gUh + o, U, gPrevious)
        : { ...stepProduct(batch, d, gC + o, U, gReset), accumulate: false },
    };
  }).toReversed();

  // What each step's state before it was: h0 for the first in time, h shifted by one for the others.
  const rest = (steps - 1) * batch;
  const [from, lag] = step === 1 ? [slab, 0] : [0, slab];
  const overTime = (g: number, gMatrix: number): Gemm[] => {
    if (gMatrix < 0) return [];
    const start = outerProduct(batch, d, g + first * slab, h0, gMatrix);
    return rest === 0 ? [start] : [start, outerProduct(rest, d, g + from, h + lag, gMatrix)];
  };
  const gU = gradientOf(GRU.U);
  const matrices = [
    ...overTime(gZ, gradientOf(GRU.Uz)),
    ...overTime(gR, gradientOf(GRU.Ur)),
    ...(after ? overTime(gUh, gU) : gU < 0 ? [] : [outerProduct(steps * batch, d, gC, reset, gU)]),
  ];
  const passOn = (g: number, to: number): void => {
    if (to < 0) return;
    kernels.multiplyAdd(
      [1, 1, 1, length],
      { at: to, strides: [0, 0, 0, 1] },
      { at: g, strides: [0, 0, 0, 1] },
      null,
      1,
      true,
    );
  };

  return () => {
    if (gFirst === gReset + slab) kernels.fill(gFirst, slab, 0);
    if (after) kernels.fill(gUh, length, 0);
    for (const { o, previous, gPrevious, zProduct, rProduct, hProduct } of sequence) {
      kernels.gruNextGradient(
        gC + o,
        gZ + o,
        gPrevious,
        gradients.output + o,
        candidate + o,
        z + o,
        previous,
        slab,
        keep,
      );
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
    passOn(gZ, gradientOf(GRU.xz));
    passOn(gR, gradientOf(GRU.xr));
    passOn(gC, gradientOf(GRU.xh));
    for (const call of matrices) kernels.gemm(call);
    const gbu = gradientOf(GRU.bu);
    if (after && gbu >= 0) {
      const rows = steps * batch;
      kernels.multiplyAdd(
        [1, 1, rows, d],
        { at: gbu, strides: [0, 0, 0, 1] },
        { at: gUh, strides: [0, 0, d, 1] },
        null,
        1,
        true,
      );
    }
  };
}
