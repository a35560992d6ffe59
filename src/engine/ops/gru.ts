/** @file gru: the gated recurrent unit over a whole sequence or for one step, with its gates as inner tensors (Cho 2014; Bahdanau 2015, appendix A). */

import type { Explanation, Local, Term } from '../explanation.ts';
import { functionOf, ofInput, ofOutput, sumOf, term } from '../explanation.ts';
import type { Graph, Value } from '../graph.ts';
import { gruBackward } from '../gruBackward.ts';
import { gruForward } from '../gruForward.ts';
import { GRU, gruLayout, type GruAttributes } from '../gruLayout.ts';
import type { CellSite, Op } from '../op.ts';
import { cellCount } from '../tensor.ts';

/**
 * Inputs: x_z, x_r, x_h (the input's part of each gate, biases included: W_z x + b_z …), each [time, …, d] or, for one step, […, d];
 * h0 […, d]; U_z, U_r, U [d, d]; with reset "after" also b_u [d].
 * z = σ(x_z + U_z h), r = σ(x_r + U_r h), h̃ = tanh(x_h + U (r ∘ h)) or, reset "after", tanh(x_h + r ∘ (U h + b_u)),
 * h′ = (1 − z) ∘ h + z ∘ h̃, or, update "keep", z ∘ h + (1 − z) ∘ h̃.
 */
export const gruOp: Op<GruAttributes> = {
  name: 'gru',
  outputs: (inputs, attributes) => {
    const { axes } = gruLayout(inputs, attributes);
    return [
      { axes },
      { name: 'z_in', axes, traceOnly: true },
      { name: 'r_in', axes, traceOnly: true },
      { name: 'z', axes },
      { name: 'r', axes },
      { name: 'reset', axes },
      { name: 'h_tilde_in', axes, traceOnly: true },
      { name: 'h_tilde', axes },
      ...(attributes.reset === 'after' ? [{ name: 'U_h', axes }] : []),
    ];
  },
  forward: gruForward,
  backward: gruBackward,
  scratch: (inputs, attributes) => {
    const { d, batch } = gruLayout(inputs, attributes);
    return 3 * d * d + 4 * cellCount(inputs[0] ?? []) + 2 * batch * d + 64;
  },
  explain: explainGru,
};

/** The cell before this one in time: of h0 for the first step, else of the op's own h. */
function before(site: CellSite<GruAttributes>, cell: number): Local {
  const { slab, steps, first, step } = gruLayout(site.inputs, site.attributes);
  const t = Math.floor(cell / slab);
  if (steps === 1 || t === first) return ofInput(GRU.h0, cell % slab);
  return ofOutput(0, (t - step) * slab + (cell % slab));
}

function explainGru(site: CellSite<GruAttributes>): Explanation<Local> {
  const { cell, attributes } = site;
  const { d } = gruLayout(site.inputs, attributes);
  const row = cell - (cell % d);
  const unit = cell % d;
  const after = attributes.reset === 'after';
  const across = (matrix: number, of: (k: number) => Local): Term<Local>[] =>
    Array.from({ length: d }, (_, k) => term(1, ofInput(matrix, unit * d + k), of(k)));
  const previous = (k: number): Local => before(site, row + k);
  const h = before(site, cell);
  switch (site.output) {
    case GRU.zIn:
      return sumOf([term(1, ofInput(GRU.xz, cell)), ...across(GRU.Uz, previous)]);
    case GRU.rIn:
      return sumOf([term(1, ofInput(GRU.xr, cell)), ...across(GRU.Ur, previous)]);
    case GRU.z:
      return functionOf('sigmoid', ofOutput(GRU.zIn, cell));
    case GRU.r:
      return functionOf('sigmoid', ofOutput(GRU.rIn, cell));
    case GRU.Uh:
      return sumOf([...across(GRU.U, previous), term(1, ofInput(GRU.bu, unit))]);
    case GRU.reset:
      return sumOf([term(1, ofOutput(GRU.r, cell), after ? ofOutput(GRU.Uh, cell) : h)]);
    case GRU.hIn: {
      const part = after
        ? [term(1, ofOutput(GRU.reset, cell))]
        : across(GRU.U, (k) => ofOutput(GRU.reset, row + k));
      return sumOf([term(1, ofInput(GRU.xh, cell)), ...part]);
    }
    case GRU.candidate:
      return functionOf('tanh', ofOutput(GRU.hIn, cell));
    default: {
      const z = ofOutput(GRU.z, cell);
      const candidate = ofOutput(GRU.candidate, cell);
      const [kept, taken] = attributes.update === 'keep' ? [candidate, h] : [h, candidate];
      return sumOf([term(1, kept), term(-1, z, kept), term(1, z, taken)]);
    }
  }
}

/** What a GRU reads: the input's part of each gate, the first state, and the recurrent matrices. */
export interface GruOperands {
  readonly xz: Value;
  readonly xr: Value;
  readonly xh: Value;
  readonly h0: Value;
  readonly Uz: Value;
  readonly Ur: Value;
  readonly U: Value;
  /** Only with reset "after". */
  readonly bu?: Value;
}

/** The states of a GRU, and its gates (inner tensors z, r, h̃). `over`: the time axis, which is the first; '' for one step. */
export function gru(
  graph: Graph,
  x: GruOperands,
  attributes: GruAttributes,
): { h: Value; z: Value; r: Value; candidate: Value } {
  const operands = [x.xz, x.xr, x.xh, x.h0, x.Uz, x.Ur, x.U, ...(x.bu === undefined ? [] : [x.bu])];
  const made = graph.apply(gruOp, operands, attributes);
  const output = (place: number): Value => made[place] as Value;
  return { h: output(0), z: output(GRU.z), r: output(GRU.r), candidate: output(GRU.candidate) };
}
