/** @file Numbers and functions in LaTeX. */

import type { FunctionName } from '../../engine/kernels/kernels.ts';
import { significant } from '../../geometry/numbers.ts';

/** Three significant digits: `0.807`, `-1.32`, `1.20 \times 10^{-7}`, `-\infty`. */
export function numberTex(value: number): string {
  const text = significant(value).replaceAll('\u2212', '-').replaceAll('∞', '\\infty');
  const [digits = '', power] = text.split('×10');
  if (power === undefined) return digits;
  const plain = Array.from(power, (digit) => '0123456789-'['⁰¹²³⁴⁵⁶⁷⁸⁹⁻'.indexOf(digit)] ?? '').join('');
  return `${digits} \\times 10^{${plain}}`;
}

/** A number as a factor: in parentheses if it has a sign or a power of ten. */
export function factorTex(value: number): string {
  const tex = numberTex(value);
  return /^-|times/.test(tex) ? `(${tex})` : tex;
}

/** Each function of a number that is already written; `c` is its constant. */
const functions: Readonly<Record<FunctionName, (x: string, c: string) => string>> = {
  exp: (x) => `\\exp(${x})`,
  log: (x) => `\\ln(${x})`,
  tanh: (x) => `\\tanh(${x})`,
  sigmoid: (x) => `\\sigma(${x})`,
  relu: (x) => `\\operatorname{relu}(${x})`,
  leakyRelu: (x, c) => `\\operatorname{leaky\\,relu}_{${c}}(${x})`,
  elu: (x) => `\\operatorname{elu}(${x})`,
  gelu: (x) => `\\operatorname{gelu}(${x})`,
  square: (x) => `(${x})^2`,
  sqrt: (x) => `\\sqrt{${x}}`,
  reciprocal: (x) => `\\frac{1}{${x}}`,
  inverseSqrt: (x, c) => `\\frac{1}{\\sqrt{${x} + ${c}}}`,
  atLeast: (x, c) => `\\max(${x}, ${c})`,
  negate: (x) => `-(${x})`,
  scale: (x, c) => `${c} \\cdot (${x})`,
  sin: (x) => `\\sin(${x})`,
  cos: (x) => `\\cos(${x})`,
};

/** `\tanh(1.23)`. */
export function functionTex(f: FunctionName, x: number, constant: number): string {
  return functions[f](numberTex(x), factorTex(constant));
}

/** TeX as KaTeX colours it, without the colours: LaTeX itself knows no `\htmlClass`. */
export function plainTex(tex: string): string {
  const start = tex.indexOf('\\htmlClass{');
  if (start < 0) return tex;
  const name = closing(tex, start + '\\htmlClass'.length);
  const body = closing(tex, name + 1);
  return tex.slice(0, start) + plainTex(tex.slice(name + 2, body)) + plainTex(tex.slice(body + 1));
}

/** The place of the brace that closes the one at `open`. */
function closing(tex: string, open: number): number {
  let depth = 0;
  for (let at = open; at < tex.length; at++) {
    if (tex[at] === '\\') at++;
    else if (tex[at] === '{') depth++;
    else if (tex[at] === '}' && --depth === 0) return at;
  }
  throw new Error(`the brace at ${open + 1} is not closed in ${tex}`);
}
