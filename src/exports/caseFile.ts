/** @file Steps of a trained model as a case file: `attend` computes the same scores, weights and contexts from it. */

import { cellsOf, type TensorRecord, type Trace } from '../engine/trace.ts';
import { tensorNamed } from '../geometry/tensorIndex.ts';
import { backwardSlice } from './program/backwardSlice.ts';

interface TensorJson {
  readonly shape: readonly number[];
  readonly data: readonly (number | string)[];
}

/** JSON has no infinity: it stands there as a text. */
function json(shape: readonly number[], cells: Iterable<number>): TensorJson {
  return { shape, data: Array.from(cells, (cell) => (Number.isFinite(cell) ? cell : String(cell))) };
}

function whole(trace: Trace, tensor: TensorRecord): TensorJson {
  return json(
    tensor.axes.map(({ size }) => size),
    cellsOf(trace, tensor),
  );
}

/** One tensor a step, as rows; undefined unless all are there. */
function rows(trace: Trace, tensors: readonly (TensorRecord | undefined)[]): TensorJson | undefined {
  const found = tensors.filter((tensor) => tensor !== undefined);
  const [first] = found;
  if (first === undefined || found.length !== tensors.length) return undefined;
  return json(
    [found.length, ...first.axes.map(({ size }) => size)],
    found.flatMap((tensor) => Array.from(cellsOf(trace, tensor))),
  );
}

function present<T>(entries: readonly (readonly [string, T | undefined])[]): Record<string, T> {
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, T] => entry[1] !== undefined));
}

/** What the ops say of the options: how far a window reaches, the temperature, the normaliser. */
function optionsOf(trace: Trace, ops: readonly number[]): Record<string, unknown> {
  const records = ops.flatMap((place) => trace.ops[place] ?? []);
  const window = records.find(({ op }) => op === 'window');
  const normaliser = records.find(({ op }) => ['softmax', 'sparsemax', 'entmax-1.5'].includes(op));
  const temperature = normaliser?.attributes['temperature'];
  return present<unknown>([
    ['D', window?.attributes['reach']],
    ['temperature', temperature === 1 ? undefined : temperature],
    ['normaliser', normaliser?.op === 'softmax' ? undefined : normaliser?.op],
  ]);
}

/** Mechanisms to which a row's number matters: it centres a window, or says which chance number is drawn. */
const counted: ReadonlySet<string> = new Set(['local-m', 'hard']);

/** The widest error that `attend` lets pass in such a case. */
const TOLERANCE = 1e-9;

/**
 * The case of some target steps (0-based, in order) of a trace of that mechanism, which asks with the state before each step. Where a row's
 * number matters the case begins with the first step. `source` says where the numbers come from.
 */
export function stepsCase(trace: Trace, mechanism: string, steps: readonly number[], source: string): object {
  const all = counted.has(mechanism) ? Array.from({ length: Math.max(...steps) + 1 }, (_, t) => t) : steps;
  const at = (name: string, t: number): TensorRecord | undefined => tensorNamed(trace, name, t);
  const h = at('h', -1);
  const queries = all.map((t) => at('s', t - 1));
  const betas = all.map((t) => at('beta', t));
  const expected = ['e', 'alpha', 'c'].map((name) => [name, all.map((t) => at(name, t))] as const);
  const given = [h, ...queries, ...betas].flatMap((tensor) => (tensor === undefined ? [] : [tensor.id]));
  const targets = expected.flatMap(([, tensors]) => tensors.flatMap((tensor) => tensor?.id ?? []));
  const { ops, leaves } = backwardSlice(trace, targets, new Set(given));
  const parameters = leaves.filter(({ kind }) => kind === 'parameter');
  const options = optionsOf(trace, ops);
  return {
    mechanism,
    inputs: present<TensorJson>([
      ['s', rows(trace, queries)],
      ['h', h === undefined ? undefined : whole(trace, h)],
      ['beta', rows(trace, betas)],
    ]),
    params: present<TensorJson>(
      parameters.map((tensor) => [tensor.name.replace(/_a$/, ''), whole(trace, tensor)]),
    ),
    ...(Object.keys(options).length > 0 ? { options } : {}),
    expected: present<TensorJson>(expected.map(([name, tensors]) => [name, rows(trace, tensors)])),
    tolerance: TOLERANCE,
    source,
  };
}

/** A case file's text: a line for every tensor. */
export function caseText(file: object): string {
  const isTensor = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && 'data' in value;
  const part = (value: unknown): string => {
    if (typeof value !== 'object' || value === null || isTensor(value) || Array.isArray(value))
      return JSON.stringify(value);
    const lines = Object.entries(value).map(
      ([name, one]) => `    ${JSON.stringify(name)}: ${JSON.stringify(one)}`,
    );
    return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  };
  const lines = Object.entries(file).map(([name, value]) => `  ${JSON.stringify(name)}: ${part(value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}
