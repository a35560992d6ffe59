/** @file One function of a program: from leaves to targets, statement by statement, in the names and the order of the paper. */

import type { OpName } from '../../engine/ops/all.ts';
import type { OpRecord, TensorRecord, Trace } from '../../engine/trace.ts';
import { backwardSlice, tensorAt } from './backwardSlice.ts';
import { wholeCode, type Code } from './code.ts';
import type { Dialect, HelperName } from './dialect.ts';
import { emitters, type Emitted } from './emitters.ts';
import { pythonName } from './names.ts';

/** What is computed from what. */
export interface BodyRequest {
  readonly trace: Trace;
  readonly targets: readonly number[];
  readonly given: ReadonlySet<number>;
  readonly dialect: Dialect;
  /** A comment for each stage (`score`, `softmax`, `context` …; `prepare`, if it is there, for all that was computed while reading); others get none. */
  readonly stages: Readonly<Record<string, string>>;
  readonly reserved: ReadonlySet<string>;
}

/** A written function, without its first line. */
export interface FunctionBody {
  readonly leaves: readonly { readonly name: string; readonly tensor: TensorRecord }[];
  readonly lines: readonly string[];
  readonly results: readonly string[];
  readonly helpers: ReadonlySet<HelperName>;
}

/** What is short and used once is written where it is used: the sum inside of a tanh, and what the paper gives no name. */
const LONGEST_INSIDE = 72;
const unnamed = new Set(['sum', 'tanh', 'inverse']);

/** Stages by what a tensor is to attention, for traces that announce none. */
const stageOfRole: Readonly<Partial<Record<TensorRecord['role'], string>>> = {
  score: 'score',
  weight: 'softmax',
  context: 'context',
};

class Writer {
  readonly helpers = new Set<HelperName>();
  readonly leaves: { name: string; tensor: TensorRecord }[] = [];
  readonly statements: { text: string; stage: string }[] = [];
  private readonly request: BodyRequest;
  private readonly codes = new Map<number, Code>();
  private readonly names = new Set<string>();
  private readonly uses = new Map<number, number>();

  constructor(request: BodyRequest, records: readonly OpRecord[]) {
    this.request = request;
    for (const { inputs } of records)
      for (const { tensor } of inputs) this.uses.set(tensor, (this.uses.get(tensor) ?? 0) + 1);
  }

  leaf(tensor: TensorRecord): void {
    const name = this.name(tensor);
    this.leaves.push({ name, tensor });
    this.codes.set(tensor.id, wholeCode(name));
  }

  codeOf(id: number): Code {
    const code = this.codes.get(id);
    if (code === undefined)
      throw new Error(`${tensorAt(this.request.trace, id).name} is used before it is made`);
    return code;
  }

  write(record: OpRecord): void {
    const { trace, dialect } = this.request;
    const emit = emitters[record.op as OpName];
    const emitted = emit({
      dialect,
      inputs: record.inputs.map(({ tensor, axes }) => ({ code: this.codeOf(tensor), axes })),
      outputs: record.outputs.map((id) => tensorAt(trace, id).axes),
      attributes: record.attributes,
      use: (helper) => {
        this.helpers.add(helper);
        return helper;
      },
    });
    if (emitted.kind === 'pair') this.writePair(record, emitted);
    else this.writeEach(record, emitted);
  }

  private isWanted(id: number): boolean {
    return this.uses.has(id) || this.request.targets.includes(id);
  }

  private writeEach(record: OpRecord, emitted: Extract<Emitted, { kind: 'each' }>): void {
    record.outputs.forEach((id, output) => {
      if (!this.isWanted(id) || this.request.given.has(id)) return;
      const tensor = tensorAt(this.request.trace, id);
      const code = emitted.code(output);
      const isInside =
        (tensor.name === record.op || unnamed.has(tensor.name)) &&
        this.uses.get(id) === 1 &&
        !this.request.targets.includes(id) &&
        code.text.length <= LONGEST_INSIDE;
      if (isInside) this.codes.set(id, code);
      else this.state(tensor, code.text);
    });
  }

  private writePair(record: OpRecord, { call, inner }: Extract<Emitted, { kind: 'pair' }>): void {
    const [first, ...others] = record.outputs.map((id) => tensorAt(this.request.trace, id));
    if (first === undefined) throw new Error(`${record.op} made nothing`);
    const wanted = others.filter((tensor) => this.isWanted(tensor.id) && !this.request.given.has(tensor.id));
    const name = this.name(first);
    this.codes.set(first.id, wholeCode(name));
    this.say(first, `${name}, ${wanted.length > 0 ? 'inner' : '_'} = ${call}`);
    for (const tensor of wanted) this.state(tensor, `inner['${inner[tensor.output - 1] ?? ''}']`);
  }

  private state(tensor: TensorRecord, text: string): void {
    const name = this.name(tensor);
    this.codes.set(tensor.id, wholeCode(name));
    this.say(tensor, `${name} = ${text}`);
  }

  private say(tensor: TensorRecord, text: string): void {
    const mark = this.request.trace.stages[tensor.stage];
    const isPrepared = mark?.group === 'read' && this.request.stages['prepare'] !== undefined;
    const staged = isPrepared ? 'prepare' : mark?.stage;
    const stage = staged ?? stageOfRole[tensor.role] ?? '';
    this.statements.push({ text, stage });
  }

  private name(tensor: TensorRecord): string {
    const name = pythonName(tensor.name, (one) => this.names.has(one) || this.request.reserved.has(one));
    this.names.add(name);
    return name;
  }
}

/** Statements with a comment where a stage begins. What belongs to no stage goes with the stage that it leads to. */
function commented(
  statements: readonly { text: string; stage: string }[],
  stages: Readonly<Record<string, string>>,
): string[] {
  let last = '';
  return statements.flatMap(({ text, stage }, k) => {
    const own = stage === '' ? (statements.slice(k).find((one) => one.stage !== '')?.stage ?? '') : stage;
    const comment = stages[own];
    const isNew = comment !== undefined && comment !== last;
    if (isNew) last = comment;
    return isNew ? [...(k > 0 ? [''] : []), `# ${comment}`, text] : [text];
  });
}

/** Writes the function that computes the targets. */
export function functionBody(request: BodyRequest): FunctionBody {
  const { ops, leaves } = backwardSlice(request.trace, request.targets, request.given);
  const records = ops.flatMap((place) => request.trace.ops[place] ?? []);
  const writer = new Writer(request, records);
  for (const tensor of leaves) writer.leaf(tensor);
  for (const record of records) writer.write(record);
  return {
    leaves: writer.leaves,
    lines: commented(writer.statements, request.stages),
    results: request.targets.map((id) => writer.codeOf(id).text),
    helpers: writer.helpers,
  };
}
