/** @file What a cell of a trace is called: its symbol with its indices, and the words that it is about. */

import type { Address } from '../engine/explanation.ts';
import type { TensorRecord, Trace } from '../engine/trace.ts';
import type { Pair } from './cursor.ts';
import { symbolOf, type SymbolText } from './symbol.ts';
import type { Scene } from './symbolPatterns.ts';
import { indicesOf, stepOfTensor, tensorsNamed } from './tensorIndex.ts';

/** A cell by name. */
export interface CellName {
  readonly tensor: TensorRecord;
  readonly symbol: SymbolText;
  /** The source place and target step that it belongs to, from 1, where it does. */
  readonly pair: Pair;
  /** The index along a vocabulary (from 0), where it has one: of source words (axis x) or target words (axes v, w). */
  readonly word: { readonly side: 'source' | 'target'; readonly number: number } | null;
}

/** The name of a cell; the address has to be of this trace. */
export function cellName(trace: Trace, { tensor: id, cell }: Address): CellName {
  const tensor = trace.tensors[id];
  if (tensor === undefined) throw new Error(`no tensor ${id} in this trace`);
  const indices = indicesOf(tensor.axes, cell);
  const along = (name: string): number | undefined =>
    indices[tensor.axes.findIndex((axis) => axis.name === name)];
  const row = along('i');
  const t = row ?? stepOfTensor(trace, tensor);
  const j = along('j');
  const features = tensor.axes.flatMap((axis, d) =>
    axis.name === 'j' || axis.name === 'i' ? [] : [(indices[d] ?? 0) + 1],
  );
  const symbol = symbolOf(
    tensor.name,
    {
      ...(tensor.stage < 0 && row === undefined ? {} : { t: t + 1 }),
      ...(j === undefined ? {} : { j: j + 1 }),
    },
    sceneOf(trace, tensor),
    features.length === 0 ? '' : `[${features.join(', ')}]`,
  );
  const target = along('v') ?? along('w');
  const source = along('x');
  return {
    tensor,
    symbol,
    pair: { ...(t < 0 ? {} : { t: t + 1 }), ...(j === undefined ? {} : { j: j + 1 }) },
    word:
      target !== undefined
        ? { side: 'target', number: target }
        : source !== undefined && tensor.name === 'E_x'
          ? { side: 'source', number: source }
          : null,
  };
}

/**
 * The symbol of a whole vector: a tensor at one source place, or all of it. `row` counts from 0; `asks` is the row (from 0) of a tensor
 * that has one for every place that asks.
 */
export function vectorName(trace: Trace, tensor: TensorRecord, row?: number, asks?: number): SymbolText {
  const rows = tensor.axes.some((axis) => axis.name === 'i');
  const t = rows && asks !== undefined ? asks : stepOfTensor(trace, tensor);
  return symbolOf(
    tensor.name,
    {
      ...(tensor.stage < 0 && asks === undefined ? {} : { t: t + 1 }),
      ...(row === undefined ? {} : { j: row + 1 }),
    },
    sceneOf(trace, tensor),
  );
}

function sceneOf(trace: Trace, tensor: TensorRecord): Scene {
  const stage = trace.stages[tensor.stage]?.stage;
  const has = (name: string): boolean => tensorsNamed(trace, name, -1).length > 0;
  const alone = has('e') || has('w');
  const bare = alone || has('U') || has('W') || has('X');
  return { ...(stage === undefined ? {} : { stage }), joined: !has(bare ? 'U' : 'U_a'), bare, alone };
}
