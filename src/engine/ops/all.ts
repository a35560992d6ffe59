/** @file The registry of ops, by name: what can be computed, differentiated and explained. */

import type { Op } from '../op.ts';
import { addOp } from './add.ts';
import { concatOp } from './concat.ts';
import { contractOp } from './contract.ts';
import { crossEntropyOp } from './crossEntropy.ts';
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

const list = [
  addOp,
  concatOp,
  contractOp,
  crossEntropyOp,
  entmax15Op,
  gatherOp,
  gruOp,
  layerNormOp,
  mapOp,
  maskOp,
  maxOp,
  multiplyOp,
  replaceOp,
  sliceOp,
  softmaxOp,
  sparsemaxOp,
  stackOp,
  sumOp,
  windowOp,
] as const;

/** Every op by its name. A record names its op; the attributes in the record are those that the op was given. */
export const ops: ReadonlyMap<string, Op> = new Map(list.map((op) => [op.name, op as unknown as Op]));
