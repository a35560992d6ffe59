/** @file The rows of a worked example's worksheet as numbers: columns of cells with their addresses, and what stood there before. */

import type { Address } from '../../engine/explanation.ts';
import type { TensorRecord, Trace } from '../../engine/trace.ts';
import { vectorName } from '../cellName.ts';
import { exact, significant } from '../numbers.ts';
import type { SymbolText } from '../symbol.ts';
import { tensorNamed } from '../tensorIndex.ts';

/** Where a row finds its numbers, as lessons say it. */
export interface BandSpec {
  readonly id: string;
  readonly tensor: string;
  readonly at: 'reading' | 'step' | 'before';
  readonly stage?: string;
  readonly place: 'columns' | 'whole';
  readonly along?: string;
  readonly times?: string;
  readonly of?: string;
}

/** One number of a row. */
export interface BandCell {
  /** The cell that is explained when the number is chosen. */
  readonly address: Address;
  readonly value: number;
  readonly text: string;
  /** What stood here before the last change, where that was another number. */
  readonly was: string | null;
}

/** A row: one list of numbers a column (a single list for `whole`), top to bottom. */
export interface BandModel {
  readonly symbol: SymbolText;
  readonly tensor: TensorRecord;
  readonly columns: readonly (readonly BandCell[])[];
}

/** A number by hand: as short as it is where it is short, else three digits. */
export function handText(value: number): string {
  const short = exact(value);
  return short.length <= 6 ? short : significant(value);
}

/** The tensor of a row at step t (from 1); undefined if the trace has none. */
function bandTensor(
  trace: Trace,
  spec: Pick<BandSpec, 'tensor' | 'at' | 'stage'>,
  t: number,
): TensorRecord | undefined {
  const { tensor: name, at, stage } = spec;
  if (at === 'reading') return tensorNamed(trace, name, -1, stage);
  if (at === 'before') return tensorNamed(trace, name, t - 2) ?? tensorNamed(trace, `${name}0`, -1);
  return tensorNamed(trace, name, t - 1, stage) ?? tensorNamed(trace, name, 0, stage);
}

/** The cells of a tensor column by column: along one axis, at row t of an axis i, all other axes from top to bottom. */
function cellsByColumn(
  { axes }: TensorRecord,
  along: string | null,
  t: number,
): readonly (readonly number[])[] {
  const strides = axes.map((_, d) => axes.slice(d + 1).reduce((product, { size }) => product * size, 1));
  const column = along === null ? -1 : axes.findIndex(({ name }) => name === along);
  const row = axes.findIndex(({ name }, d) => name === 'i' && d !== column);
  const start = row < 0 ? 0 : Math.min(t, axes[row]?.size ?? 1) - 1;
  const first = row < 0 ? 0 : start * (strides[row] ?? 0);
  let features = [0];
  axes.forEach(({ size }, d) => {
    if (d === column || d === row) return;
    features = features.flatMap((at) => Array.from({ length: size }, (_, k) => at + k * (strides[d] ?? 0)));
  });
  const count = column < 0 ? 1 : (axes[column]?.size ?? 1);
  return Array.from({ length: count }, (_, j) =>
    features.map((at) => first + at + (column < 0 ? 0 : j * (strides[column] ?? 0))),
  );
}

/** The row's symbol: with the step's number where it belongs to a step or to who asks. */
function bandSymbol(trace: Trace, tensor: TensorRecord, { along }: BandSpec, t: number): SymbolText {
  const asks = tensor.axes.some(({ name }) => name === 'i') && along !== 'i' ? t - 1 : undefined;
  return vectorName(trace, tensor, undefined, asks);
}

function read(trace: Trace, tensor: TensorRecord, cell: number): number {
  return trace.data[tensor.at + cell] ?? Number.NaN;
}

function isSameShape(one: TensorRecord, other: TensorRecord): boolean {
  return (
    one.axes.length === other.axes.length && one.axes.every(({ size }, d) => size === other.axes[d]?.size)
  );
}

/** A row at step t (from 1); null if the trace does not have it. `before` is the trace before the last change. */
export function bandModel(trace: Trace, before: Trace | null, spec: BandSpec, t: number): BandModel | null {
  const tensor = bandTensor(trace, spec, t);
  if (tensor === undefined) return null;
  const along = spec.place === 'whole' ? null : (spec.along ?? 'j');
  const places = cellsByColumn(tensor, along, t);
  const old = before === null ? undefined : bandTensor(before, spec, t);
  const oldTensor = old !== undefined && isSameShape(old, tensor) ? old : undefined;
  if (spec.times !== undefined) return weightedModel(trace, before, spec, t, { tensor, places, oldTensor });
  return {
    symbol: bandSymbol(trace, tensor, spec, t),
    tensor,
    columns: places.map((cells) =>
      cells.map((cell): BandCell => {
        const value = read(trace, tensor, cell);
        const was = oldTensor === undefined || before === null ? value : read(before, oldTensor, cell);
        return {
          address: { tensor: tensor.id, cell },
          value,
          text: handText(value),
          was: changed(was, value),
        };
      }),
    ),
  };
}

function changed(was: number, value: number): string | null {
  return Object.is(was, value) || was === value ? null : handText(was);
}

interface Weighted {
  readonly tensor: TensorRecord;
  readonly places: readonly (readonly number[])[];
  readonly oldTensor: TensorRecord | undefined;
}

/** The terms of a weighted sum: every column times its weight. Each number leads to the sum that it is a term of. */
function weightedModel(
  trace: Trace,
  before: Trace | null,
  spec: BandSpec,
  t: number,
  { tensor, places, oldTensor }: Weighted,
): BandModel | null {
  const { times = '', of = '' } = spec;
  const weights = bandTensor(trace, { tensor: times, at: 'step' }, t);
  const sum = bandTensor(trace, { tensor: of, at: 'step' }, t);
  if (weights === undefined || sum === undefined) return null;
  const weightCells = cellsByColumn(weights, 'j', t);
  const [sumCells = []] = cellsByColumn(sum, null, t);
  const oldWeights = before === null ? undefined : bandTensor(before, { tensor: times, at: 'step' }, t);
  const sameWeights = oldWeights !== undefined && isSameShape(oldWeights, weights);
  return {
    symbol: bandSymbol(trace, tensor, spec, t),
    tensor,
    columns: places.map((cells, j) =>
      cells.map((cell, n): BandCell => {
        const at = weightCells[j]?.[0] ?? 0;
        const value = read(trace, weights, at) * read(trace, tensor, cell);
        const was =
          before === null || !sameWeights || oldTensor === undefined
            ? value
            : read(before, oldWeights, at) * read(before, oldTensor, cell);
        const address = { tensor: sum.id, cell: sumCells[n] ?? 0 };
        return { address, value, text: handText(value), was: changed(was, value) };
      }),
    ),
  };
}
