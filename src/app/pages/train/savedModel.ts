/** @file A trained model as a file: written, and read with every field checked, since it comes from outside. */
import * as v from 'valibot';
import { train } from '../../../params/train.ts';
import { taskIds } from '../../../tasks/all.ts';
import type { SetScore } from '../../../training/judging.ts';
import type { TaskSettings } from '../../../training/settings.ts';

/** A model that the reader keeps, exports or imports. */
export interface SavedModel {
  readonly name: string;
  readonly settings: TaskSettings;
  /** Steps that it had learned. */
  readonly step: number;
  /** How it did on held-out examples then. */
  readonly heldOut: SetScore;
  readonly numbers: Float32Array;
}

const FORMAT = 'lookback-model';
const VERSION = 1;

/** The longest name of a model. */
export const LONGEST_NAME = 60;

/** The largest file that is read: more than the widest model needs. */
export const LARGEST_FILE = 16_000_000;

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const width = whole(1, 512);

/** The settings of a run, as files hold them. */
export const settingsSchema = v.object({
  task: v.picklist(taskIds),
  mechanism: v.picklist(train.mechanism.options),
  longest: whole(1, 60),
  data: whole(1, 1_000_000),
  seed: whole(0, 4_294_967_295),
  batch: whole(1, 1024),
  steps: whole(1, 1_000_000),
  rate: v.pipe(v.number(), v.gtValue(0), v.maxValue(1)),
  warmUp: share,
  constantUntil: share,
  clip: v.pipe(v.number(), v.gtValue(0)),
  dropout: share,
  D: v.pipe(v.number(), v.gtValue(0), v.maxValue(60)),
  widths: v.object({ embedding: width, encoder: width, decoder: width, attention: width, readout: width }),
});

const schema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_NAME)),
  step: whole(0, 1_000_000),
  heldOut: v.object({ loss: v.pipe(v.number(), v.minValue(0)), symbols: share, exact: share }),
  settings: settingsSchema,
  numbers: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/, 'expected numbers in base64')),
});

/** Numbers as little-endian float32 in base64. */
function pack(numbers: Float32Array): string {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  numbers.forEach((number, k) => view.setFloat32(4 * k, number, true));
  const bytes = new Uint8Array(view.buffer);
  let text = '';
  // In pieces: a function takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

function unpack(text: string): Float32Array {
  let bytes: string;
  try {
    bytes = atob(text);
  } catch {
    throw new Error('numbers: they are not base64');
  }
  if (bytes.length % 4 !== 0)
    throw new Error(`numbers: ${bytes.length} bytes; expected a multiple of 4 (float32)`);
  const view = new DataView(new ArrayBuffer(bytes.length));
  for (let k = 0; k < bytes.length; k++) view.setUint8(k, bytes.charCodeAt(k));
  const numbers = Float32Array.from({ length: bytes.length / 4 }, (_, k) => view.getFloat32(4 * k, true));
  const bad = numbers.findIndex((number) => !Number.isFinite(number));
  if (bad >= 0) throw new Error(`numbers: number ${bad + 1} is not finite`);
  return numbers;
}

/** The file of a model. The numbers come back bit for bit. */
export function writeSavedModel({ name, settings, step, heldOut, numbers }: SavedModel): string {
  const head = { format: FORMAT, version: VERSION, name, step, heldOut, settings };
  return `${JSON.stringify({ ...head, numbers: pack(numbers) }, null, 1)}\n`;
}

/**
 * Reads such a file. Throws an Error that names the field and what was expected. Whether there are as many numbers as the settings ask
 * for is found out by who lays them out.
 */
export function readSavedModel(text: string): SavedModel {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Error('it is not JSON, so it is no model that was exported here');
  }
  const format = typeof data === 'object' && data !== null && 'format' in data ? data.format : undefined;
  if (format !== FORMAT) throw new Error(`format: expected “${FORMAT}”, as in files exported here`);
  const result = v.safeParse(schema, data);
  if (!result.success) {
    const [issue] = result.issues;
    throw new Error(`${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  }
  const { name, settings, step, heldOut, numbers } = result.output;
  return { name, settings, step, heldOut, numbers: unpack(numbers) };
}
