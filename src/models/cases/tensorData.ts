/** @file Reads one `{"shape", "data"}` of a case file, and says what is wrong with it. */

/** What is wrong with a case file: one sentence that names the field and what was expected. */
export class CaseError extends Error {
  override readonly name = 'CaseError';
}

/** An array as a file holds it, row-major. */
export interface TensorData {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

/** A value as a message quotes it: on one line, and not too long. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** `[2, 3]`. */
export function shapeText(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}

/** An object's entries. Throws unless the value is an object with no fields but those named (all, if none are). */
export function entriesOf(
  value: unknown,
  field: string,
  expected: string,
  known?: readonly string[],
): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CaseError(`${field} is ${quoted(value)}; expected ${expected}`);
  }
  const entries = new Map<string, unknown>(Object.entries(value));
  const stranger =
    known === undefined ? undefined : [...entries.keys()].find((name) => !known.includes(name));
  if (stranger !== undefined) {
    throw new CaseError(
      `${field} has an unknown field ${quoted(stranger)}; expected ${known?.join(', ') ?? ''}`,
    );
  }
  return entries;
}

/** Reads a tensor. `infinities`: whether "-Infinity" and "Infinity" may stand for numbers (they may in what is expected). */
export function readTensor(value: unknown, field: string, infinities = false): TensorData {
  const entries = entriesOf(value, field, 'an object with shape and data', ['shape', 'data']);
  const shape = readShape(entries.get('shape'), field);
  const data = entries.get('data');
  if (!Array.isArray(data)) {
    const found = data === undefined ? 'data is missing' : `data is ${quoted(data)}`;
    throw new CaseError(`${field}: ${found}; expected a flat list of numbers`);
  }
  const count = shape.reduce((product, size) => product * size, 1);
  // What is not a number is said first: a nested list has another length too, and that is not what is wrong with it.
  const numbers = data.map((one: unknown, k) => readNumber(one, k, shape, field, infinities));
  if (numbers.length !== count) {
    throw new CaseError(
      `${field}: data has ${numbers.length} numbers; expected ${count}, the product of shape ${shapeText(shape)}`,
    );
  }
  return { shape, data: Float64Array.from(numbers) };
}

function readShape(value: unknown, field: string): number[] {
  const expected = 'expected a list of whole numbers of at least 1';
  if (value === undefined) throw new CaseError(`${field}: shape is missing; ${expected}`);
  if (!Array.isArray(value)) throw new CaseError(`${field}: shape is ${quoted(value)}; ${expected}`);
  return value.map((size: unknown, k) => {
    if (typeof size === 'number' && Number.isSafeInteger(size) && size >= 1) return size;
    throw new CaseError(`${field}: number ${k + 1} of shape is ${quoted(size)}; ${expected}`);
  });
}

function readNumber(
  value: unknown,
  k: number,
  shape: readonly number[],
  field: string,
  infinities: boolean,
): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (infinities && (value === '-Infinity' || value === 'Infinity')) return Number(value);
  // JSON.parse makes an infinity of a number that float64 cannot hold.
  const found = typeof value === 'number' ? 'too large for float64' : quoted(value);
  const expected = infinities ? 'a number, "-Infinity" or "Infinity"' : 'a finite number';
  throw new CaseError(
    `${field}: number ${k + 1} of data${placeText(k, shape)} is ${found}; expected ${expected}`,
  );
}

/** ` (row 2, column 3)` of the k-th number of a matrix, both counted from 1; nothing for other ranks. */
export function placeText(k: number, shape: readonly number[]): string {
  const [, columns] = shape;
  if (shape.length !== 2 || columns === undefined) return '';
  return ` (row ${Math.floor(k / columns) + 1}, column ${(k % columns) + 1})`;
}
