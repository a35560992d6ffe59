/** @file One op on a bench: laid out in a heap full of NaN, run, differentiated and explained by itself. */

import { mapAddresses, type Explanation, type Local } from '../../../src/engine/explanation.ts';
import type { Kernels } from '../../../src/engine/kernels/kernels.ts';
import { createPlainKernels } from '../../../src/engine/kernels/plain.ts';
import type { Attributes, Op, Output, Placed, Site } from '../../../src/engine/op.ts';
import { cellCount, type Axes } from '../../../src/engine/tensor.ts';

/** An operand with its cells. */
export interface SampleOperand {
  readonly name: string;
  readonly axes: Axes;
  readonly cells: readonly number[];
  /** true: places, masks and other choices, which take no gradient and are no terms. */
  readonly discrete?: boolean;
}

/** An op with something to be applied to. */
export interface Sample {
  readonly op: Op;
  readonly operands: readonly SampleOperand[];
  readonly attributes: Attributes;
}

/** The cells of every output. */
export type Outputs = readonly (readonly number[])[];

/** A sample laid out once, with guards between all arrays: what reads past an array meets NaN, what writes past one is seen. */
export class Bench {
  readonly sample: Sample;
  readonly made: readonly Output[];
  private readonly kernels: Kernels = createPlainKernels();
  private readonly site: Site<Attributes>;
  private readonly inputGradients: readonly number[];
  private readonly outputGradient: number;
  private readonly used: { at: number; length: number }[] = [];
  private end = 0;
  private forward: () => void = () => undefined;

  constructor(sample: Sample) {
    this.sample = sample;
    const inputAxes = sample.operands.map((operand) => operand.axes);
    this.made = sample.op.outputs(inputAxes, sample.attributes);
    const place = (axes: Axes): Placed => ({ axes, at: this.allocate(cellCount(axes)) });
    const inputs = inputAxes.map(place);
    const outputs = this.made.map((output) => place(output.axes));
    const scratch = this.allocate(sample.op.scratch?.(inputAxes, sample.attributes) ?? 0);
    this.inputGradients = sample.operands.map((operand) =>
      operand.discrete === true ? -1 : this.allocate(cellCount(operand.axes)),
    );
    this.outputGradient = this.allocate(cellCount(this.made[0]?.axes ?? []));
    this.site = { kernels: this.kernels, inputs, outputs, attributes: sample.attributes, scratch };
    this.kernels.heap.fill(Number.NaN);
    this.forward = sample.op.forward(this.site);
  }

  /** Runs the op on these cells (one list an operand). */
  run(cells: readonly (readonly number[])[]): Outputs {
    const { heap } = this.kernels;
    this.site.inputs.forEach(({ at }, k) => heap.set(cells[k] ?? [], at));
    this.forward();
    this.site.inputs.forEach(({ at, axes }, k) => {
      const after = heap.subarray(at, at + cellCount(axes));
      if (after.some((cell, i) => !Object.is(cell, cells[k]?.[i])))
        throw new Error(`operand ${k + 1} was changed`);
    });
    this.checkGuards();
    return this.site.outputs.map(({ at, axes }) => [...heap.subarray(at, at + cellCount(axes))]);
  }

  /** The sample's own cells. */
  get cells(): readonly (readonly number[])[] {
    return this.sample.operands.map((operand) => operand.cells);
  }

  /**
   * The gradient of Σ upstream ∘ value, after `run` on the sample's cells: one list an operand, undefined for discrete ones. Gradients
   * are added to what is there: they start from `before` in every cell, which is taken off again.
   */
  gradients(upstream: readonly number[], before: number): (readonly number[] | undefined)[] {
    const { heap } = this.kernels;
    this.inputGradients.forEach((at, k) => {
      if (at >= 0) heap.fill(before, at, at + (this.cells[k]?.length ?? 0));
    });
    heap.set(upstream, this.outputGradient);
    this.sample.op.backward(this.site, { output: this.outputGradient, inputs: this.inputGradients })();
    this.checkGuards();
    return this.inputGradients.map((at, k) =>
      at < 0
        ? undefined
        : [...heap.subarray(at, at + (this.cells[k]?.length ?? 0))].map((gradient) => gradient - before),
    );
  }

  /** How a cell of an output was made, when `run` gave these outputs for these cells. */
  explain(
    output: number,
    cell: number,
    cells: readonly (readonly number[])[],
    outputs: Outputs,
  ): Explanation<Local> {
    const explanation = this.sample.op.explain({
      output,
      cell,
      inputs: this.sample.operands.map((operand) => operand.axes),
      outputs: this.made.map((one) => one.axes),
      attributes: this.sample.attributes,
      value: reader(cells, outputs),
    });
    // What is explained is data: nothing in it may hold on to the op.
    return mapAddresses(
      JSON.parse(JSON.stringify(explanation, unfinished), finished) as Explanation<Local>,
      (at) => at,
    );
  }

  private allocate(count: number): number {
    const at = this.end + 3;
    this.end = at + count + 2;
    this.used.push({ at, length: count });
    this.kernels.reserve(this.end);
    return at;
  }

  private checkGuards(): void {
    const { heap } = this.kernels;
    let from = 0;
    for (const { at, length } of this.used) {
      if (heap.subarray(from, at).some((cell) => !Number.isNaN(cell)))
        throw new Error('a guard was overwritten');
      from = at + length;
    }
  }
}

/** Infinities survive the way through JSON as texts. */
function unfinished(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? { number: String(value) } : value;
}

function finished(_: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'number' in value && Object.keys(value).length === 1
    ? Number(value.number)
    : value;
}

/** Reads a local address in given cells and outputs. */
export function reader(cells: readonly (readonly number[])[], outputs: Outputs): (local: Local) => number {
  return ({ side, place, cell }) => {
    const value = (side === 'input' ? cells : outputs)[place]?.[cell];
    if (value === undefined) throw new Error(`there is no cell ${cell} of ${side} ${place}`);
    return value;
  };
}
