/** @file A small untrained model with made-up words, for tests of the program and of decoding. */

import { createPlainKernels } from '../../../src/engine/kernels/plain.ts';
import { Random } from '../../../src/lib/random.ts';
import { attentions } from '../../../src/mechanisms/all.ts';
import type { Attention } from '../../../src/mechanisms/attend.ts';
import type { Model } from '../../../src/models/seq2seq/model.ts';
import { parameterShapes, type ModelWidths } from '../../../src/models/seq2seq/parameters.ts';
import { cellCount } from '../../../src/engine/tensor.ts';

const smallWidths: ModelWidths = {
  sourceWords: 7,
  targetWords: 6,
  embedding: 3,
  encoder: 2,
  decoder: 4,
  attention: 3,
  readout: 3,
};

function mechanismNamed(id: string): Attention {
  const found = attentions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no mechanism ${id}`);
  return found;
}

/** A model whose every parameter is drawn from ±1. */
export function smallModel(id: string, seed = 1): Model {
  const random = new Random(seed);
  const mechanism = mechanismNamed(id);
  return {
    mechanism,
    options: {},
    sourceWords: ['<pad>', '<unknown>', '<end>', 'a', 'b', 'c', 'd'],
    targetWords: ['<pad>', '<unknown>', '<end>', 'x', 'y', 'z'],
    parameters: parameterShapes(mechanism, smallWidths).map((shape) => ({
      shape,
      values: Float64Array.from({ length: cellCount(shape.axes) }, () => 2 * random.next() - 1),
    })),
    kernels: createPlainKernels(),
  };
}

/** What float32 computes in TypeScript in the training program of a mechanism: the steps of a window, and a choice. */
export function fallingBack(id: string): string[] {
  if (id.startsWith('local')) return ['mask', 'window'];
  return id === 'hard' ? ['draw'] : [];
}
