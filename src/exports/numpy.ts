/** @file A NumPy program that computes and prints chosen tensors of a trace, with the same numbers. */

import type { Dialect } from './program/dialect.ts';
import { functionWriters } from './program/functions.ts';
import { numpyHelpers } from './program/numpyHelpers.ts';

/** NumPy (1.20 or later), in float64 as everything there is. */
export const numpy: Dialect = {
  id: 'numpy',
  module: 'np',
  imports: ['import numpy as np'],
  axis: 'axis',
  concatenate: 'np.concatenate',
  largest: 'max',
  helpers: numpyHelpers,
  array: (list) => `np.array(${list})`,
  turned: (x, order) => `${x}.transpose(${order})`,
  whole: (x) => `${x}.astype(int)`,
  function: (f, x, constant, use) =>
    functionWriters[f]({ x, constant, module: 'np', atLeast: (a, b) => `np.maximum(${a}, ${b})`, use }),
};
