/** @file How each function of the closed rules is written with a number put in. */

import type { FunctionName } from '../engine/kernels/kernels.ts';
import { significant } from './numbers.ts';

/** `tanh(1.23)`: the function `f` of a number that is already a text, with its declared constant. */
export function functionText(f: FunctionName, of: string, constant: number): string {
  const c = significant(constant);
  switch (f) {
    case 'exp':
    case 'tanh':
    case 'relu':
    case 'gelu':
    case 'elu':
    case 'sin':
    case 'cos':
      return `${f}(${of})`;
    case 'log':
      return `ln(${of})`;
    case 'sigmoid':
      return `σ(${of})`;
    case 'leakyRelu':
      return `leaky relu(${of}; ${c})`;
    case 'square':
      return `(${of})²`;
    case 'sqrt':
      return `√(${of})`;
    case 'reciprocal':
      return `1 ÷ ${of}`;
    case 'inverseSqrt':
      return `1 ÷ √(${of} + ${c})`;
    case 'atLeast':
      return `max(${of}, ${c})`;
    case 'negate':
      return `−(${of})`;
    case 'scale':
      return `${c} × ${of}`;
  }
}
