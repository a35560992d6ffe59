/** @file The registry of ops, by name: what can be computed, differentiated and explained. */

import type { Op } from '../op.ts';
import { addOp } from './add.ts';
import { concatOp } from './concat.ts';
import { contractOp } from './contract.ts';
import { crossEntropyOp } from './crossEntropy.ts';
import { drawOp } from './draw.ts';
import { entmax15Op } from './entmax15.ts';
import { gatherOp } from './gather.ts';
import { gruOp } from './gru.ts';
import { layerNormOp } from './layerNorm.ts';
import { mapOp } from './map.ts';
import { maskOp } from './mask.ts';
import { maxOp } from './max.ts';
import { multiplyOp } from './multiply.ts';
import { replaceOp } from './replace.ts';
import { sliceOp } from './slice.ts';
import { softmaxOp } from './softmax.ts';
import { sparsemaxOp } from './sparsemax.ts';
import { stackOp } from './stack.ts';
import { sumOp } from './sum.ts';
import { windowOp } from './window.ts';

const table = {
  add: addOp,
  concat: concatOp,
  contract: contractOp,
  'cross-entropy': crossEntropyOp,
  draw: drawOp,
  'entmax-1.5': entmax15Op,
  gather: gatherOp,
  gru: gruOp,
  'layer-norm': layerNormOp,
  map: mapOp,
  mask: maskOp,
  max: maxOp,
  multiply: multiplyOp,
  replace: replaceOp,
  slice: sliceOp,
  softmax: softmaxOp,
  sparsemax: sparsemaxOp,
  stack: stackOp,
  sum: sumOp,
  window: windowOp,
} as const;

/** The names of all ops: what has an entry for each of them lacks none. */
export type OpName = keyof typeof table;

/** Every op by its name. A record names its op; the attributes in the record are those that the op was given. */
export const ops: ReadonlyMap<string, Op> = new Map(
  Object.entries(table).map(([name, op]) => [name, op as unknown as Op]),
);
