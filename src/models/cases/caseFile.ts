/** @file A case file as data: its fields, checked one by one. */

import { CaseError, entriesOf, quoted, readTensor, type TensorData } from './tensorData.ts';

/** The gradient of Σ (upstream ∘ of) with respect to some inputs and parameters. */
export interface GradientRequest {
  readonly of: string;
  readonly upstream: TensorData;
  readonly wrt: readonly string[];
}

/** A case: what is to be computed from what, and what should come out. */
export interface CaseFile {
  readonly mechanism: string;
  readonly inputs: ReadonlyMap<string, TensorData>;
  readonly params: ReadonlyMap<string, TensorData>;
  readonly options: ReadonlyMap<string, unknown>;
  readonly gradient?: GradientRequest;
  readonly expected?: ReadonlyMap<string, TensorData>;
  /** The largest error that passes, relative to max(1, |expected|). */
  readonly tolerance: number;
  readonly source?: string;
}

const DEFAULT_TOLERANCE = 1e-6;

const FIELDS = [
  'mechanism',
  'inputs',
  'params',
  'options',
  'gradient',
  'expected',
  'tolerance',
  'source',
] as const;

/** Reads the JSON value of a case file. Throws a CaseError that names the field and what was expected. */
export function readCase(json: unknown, mechanisms: readonly string[]): CaseFile {
  const fields = entriesOf(json, 'the file', 'one object with a mechanism and inputs', FIELDS);
  const gradient = fields.get('gradient');
  const expected = fields.get('expected');
  const source = fields.get('source');
  if (source !== undefined && typeof source !== 'string') {
    throw new CaseError(`source is ${quoted(source)}; expected a text`);
  }
  return {
    mechanism: readMechanism(fields.get('mechanism'), mechanisms),
    inputs: readTensors(fields.get('inputs'), 'inputs'),
    params: readTensors(fields.get('params'), 'params'),
    options: fields.has('options')
      ? entriesOf(fields.get('options'), 'options', 'an object of options by name')
      : new Map(),
    ...(fields.has('gradient') ? { gradient: readGradient(gradient) } : {}),
    ...(fields.has('expected') ? { expected: readTensors(expected, 'expected', true) } : {}),
    tolerance: fields.has('tolerance') ? readTolerance(fields.get('tolerance')) : DEFAULT_TOLERANCE,
    ...(source === undefined ? {} : { source }),
  };
}

function readMechanism(value: unknown, known: readonly string[]): string {
  if (typeof value === 'string' && known.includes(value)) return value;
  const found = value === undefined ? 'mechanism is missing' : `mechanism is ${quoted(value)}`;
  throw new CaseError(`${found}; expected one of ${known.join(', ')}`);
}

function readTensors(value: unknown, field: string, infinities = false): ReadonlyMap<string, TensorData> {
  if (value === undefined) return new Map();
  const entries = entriesOf(value, field, 'an object of tensors by name');
  return new Map([...entries].map(([name, one]) => [name, readTensor(one, `${field}.${name}`, infinities)]));
}

function readGradient(value: unknown): GradientRequest {
  const fields = entriesOf(value, 'gradient', 'an object with of, upstream and wrt', [
    'of',
    'upstream',
    'wrt',
  ]);
  const of = fields.get('of');
  if (typeof of !== 'string') {
    throw new CaseError(
      `gradient.of is ${of === undefined ? 'missing' : quoted(of)}; expected the name of an output`,
    );
  }
  if (!fields.has('upstream')) {
    throw new CaseError(`gradient.upstream is missing; expected a tensor of the shape of ${of}`);
  }
  const wrt = fields.get('wrt');
  if (!Array.isArray(wrt) || !wrt.every((name): name is string => typeof name === 'string')) {
    throw new CaseError(
      `gradient.wrt is ${wrt === undefined ? 'missing' : quoted(wrt)}; expected a list of names of inputs and params`,
    );
  }
  return { of, upstream: readTensor(fields.get('upstream'), 'gradient.upstream'), wrt };
}

function readTolerance(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  throw new CaseError(`tolerance is ${quoted(value)}; expected a number of at least 0`);
}
