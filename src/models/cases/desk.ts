/** @file The desk at which a program picks up what a case file brought: tensors of the right shape, options of the right kind. */

import type { Graph, Value } from '../../engine/graph.ts';
import { cellCount } from '../../engine/tensor.ts';
import type { CaseFile } from './caseFile.ts';
import { CaseError, placeText, quoted, shapeText, type TensorData } from './tensorData.ts';

/** One axis of a tensor: the engine's letter, the paper's size (`d_s`), and, where it is known beforehand, the number. */
export type AxisPlan = readonly [axis: string, label: string, size?: number];

type Part = 'inputs' | 'params';

/** Hands out the parts of a case; a size that is named twice must be the same, and what nobody asked for is refused. */
export class Desk {
  readonly graph: Graph;
  private readonly file: CaseFile;
  private readonly sizes = new Map<string, { size: number; from: string }>();
  private readonly asked = {
    inputs: new Set<string>(),
    params: new Set<string>(),
    options: new Set<string>(),
  };
  private readonly handed = new Map<string, Value>();
  private readonly discrete = new Set<string>();

  constructor(graph: Graph, file: CaseFile) {
    this.graph = graph;
    this.file = file;
  }

  /** The inputs and parameters that a gradient can be asked for, with their values in the graph. */
  get differentiable(): ReadonlyMap<string, Value> {
    return new Map([...this.handed].filter(([name]) => !this.discrete.has(name)));
  }

  has(part: Part, name: string): boolean {
    return this.file[part].has(name);
  }

  /** The shape that the file gives to a tensor, if it is there. */
  shape(part: Part, name: string): readonly number[] | undefined {
    return this.file[part].get(name)?.shape;
  }

  /** The size that a label was given by the tensors handed out so far. */
  size(label: string): number {
    const found = this.sizes.get(label);
    if (found === undefined) throw new Error(`no tensor has told ${label}`);
    return found.size;
  }

  /** A tensor that must be there. */
  need(part: Part, name: string, axes: readonly AxisPlan[]): Value {
    const value = this.take(part, name, axes);
    if (value === undefined)
      throw new CaseError(`${part}.${name} is missing; expected a tensor ${planText(axes)}`);
    return value;
  }

  /** A tensor that may be left out. */
  take(part: Part, name: string, axes: readonly AxisPlan[]): Value | undefined {
    this.asked[part].add(name);
    const tensor = this.file[part].get(name);
    if (tensor === undefined) return undefined;
    if (this.handed.has(name))
      throw new CaseError(`${part}.${name} is given twice; expected in inputs or params`);
    this.fit(`${part}.${name}`, tensor, axes);
    const plan = axes.map(([axis], d) => ({ name: axis, size: tensor.shape[d] as number }));
    const value =
      part === 'inputs'
        ? this.graph.input(name, plan, tensor.data, true)
        : this.graph.parameter(name, plan, tensor.data);
    this.handed.set(name, value);
    return value;
  }

  /** An input of ones and zeros, which takes no gradient: its value and its cells. */
  takeMask(name: string, axes: readonly AxisPlan[]): { value: Value; cells: Float64Array } | undefined {
    this.asked.inputs.add(name);
    const tensor = this.file.inputs.get(name);
    if (tensor === undefined) return undefined;
    this.fit(`inputs.${name}`, tensor, axes);
    const wrong = tensor.data.findIndex((cell) => cell !== 0 && cell !== 1);
    if (wrong >= 0) {
      throw new CaseError(
        `inputs.${name}: number ${wrong + 1} of data${placeText(wrong, tensor.shape)} is ${tensor.data[wrong]}; expected 1 ${name === 'mask' ? '(may be attended) ' : ''}or 0`,
      );
    }
    const plan = axes.map(([axis], d) => ({ name: axis, size: tensor.shape[d] as number }));
    const value = this.graph.input(name, plan, tensor.data);
    this.discrete.add(name);
    this.handed.set(name, value);
    return { value, cells: tensor.data };
  }

  /** An input of zeros that the file left out. */
  zeros(name: string, axes: readonly AxisPlan[]): Value {
    const plan = axes.map(([axis, label, size]) => ({ name: axis, size: size ?? this.size(label) }));
    return this.graph.input(name, plan, new Float64Array(cellCount(plan)));
  }

  /** An option that is a number; undefined if it is not there. */
  number(
    name: string,
    expected = 'a number',
    fits: (value: number) => boolean = () => true,
  ): number | undefined {
    const value = this.option(name);
    if (value === undefined) return undefined;
    if (typeof value === 'number' && Number.isFinite(value) && fits(value)) return value;
    throw this.wrongOption(name, expected);
  }

  /** An option that is a number above 0. */
  positive(name: string): number | undefined {
    return this.number(name, 'a positive number (> 0)', (value) => value > 0);
  }

  /** An option that is a whole number of at least 1. */
  whole(name: string): number | undefined {
    return this.number(
      name,
      'a whole number of at least 1',
      (value) => Number.isSafeInteger(value) && value >= 1,
    );
  }

  /** An option that is a whole number, of either sign. */
  seed(name: string): number | undefined {
    return this.number(name, 'a whole number', (value) => Number.isSafeInteger(value));
  }

  /** An option that is true or false. */
  flag(name: string): boolean | undefined {
    const value = this.option(name);
    if (value === undefined || typeof value === 'boolean') return value;
    throw this.wrongOption(name, 'true or false');
  }

  /** An option that is one of some words, the first of which stands for it where it is left out. */
  choice<T extends string>(name: string, words: readonly [T, ...T[]]): T {
    const value = this.option(name);
    if (value === undefined) return words[0];
    const found = words.find((word) => word === value);
    if (found === undefined) throw this.wrongOption(name, words.map((word) => `"${word}"`).join(' or '));
    return found;
  }

  /** Refuses what the program has not asked for. */
  refuseTheRest(): void {
    for (const part of ['inputs', 'params', 'options'] as const) {
      const known = [...this.asked[part]];
      const stranger = [...this.file[part].keys()].find((name) => !known.includes(name));
      if (stranger === undefined) continue;
      throw new CaseError(
        `${part}.${stranger} is unknown to ${this.file.mechanism} here; expected ${known.length === 0 ? `no ${part}` : known.join(', ')}`,
      );
    }
  }

  private option(name: string): unknown {
    this.asked.options.add(name);
    const value = this.file.options.get(name);
    if (this.file.options.has(name) && value === undefined) throw this.wrongOption(name, 'a value');
    return value;
  }

  private wrongOption(name: string, expected: string): CaseError {
    return new CaseError(`options.${name} is ${quoted(this.file.options.get(name))}; expected ${expected}`);
  }

  private fit(field: string, { shape }: TensorData, axes: readonly AxisPlan[]): void {
    const plan = planText(axes);
    if (shape.length !== axes.length) {
      throw new CaseError(`${field}: shape is ${shapeText(shape)}; expected ${axes.length} axes, ${plan}`);
    }
    axes.forEach(([, label, fixed], d) => {
      const size = shape[d] as number;
      const known = this.sizes.get(label);
      if (fixed !== undefined && fixed !== size) {
        throw new CaseError(
          `${field}: shape is ${shapeText(shape)}; expected ${plan} with ${label} = ${fixed}`,
        );
      }
      if (known === undefined) this.sizes.set(label, { size, from: field });
      else if (known.size !== size) {
        throw new CaseError(
          `${field}: shape is ${shapeText(shape)}; expected ${plan} with ${label} = ${known.size}, as in ${known.from}`,
        );
      }
    });
  }
}

function planText(axes: readonly AxisPlan[]): string {
  return `[${axes.map(([, label]) => label).join(', ')}]`;
}
