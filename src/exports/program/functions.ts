/** @file Every function of one number in Python: a name that has no entry here is a compile error. */

import type { FunctionName } from '../../engine/kernels/kernels.ts';
import { BINDS, productCode, wholeCode, within, type Code } from './code.ts';
import type { HelperName } from './dialect.ts';

/** What the writer of a function is given. */
export interface FunctionSite {
  readonly x: Code;
  /** The declared constant as a text. */
  readonly constant: string;
  /** `np` or `torch`. */
  readonly module: string;
  /** max(x, least) by cells. */
  readonly atLeast: (x: string, least: string) => string;
  readonly use: (helper: HelperName) => string;
}

type Writer = (site: FunctionSite) => Code;

const called =
  (name: string): Writer =>
  ({ module, x }) =>
    wholeCode(`${module}.${name}(${x.text})`);

const helped =
  (name: HelperName): Writer =>
  ({ use, x }) =>
    wholeCode(`${use(name)}(${x.text})`);

/** Functions whose argument is written twice: it is a name, or the text is long. */
const chosen =
  (otherwise: (site: FunctionSite, x: string) => string): Writer =>
  (site) => {
    const x = within(site.x, BINDS.whole);
    return wholeCode(`${site.module}.where(${x} > 0, ${x}, ${otherwise(site, x)})`);
  };

export const functionWriters: Readonly<Record<FunctionName, Writer>> = {
  exp: called('exp'),
  log: called('log'),
  tanh: called('tanh'),
  sigmoid: helped('sigmoid'),
  relu: ({ x, atLeast }) => wholeCode(atLeast(x.text, '0.0')),
  leakyRelu: chosen(({ constant }, x) => `${constant} * ${x}`),
  elu: chosen(({ module }, x) => `${module}.expm1(${x})`),
  gelu: helped('gelu'),
  square: ({ module, x }) => wholeCode(`${module}.square(${x.text})`),
  sqrt: called('sqrt'),
  reciprocal: ({ x }) => productCode(`1 / ${within(x, BINDS.sign)}`),
  inverseSqrt: ({ x, module, constant }) =>
    productCode(`1 / ${module}.sqrt(${within(x, BINDS.sum)} + ${constant})`),
  atLeast: ({ x, atLeast, constant }) => wholeCode(atLeast(x.text, constant)),
  negate: ({ x }) => ({ text: `-${within(x, BINDS.whole)}`, binds: BINDS.sign }),
  scale: ({ x, constant }) => productCode(`${constant} * ${within(x, BINDS.sign)}`),
  sin: called('sin'),
  cos: called('cos'),
};
