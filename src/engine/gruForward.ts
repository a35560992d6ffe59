/** @file The GRU's forward pass: one matrix product a gate and step, the gates in one sweep. */

import {
  GRU,
  gruLayout,
  gruPlaces,
  gruSteps,
  moveCells,
  stepProduct,
  type GruAttributes,
} from './gruLayout.ts';
import type { Kernels } from './kernels/kernels.ts';
import type { Site } from './op.ts';

/** to [d, d] = from transposed. */
function turn(kernels: Kernels, from: number, to: number, d: number): void {
  kernels.multiplyAdd(
    [1, 1, d, d],
    { at: to, strides: [0, 0, d, 1] },
    { at: from, strides: [0, 0, 1, d] },
    null,
    1,
    false,
  );
}

/** to [rows, d] = b [d] in every row. */
function everyRow(kernels: Kernels, to: number, b: number, rows: number, d: number): void {
  kernels.multiplyAdd(
    [1, 1, rows, d],
    { at: to, strides: [0, 0, d, 1] },
    { at: b, strides: [0, 0, 0, 1] },
    null,
    1,
    false,
  );
}

/** The forward pass, bound to a site. */
export function gruForward(site: Site<GruAttributes>): () => void {
  const { kernels, inputs, outputs, attributes, scratch } = site;
  const layout = gruLayout(
    inputs.map((input) => input.axes),
    attributes,
  );
  const { steps, batch, d, slab } = layout;
  const places = gruPlaces(site);
  const { Uz, Ur, U, bu, h, z, r, reset, candidate, Uh } = places;
  const [xz, xr, xh] = [GRU.xz, GRU.xr, GRU.xh].map((place) => inputs[place]?.at ?? -1) as [
    number,
    number,
    number,
  ];
  // Pre-activations that are not kept are made where their gate will stand.
  const kept = (place: number, otherwise: number): number => {
    const at = outputs[place]?.at ?? -1;
    return at < 0 ? otherwise : at;
  };
  const [zIn, rIn, hIn] = [kept(GRU.zIn, z), kept(GRU.rIn, r), kept(GRU.hIn, candidate)];
  const after = attributes.reset === 'after';
  // The products read U transposed; it is turned once a run.
  const [UzT, UrT, UT] = [scratch, scratch + d * d, scratch + 2 * d * d];
  const sequence = gruSteps(layout, places).map((step) => ({
    ...step,
    zProduct: stepProduct(batch, d, step.previous, UzT, zIn + step.o),
    rProduct: stepProduct(batch, d, step.previous, UrT, rIn + step.o),
    hProduct: after
      ? stepProduct(batch, d, step.previous, UT, Uh + step.o)
      : stepProduct(batch, d, reset + step.o, UT, hIn + step.o),
  }));
  /** h̃'s pre-activation gets its recurrent part: U (r ∘ h), or r ∘ (U h + b_u). */
  const candidates = ({ o, previous, hProduct }: (typeof sequence)[number]): void => {
    if (!after) {
      kernels.gruGates(z + o, r + o, reset + o, zIn + o, rIn + o, previous, slab);
      kernels.gemm(hProduct);
      return;
    }
    everyRow(kernels, Uh + o, bu, batch, d);
    kernels.gemm(hProduct);
    kernels.gruGates(z + o, r + o, reset + o, zIn + o, rIn + o, Uh + o, slab);
    moveCells(kernels, hIn + o, reset + o, slab, true);
  };
  return () => {
    turn(kernels, Uz, UzT, d);
    turn(kernels, Ur, UrT, d);
    turn(kernels, U, UT, d);
    moveCells(kernels, zIn, xz, steps * slab, false);
    moveCells(kernels, rIn, xr, steps * slab, false);
    moveCells(kernels, hIn, xh, steps * slab, false);
    for (const step of sequence) {
      const { o, previous } = step;
      kernels.gemm(step.zProduct);
      kernels.gemm(step.rProduct);
      candidates(step);
      kernels.gruNext(h + o, candidate + o, hIn + o, z + o, previous, slab, attributes.update === 'keep');
    }
  };
}
