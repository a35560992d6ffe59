/** @file The graph: records every op as it is applied, and runs it, at once (a trace) or again and again (a plan). */

import type { Kernels } from './kernels/kernels.ts';
import type { Attributes, GradientSite, Op, Placed, Site } from './op.ts';
import { cellCount, type Axes } from './tensor.ts';
import type { OpRecord, Role, StageMark, TensorRecord, Trace } from './trace.ts';

/** A handle on a tensor of a graph, under the axis names by which the holder knows it. */
export interface Value {
  readonly id: number;
  readonly axes: Axes;
}

interface Mutable {
  name: string;
  role: Role;
}

/** How a graph runs. */
export interface GraphOptions {
  /** true: every op is computed when it is applied, and inner tensors are kept. false: `run` computes all, as often as wanted. */
  readonly eager: boolean;
  /** First free element of the heap (what lies below belongs to others, such as parameters shared by several graphs). */
  readonly base?: number;
}

interface Applied {
  readonly op: Op;
  readonly site: Site<Attributes>;
  readonly record: OpRecord;
}

/**
 * A computation of named tensors. Programs call ops on it in the order of the paper; what they name, in the stages they announce,
 * is what the reader steps through.
 */
export class Graph {
  readonly kernels: Kernels;
  readonly eager: boolean;
  private readonly tensors: (Omit<TensorRecord, 'name' | 'role'> & Mutable)[] = [];
  private readonly applied: Applied[] = [];
  private readonly stages: StageMark[] = [];
  private readonly gradientAt = new Map<number, number>();
  private readonly wanted = new Set<number>();
  private readonly gradientRegions: { at: number; length: number }[] = [];
  private readonly constants: { value: Value; data: ArrayLike<number> }[] = [];
  private readonly runs: (() => void)[] = [];
  private next: number;
  private scratchAt = -1;
  private scratchSize = 0;

  constructor(kernels: Kernels, options: GraphOptions) {
    this.kernels = kernels;
    this.eager = options.eager;
    this.next = options.base ?? 0;
  }

  /** First element after everything that this graph has laid out. */
  get end(): number {
    return this.next;
  }

  /** Elements for `count` numbers, aligned to 16 bytes. */
  allocate(count: number): number {
    const at = this.next;
    this.next = (at + count + 3) & ~3;
    this.kernels.reserve(this.next);
    return at;
  }

  /** An input; `data` may be written later with `write`. `gradient`: whether a gradient is wanted for it. */
  input(name: string, axes: Axes, data?: ArrayLike<number>, gradient = false): Value {
    return this.given('input', name, axes, data, gradient);
  }

  /** A parameter with its values laid out by this graph. */
  parameter(name: string, axes: Axes, data?: ArrayLike<number>): Value {
    return this.given('parameter', name, axes, data, true);
  }

  /** A parameter whose values and gradient lie elsewhere in the heap, shared with other graphs. */
  sharedParameter(name: string, axes: Axes, at: number, gradientAt: number): Value {
    const value = this.record('parameter', name, axes, at, -1, 0);
    this.wanted.add(value.id);
    this.gradientAt.set(value.id, gradientAt);
    return value;
  }

  /** Announces the stage that the following tensors belong to. */
  stage(mark: StageMark): void {
    this.stages.push(mark);
  }

  /** Gives a tensor its symbol and role; returns it. */
  named(name: string, value: Value, role: Role = 'other'): Value {
    const tensor = this.tensors[value.id];
    if (tensor === undefined) throw new Error(`named: there is no tensor ${value.id}`);
    tensor.name = name;
    tensor.role = role;
    return value;
  }

  /** Applies an op; its value comes first, its inner tensors after it. */
  apply<A extends Attributes>(op: Op<A>, inputs: readonly Value[], attributes: A): Value[] {
    const inputAxes = inputs.map((input) => input.axes);
    const names = inputs.map((input) => this.tensors[input.id]?.name ?? 'a tensor');
    const made = op.outputs(inputAxes, attributes, names);
    const record = { op: op.name, inputs: inputs.map(({ id, axes }) => ({ tensor: id, axes })), attributes };
    const differentiable = inputs.some((input) => this.wanted.has(input.id));
    const values = made.map((output, place) => {
      const keep = this.eager || output.traceOnly !== true;
      const at = keep ? this.allocate(cellCount(output.axes)) : -1;
      const name = output.name ?? op.name;
      const value = this.record(
        place === 0 ? 'computed' : 'inner',
        name,
        output.axes,
        at,
        this.applied.length,
        place,
      );
      if (place === 0 && differentiable) this.wanted.add(value.id);
      return value;
    });
    const site: Site<A> = {
      kernels: this.kernels,
      inputs: inputs.map((input): Placed => ({ axes: input.axes, at: this.at(input) })),
      outputs: values.map((value): Placed => ({ axes: value.axes, at: this.at(value) })),
      attributes,
      scratch: this.scratch(op.scratch?.(inputAxes, attributes) ?? 0),
    };
    this.applied.push({
      // The record keeps attributes as JSON; the op that made it is the one that reads it.
      op: op,
      site,
      record: { ...record, outputs: values.map((value) => value.id) },
    });
    const run = op.forward(site);
    if (this.eager) run();
    else this.runs.push(run);
    return values;
  }

  /**
   * Computes every op again, in order (for graphs that are not eager). Inputs that were given their data when they were made are written
   * anew first: several graphs may lie in the same part of the heap and take turns.
   */
  run(): void {
    for (const { value, data } of this.constants) this.write(value, data);
    for (const run of this.runs) run();
  }

  /** Where a value's cells start in the heap. */
  at(value: Value): number {
    return this.tensors[value.id]?.at ?? -1;
  }

  /** The cells of a value: a view on the heap, valid until it grows. */
  read(value: Value): Float64Array | Float32Array {
    const at = this.at(value);
    if (at < 0) throw new Error(`${this.tensors[value.id]?.name ?? 'a tensor'} is not kept in this run`);
    return this.kernels.heap.subarray(at, at + cellCount(value.axes));
  }

  /** Writes an input's cells. */
  write(value: Value, data: ArrayLike<number>): void {
    const count = cellCount(value.axes);
    if (data.length !== count)
      throw new Error(
        `${this.tensors[value.id]?.name ?? 'input'}: ${data.length} numbers for ${count} cells`,
      );
    this.kernels.heap.set(data, this.at(value));
  }

  /**
   * Binds the backward pass of Σ of (a value of one cell, or any value with an upstream written by `writeGradient`).
   * Returns what clears this graph's own gradients, sets the upstream to `seed`, and runs it. Gradients of shared parameters are added to.
   */
  backward(of: Value, seed: ArrayLike<number> = [1]): () => void {
    const needed = this.ancestors(of);
    const from = this.next;
    for (const id of needed) {
      const tensor = this.tensors[id];
      if (tensor !== undefined && this.wanted.has(id) && !this.gradientAt.has(id)) {
        this.gradientAt.set(id, this.allocate(cellCount(tensor.axes)));
      }
    }
    this.gradientRegions.push({ at: from, length: this.next - from });
    const seedAt = this.gradientAt.get(of.id);
    if (seedAt === undefined)
      throw new Error('backward: this value depends on nothing that a gradient is wanted for');
    const runs: (() => void)[] = [];
    for (const { op, site, record } of this.applied.toReversed()) {
      const [value] = record.outputs;
      if (value === undefined || !needed.has(value) || !this.wanted.has(value)) continue;
      const gradients: GradientSite = {
        output: this.gradientAt.get(value) ?? -1,
        inputs: record.inputs.map(({ tensor }) =>
          this.wanted.has(tensor) ? (this.gradientAt.get(tensor) ?? -1) : -1,
        ),
      };
      runs.push(op.backward(site, gradients));
    }
    return () => {
      for (const region of this.gradientRegions) this.kernels.fill(region.at, region.length, 0);
      this.kernels.heap.set(seed, seedAt);
      for (const run of runs) run();
    };
  }

  /** The gradient of a value after `backward` has run: a view on the heap; undefined if none was computed (it is then zero). */
  gradient(value: Value): Float64Array | Float32Array | undefined {
    const at = this.gradientAt.get(value.id);
    return at === undefined ? undefined : this.kernels.heap.subarray(at, at + cellCount(value.axes));
  }

  /** The finished computation as plain data, its cells copied out of the heap once. */
  trace(): Trace {
    const heap = this.kernels.heap;
    return {
      tensors: this.tensors.map((tensor) => ({ ...tensor })),
      ops: this.applied.map(({ record }) => record),
      stages: [...this.stages],
      data: new Float64Array(heap.subarray(0, this.next)),
    };
  }

  private given(
    kind: 'input' | 'parameter',
    name: string,
    axes: Axes,
    data: ArrayLike<number> | undefined,
    gradient: boolean,
  ): Value {
    const value = this.record(kind, name, axes, this.allocate(cellCount(axes)), -1, 0);
    if (gradient) this.wanted.add(value.id);
    if (data !== undefined) {
      this.write(value, data);
      if (!this.eager) this.constants.push({ value, data });
    }
    return value;
  }

  private record(
    kind: TensorRecord['kind'],
    name: string,
    axes: Axes,
    at: number,
    op: number,
    output: number,
  ): Value {
    const id = this.tensors.length;
    this.tensors.push({ id, name, kind, role: 'other', axes, at, op, output, stage: this.stages.length - 1 });
    return { id, axes };
  }

  private ancestors(of: Value): Set<number> {
    const needed = new Set<number>([of.id]);
    for (const { record } of this.applied.toReversed()) {
      if (record.outputs.some((id) => needed.has(id)))
        for (const input of record.inputs) needed.add(input.tensor);
    }
    return needed;
  }

  /** One region for all ops' scratch, as large as the largest asks for. Grown regions leave the old ones to the ops already bound. */
  private scratch(size: number): number {
    if (size > this.scratchSize) {
      this.scratchAt = this.allocate(size);
      this.scratchSize = size;
    }
    return this.scratchAt;
  }
}

/** The same tensor under other axis names (no copy): `{ m: 'k' }` calls its axis m by the name k. */
export function renamed(value: Value, names: Readonly<Record<string, string>>): Value {
  return {
    id: value.id,
    axes: value.axes.map((axis) => ({ name: names[axis.name] ?? axis.name, size: axis.size })),
  };
}
