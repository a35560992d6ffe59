/** @file Runs a case: reads it, computes it on a graph in float64, asks for the gradient, compares with what is expected. */

import { Graph, type Value } from '../../engine/graph.ts';
import type { Kernels } from '../../engine/kernels/kernels.ts';
import { createPlainKernels } from '../../engine/kernels/plain.ts';
import { cellCount, projectCell, type Axes } from '../../engine/tensor.ts';
import type { Trace } from '../../engine/trace.ts';
import { programs } from './all.ts';
import { readCase, type CaseFile, type GradientRequest } from './caseFile.ts';
import { Desk } from './desk.ts';
import type { Output } from './program.ts';
import { CaseError, quoted, shapeText, type TensorData } from './tensorData.ts';
import { judge, type Verdict } from './verdict.ts';

/** What a case gave. */
export interface CaseResult {
  readonly file: CaseFile;
  /** Outputs by name, and gradients as `grad:NAME`. */
  readonly outputs: ReadonlyMap<string, TensorData>;
  /** Only where the file has `expected`. */
  readonly verdict?: Verdict;
  /** The whole computation. */
  readonly trace: Trace;
}

/**
 * Runs the JSON value of a case file, in float64 unless other kernels are given. Throws an Error whose message names the field and what was
 * expected.
 */
export function runCase(json: unknown, kernels: Kernels = createPlainKernels()): CaseResult {
  const file = readCase(json, [...programs.keys()]);
  const program = programs.get(file.mechanism);
  if (program === undefined)
    throw new CaseError(`mechanism is ${quoted(file.mechanism)}; expected a known one`);
  const graph = new Graph(kernels, { eager: true });
  const desk = new Desk(graph, file);
  const compute = program.prepare(desk);
  desk.refuseTheRest();
  const made = compute();
  const gradients = file.gradient === undefined ? [] : gradientsOf(graph, desk, made, file.gradient);
  const outputs = new Map([
    ...made.map((one): [string, TensorData] => [one.name, printed(one, graph.read(one.value))]),
    ...gradients,
  ]);
  const { expected } = file;
  return {
    file,
    outputs,
    ...(expected === undefined ? {} : { verdict: judge(outputs, expected, file.tolerance) }),
    trace: graph.trace(),
  };
}

/** The axes of an output in the order in which it is printed. */
function printedAxes({ name, value, axes }: Output): Axes {
  return axes.map((axis) => {
    const found = value.axes.find((one) => one.name === axis);
    if (found === undefined) throw new Error(`${name} has no axis ${axis}`);
    return found;
  });
}

/** An output's cells in the order in which they are printed. */
function printed(output: Output, cells: ArrayLike<number>): TensorData {
  const axes = printedAxes(output);
  const data = Float64Array.from(
    { length: cellCount(axes) },
    (_, cell) => cells[projectCell(axes, cell, output.value.axes)] as number,
  );
  return { shape: axes.map((axis) => axis.size), data };
}

/** grad:NAME of Σ (upstream ∘ of) for every name that is asked for. */
function gradientsOf(
  graph: Graph,
  desk: Desk,
  made: readonly Output[],
  { of, upstream, wrt }: GradientRequest,
): [string, TensorData][] {
  const output = made.find((one) => one.name === of);
  if (output === undefined) {
    const names = made.map((one) => one.name).join(', ');
    throw new CaseError(`gradient.of is ${quoted(of)}; expected one of the outputs ${names}`);
  }
  const sources = wrt.map((name, k): [string, Value] => {
    const value = desk.differentiable.get(name);
    if (value !== undefined) return [name, value];
    const names = [...desk.differentiable.keys()].join(', ');
    const expected = names === '' ? 'an empty list' : `one of ${names}`;
    throw new CaseError(`gradient.wrt: name ${k + 1} is ${quoted(name)}; expected ${expected}`);
  });
  const axes = printedAxes(output);
  const shape = axes.map((axis) => axis.size);
  if (upstream.shape.length !== shape.length || upstream.shape.some((size, d) => size !== shape[d])) {
    throw new CaseError(
      `gradient.upstream: shape is ${shapeText(upstream.shape)}; expected ${shapeText(shape)}, that of ${of}`,
    );
  }
  if (sources.length === 0) return [];
  const seed = new Float64Array(upstream.data.length);
  upstream.data.forEach((cell, k) => {
    seed[projectCell(axes, k, output.value.axes)] = cell;
  });
  graph.backward(output.value, seed)();
  return sources.map(([name, value]) => [
    `grad:${name}`,
    {
      shape: value.axes.map((axis) => axis.size),
      data: Float64Array.from(graph.gradient(value) ?? new Float64Array(cellCount(value.axes))),
    },
  ]);
}
