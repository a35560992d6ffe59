/** @file Parameters in the heap with their gradients and Adam's two moments, side by side, so that one sweep updates them all. */

import type { Graph, Value } from '../engine/graph.ts';
import type { Kernels } from '../engine/kernels/kernels.ts';
import { cellCount } from '../engine/tensor.ts';
import type { NamedShape } from '../models/seq2seq/parameters.ts';

interface Slot {
  readonly shape: NamedShape;
  /** From the start of each of the four regions. */
  readonly from: number;
  readonly count: number;
}

/** Adam's constants (Kingma, Ba 2015). */
const BETA1 = 0.9;
const BETA2 = 0.98;
const EPS = 1e-8;

/** All parameters of a model at the bottom of a heap: values, gradients, first and second moments. */
export class ParameterStore {
  readonly kernels: Kernels;
  readonly length: number;
  private readonly slots: readonly Slot[];
  private steps = 0;
  /** β^steps, kept by multiplication: powers are rounded differently by different machines. */
  private powers: readonly [number, number] = [1, 1];

  constructor(kernels: Kernels, shapes: readonly NamedShape[]) {
    this.kernels = kernels;
    let from = 0;
    this.slots = shapes.map((shape) => {
      const slot = { shape, from, count: cellCount(shape.axes) };
      from = (from + slot.count + 3) & ~3;
      return slot;
    });
    this.length = from;
    kernels.reserve(4 * from);
    kernels.fill(0, 4 * from, 0);
  }

  /** First element of the heap that graphs may use. */
  get end(): number {
    return 4 * this.length;
  }

  /** How many numbers the model has learned. */
  get parameterCount(): number {
    return this.slots.reduce((sum, slot) => sum + slot.count, 0);
  }

  /** The parameters as values of a graph. */
  bind(graph: Graph): Record<string, Value> {
    return Object.fromEntries(
      this.slots.map(({ shape, from }) => [
        shape.name,
        graph.sharedParameter(shape.name, shape.axes, from, this.length + from),
      ]),
    );
  }

  /** Sets each parameter. */
  set(values: (shape: NamedShape) => ArrayLike<number>): void {
    for (const { shape, from } of this.slots) this.kernels.heap.set(values(shape), from);
  }

  /** The parameters by name (copies). */
  get(): { shape: NamedShape; values: Float32Array }[] {
    return this.slots.map(({ shape, from, count }) => ({
      shape,
      values: Float32Array.from(this.kernels.heap.subarray(from, from + count)),
    }));
  }

  /** Sets all gradients to 0. */
  clearGradients(): void {
    this.kernels.fill(this.length, this.length, 0);
  }

  /** √Σ g² over all parameters. */
  gradientNorm(): number {
    return Math.sqrt(this.kernels.sumOfSquares(this.length, this.length));
  }

  /** √Σ g² over the parameters of each part, by the part's name. */
  gradientNorms(partOf: (name: string) => string): ReadonlyMap<string, number> {
    const sums = new Map<string, number>();
    for (const { shape, from, count } of this.slots) {
      const part = partOf(shape.name);
      sums.set(part, (sums.get(part) ?? 0) + this.kernels.sumOfSquares(this.length + from, count));
    }
    return new Map([...sums].map(([part, sum]) => [part, Math.sqrt(sum)]));
  }

  /** One step of Adam with the gradients clipped so that their norm is at most `clip`. Returns the norm before clipping. */
  update(rate: number, clip: number): number {
    const norm = this.gradientNorm();
    this.steps += 1;
    this.powers = [this.powers[0] * BETA1, this.powers[1] * BETA2];
    this.kernels.adam({
      parameter: 0,
      gradient: this.length,
      m: 2 * this.length,
      v: 3 * this.length,
      length: this.length,
      rate,
      beta1: BETA1,
      beta2: BETA2,
      correction1: 1 - this.powers[0],
      correction2: 1 - this.powers[1],
      eps: EPS,
      gradientFactor: norm > clip ? clip / norm : 1,
    });
    return norm;
  }

  /** Everything that training needs to go on from here. */
  save(): { steps: number; powers: readonly [number, number]; numbers: Float32Array } {
    const heap = this.kernels.heap;
    const parts = [0, 2, 3].map((region) => heap.subarray(region * this.length, (region + 1) * this.length));
    const numbers = new Float32Array(3 * this.length);
    parts.forEach((part, k) => numbers.set(part, k * this.length));
    return { steps: this.steps, powers: this.powers, numbers };
  }

  /** Goes back to what `save` gave. Throws if it is of another model. */
  restore(saved: { steps: number; powers: readonly [number, number]; numbers: Float32Array }): void {
    if (saved.numbers.length !== 3 * this.length) {
      throw new Error(
        `checkpoint: ${saved.numbers.length} numbers; expected ${3 * this.length} for this model`,
      );
    }
    this.steps = saved.steps;
    this.powers = saved.powers;
    [0, 2, 3].forEach((region, k) => {
      this.kernels.heap.set(
        saved.numbers.subarray(k * this.length, (k + 1) * this.length),
        region * this.length,
      );
    });
  }
}
