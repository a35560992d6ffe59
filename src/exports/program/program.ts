/** @file A whole program: imports, definitions, one function that reads like the paper, the numbers it starts from, and what it prints. */

import { cellsOf, type TensorRecord, type Trace } from '../../engine/trace.ts';
import type { Dialect, HelperName } from './dialect.ts';
import { functionBody, type FunctionBody } from './functionBody.ts';
import { listText } from './literal.ts';
import { pythonName } from './names.ts';

/** What a program prints: a name, and the tensor of each step (one tensor: it is printed as it is; several: as rows). */
export interface Printed {
  readonly name: string;
  readonly tensors: readonly number[];
}

/** What a program computes, and from what. */
export interface ProgramRequest {
  readonly trace: Trace;
  readonly printed: readonly Printed[];
  /** Tensors (by number) that it starts from although they were computed: the state that asks, the states that are asked. */
  readonly given: readonly number[];
  /** What the function is called. */
  readonly name: string;
  readonly words: ProgramWords;
  /** What the places of an axis are, where they have names: the source words of `j`. */
  readonly labels?: Readonly<Record<string, readonly string[]>>;
}

/** The comments of a program, in the reader's language; each may be of several lines. */
export interface ProgramWords {
  /** Over everything: what this is, and where it is from. */
  readonly head: string;
  /** Over the numbers. */
  readonly numbers: string;
  /** What a stage does, by its id. */
  readonly stages: Readonly<Record<string, string>>;
}

/** A program in pieces, so that a preview can leave numbers out. */
export interface Program {
  readonly before: string;
  readonly data: readonly { readonly name: string; readonly code: string; readonly count: number }[];
  readonly after: string;
}

const WIDTH = 100;

function comment(text: string): string[] {
  return text.split('\n').map((line) => `# ${line}`.trimEnd());
}

/** `start` and `parts` in one line if it is short enough, else a line each. */
function call(start: string, parts: readonly string[], end: string): string[] {
  const line = `${start}(${parts.join(', ')})${end}`;
  if (line.length <= WIDTH) return [line];
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last === undefined || last.length + part.length + 3 > WIDTH) lines.push(`    ${part},`);
    else lines[lines.length - 1] = `${last} ${part},`;
  }
  return [`${start}(`, ...lines, `)${end}`];
}

function definition(name: string, { leaves, lines, results }: FunctionBody): string[] {
  return [
    ...call(
      `def ${name}`,
      leaves.map((leaf) => leaf.name),
      ':',
    ),
    ...lines.map((line) => (line === '' ? '' : `    ${line}`)),
    `    return ${results.join(', ')}`,
  ];
}

/** The definitions that are needed, each after those that it needs. */
function definitions(dialect: Dialect, wanted: Iterable<HelperName>): string[] {
  const found = new Set<HelperName>();
  const visit = (name: HelperName): void => {
    for (const need of dialect.helpers[name].needs) visit(need);
    found.add(name);
  };
  for (const name of wanted) visit(name);
  return [...found].flatMap((name) => ['', '', dialect.helpers[name].text]);
}

/** Numbers that the program starts from: of one tensor, or of one tensor a step. */
interface Datum {
  readonly name: string;
  readonly tensors: readonly TensorRecord[];
}

function datumCode({ trace, labels = {} }: ProgramRequest, dialect: Dialect, { tensors }: Datum): string {
  const [first] = tensors;
  if (first === undefined) throw new Error('a number lacks its tensor');
  const own = first.axes.map((axis) => axis.size);
  const rows = labels[first.axes[0]?.name ?? ''];
  const list = listText(
    tensors.length === 1
      ? cellsOf(trace, first)
      : tensors.flatMap((tensor) => Array.from(cellsOf(trace, tensor))),
    tensors.length === 1 ? own : [tensors.length, ...own],
    dialect.module,
    tensors.length === 1 && rows?.length === own[0] ? rows : [],
  );
  return dialect.array(list);
}

/** What each step's function reads: the same tensor in all, or one a step. */
function dataOf(bodies: readonly FunctionBody[]): Datum[] {
  const [first] = bodies;
  return (first?.leaves ?? []).map(({ name }, k) => {
    const tensors = bodies.flatMap((body) => body.leaves[k]?.tensor ?? []);
    return { name, tensors: new Set(tensors.map(({ id }) => id)).size === 1 ? tensors.slice(0, 1) : tensors };
  });
}

/** Calls the function once, or once a step, and gives the results their names. */
function calls(
  name: string,
  results: readonly string[],
  data: readonly Datum[],
  steps: number,
  module: string,
): string[] {
  const varied = data.filter(({ tensors }) => tensors.length > 1);
  const operands = data.map((datum) => (varied.includes(datum) ? `${datum.name}_t` : datum.name));
  const names = results.join(', ');
  if (steps === 1) return call(`${names} = ${name}`, operands, '');
  const each = varied.map((datum) => `${datum.name}_t`).join(', ');
  const all = varied.map((datum) => datum.name).join(', ');
  const loop = varied.length === 1 ? `for ${each} in ${all}` : `for ${each} in zip(${all})`;
  const [first = '', ...others] = call(name, operands, '');
  const head = [
    'rows = [',
    `    ${first}`,
    ...others.map((line) => `    ${line}`),
    `    ${varied.length === 0 ? `for _ in range(${steps})` : loop}`,
    ']',
  ];
  return results.length === 1
    ? [...head, `${names} = ${module}.stack(rows)`]
    : [...head, `${names} = (${module}.stack(column) for column in zip(*rows))`];
}

/** Whether all steps are computed alike: the same statements from as many leaves of the same shapes. */
function areAlike(bodies: readonly FunctionBody[]): boolean {
  const shape = ({ leaves, lines, results }: FunctionBody): string =>
    JSON.stringify([
      leaves.map(({ name, tensor }) => [name, tensor.axes.map(({ size }) => size)]),
      lines,
      results,
    ]);
  return new Set(bodies.map(shape)).size === 1;
}

/** Writes the program. Throws if the printed tensors have different numbers of steps, or if the steps are not computed alike. */
export function program(request: ProgramRequest, dialect: Dialect): Program {
  const { trace, printed, words } = request;
  const steps = printed[0]?.tensors.length ?? 0;
  if (steps === 0 || printed.some(({ tensors }) => tensors.length !== steps))
    throw new Error('what is printed must have a tensor for every step');
  const reserved = new Set<string>([...Object.keys(dialect.helpers), request.name]);
  const bodies = Array.from({ length: steps }, (_, t) =>
    functionBody({
      trace,
      targets: printed.map(({ tensors }) => tensors[t] as number),
      given: new Set(request.given),
      dialect,
      stages: words.stages,
      reserved,
    }),
  );
  const [body] = bodies;
  if (body === undefined || !areAlike(bodies)) throw new Error('the steps are not computed alike');
  const data = dataOf(bodies);
  const used = new Set(data.map(({ name }) => name));
  const results = printed.map(({ name }) => {
    const result = pythonName(name, (one) => used.has(one) || reserved.has(one));
    used.add(result);
    return result;
  });
  const helpers = definitions(dialect, body.helpers);
  const math = helpers.some((text) => text.includes('math.')) ? ['import math', ''] : [];
  return {
    before: [
      ...comment(words.head),
      '',
      ...math,
      ...dialect.imports,
      ...helpers,
      '',
      '',
      ...definition(request.name, body),
      '',
      '',
      ...comment(words.numbers),
    ].join('\n'),
    data: data.map((datum) => ({
      name: datum.name,
      code: datumCode(request, dialect, datum),
      count: datum.tensors.length * cellsOf(trace, datum.tensors[0] as TensorRecord).length,
    })),
    after: [
      '',
      ...calls(request.name, results, data, steps, dialect.module),
      '',
      ...printed.map(({ name }, k) => `print("${name} =", ${results[k] ?? ''}.tolist())`),
      '',
    ].join('\n'),
  };
}

/** The program as it is run. */
export function programText({ before, data, after }: Program): string {
  return [before, ...data.map(({ name, code }) => `${name} = ${code}`), after].join('\n');
}

/** The program as it is shown: arrays of more than `most` numbers are left out. */
export function programPreview({ before, data, after }: Program, most = 12): string {
  return [
    before,
    ...data.map(({ name, code, count }) => `${name} = ${count > most ? '…' : code}`),
    after,
  ].join('\n');
}
