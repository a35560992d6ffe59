/** @file A PyTorch program that computes and prints chosen tensors of a trace, with the same numbers. */

import type { Dialect } from './program/dialect.ts';
import { functionWriters } from './program/functions.ts';
import { torchHelpers } from './program/torchHelpers.ts';

/** PyTorch (1.13 or later), told to compute in float64. */
export const torch: Dialect = {
  id: 'torch',
  module: 'torch',
  imports: ['import torch', '', 'torch.set_default_dtype(torch.float64)'],
  axis: 'dim',
  concatenate: 'torch.cat',
  largest: 'amax',
  helpers: torchHelpers,
  array: (list) => `torch.tensor(${list})`,
  turned: (x, order) => `${x}.permute(${order})`,
  whole: (x) => `${x}.long()`,
  function: (f, x, constant, use) =>
    functionWriters[f]({
      x,
      constant,
      module: 'torch',
      atLeast: (a, b) => `torch.clamp(${a}, min=${b})`,
      use,
    }),
};
