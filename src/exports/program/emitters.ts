/** @file Every op in Python: an op that has no entry here is a compile error. */

import type { FunctionName } from '../../engine/kernels/kernels.ts';
import type { OpName } from '../../engine/ops/all.ts';
import type { Attributes } from '../../engine/op.ts';
import type { Axes } from '../../engine/tensor.ts';
import { aligned, lettersOf, placeFromEnd, placeOf } from './axes.ts';
import { BINDS, numberText, productCode, sumCode, wholeCode, within, type Code } from './code.ts';
import type { Dialect, HelperName } from './dialect.ts';

/** One application of an op, ready to be written. */
export interface EmitSite {
  readonly dialect: Dialect;
  readonly inputs: readonly { readonly code: Code; readonly axes: Axes }[];
  readonly outputs: readonly Axes[];
  readonly attributes: Attributes;
  /** Brings a definition along; returns its name. */
  readonly use: (helper: HelperName) => string;
}

/**
 * How an op is written. `each`: an expression for each output (the value first). `pair`: one call that gives the value and a dictionary
 * of the inner tensors, whose keys are given in the order of the outputs after the first.
 */
export type Emitted =
  | { readonly kind: 'each'; readonly code: (output: number) => Code }
  | { readonly kind: 'pair'; readonly call: string; readonly inner: readonly string[] };

type Emitter = (site: EmitSite) => Emitted;

const value = (code: Code): Emitted => ({ kind: 'each', code: () => code });

interface Part {
  readonly code: Code;
  readonly axes: Axes;
}

/** Input k. Throws if the record has fewer: the trace would contradict itself. */
function input(site: EmitSite, k: number): Part {
  const found = site.inputs[k];
  if (found === undefined) throw new Error(`an op lacks its operand ${k + 1}`);
  return found;
}

function against(site: EmitSite, part: Part): Code {
  return aligned(part.code, part.axes, site.outputs[0] ?? [], (x, order) => site.dialect.turned(x, order));
}

const textOf = (site: EmitSite, k: number): string => input(site, k).code.text;
const over = (site: EmitSite): string => String(site.attributes['over']);

/** `axis=-1`. */
function along(site: EmitSite, axes: Axes): string {
  return `${site.dialect.axis}=${placeFromEnd(axes, over(site))}`;
}

function add(site: EmitSite): Emitted {
  const factors = site.attributes['factors'] as readonly number[];
  const terms = site.inputs.map((part, k): { sign: '+' | '-'; code: Code } => {
    const factor = factors[k] ?? 1;
    const code = against(site, part);
    if (factor === 1 || factor === -1) return { sign: factor < 0 ? '-' : '+', code };
    const size = numberText(Math.abs(factor), site.dialect.module);
    const product = productCode(`${size} * ${within(code, BINDS.sign)}`);
    return { sign: factor < 0 ? '-' : '+', code: product };
  });
  const [first, ...rest] = terms;
  if (first === undefined) throw new Error('a sum lacks its operands');
  if (first.sign === '+' && rest.length === 0) return value(first.code);
  const start = first.sign === '-' ? `-${within(first.code, BINDS.product)}` : first.code.text;
  const others = rest.map(({ sign, code }) => ` ${sign} ${within(code, BINDS.product)}`);
  return value(sumCode(start + others.join('')));
}

/** Products of two matrices, or of a matrix and a vector, as `@`; all else as einsum over the axes' letters. */
function contract(site: EmitSite): Emitted {
  const names = site.attributes['over'] as readonly string[];
  const [a, b] = [input(site, 0), input(site, 1)];
  const shared = a.axes.filter((axis) => b.axes.some((other) => other.name === axis.name));
  const [summed] = names;
  if (
    names.length === 1 &&
    summed !== undefined &&
    shared.length === 1 &&
    a.axes.length <= 2 &&
    b.axes.length <= 2
  )
    return value(matrixProduct(a, b, summed));
  const all = [...a.axes, ...b.axes].map((axis) => axis.name);
  const letters = lettersOf(all);
  const spelled = (axes: Axes): string => axes.map((axis) => letters.get(axis.name) ?? '').join('');
  const subscripts = `${spelled(a.axes)},${spelled(b.axes)}->${spelled(site.outputs[0] ?? [])}`;
  return value(wholeCode(`${site.dialect.module}.einsum('${subscripts}', ${a.code.text}, ${b.code.text})`));
}

function matrixProduct(a: Part, b: Part, summed: string): Code {
  const last = (part: Part): boolean => placeOf(part.axes, summed) === part.axes.length - 1;
  const turned = (part: Part, isRight: boolean): string => {
    const fits = part.axes.length === 1 || last(part) !== isRight;
    return fits ? '' : '.T';
  };
  const written = (part: Part, isRight: boolean): string => {
    const turn = turned(part, isRight);
    return within(part.code, turn === '' ? (isRight ? BINDS.sign : BINDS.product) : BINDS.whole) + turn;
  };
  // A matrix stands before a vector as in the papers, W s, where it has not to be turned for that.
  if (a.axes.length === 1 && b.axes.length === 2 && last(b))
    return productCode(`${written(b, false)} @ ${written(a, true)}`);
  return productCode(`${written(a, false)} @ ${written(b, true)}`);
}

function normaliser(helper: 'softmax' | 'sparsemax' | 'entmax15'): Emitter {
  return (site) => {
    const { axes, code } = input(site, 0);
    const temperature = Number(site.attributes['temperature']);
    const cooled = temperature === 1 ? '' : `, temperature=${numberText(temperature, site.dialect.module)}`;
    return value(wholeCode(`${site.use(helper)}(${code.text}, ${along(site, axes)}${cooled})`));
  };
}

function slice(site: EmitSite): Emitted {
  const { axes, code } = input(site, 0);
  const { from, to, keep } = site.attributes;
  const before = ':, '.repeat(placeOf(axes, over(site)));
  const range = keep === true ? `${String(from)}:${String(to)}` : String(from);
  return value(wholeCode(`${within(code, BINDS.whole)}[${before}${range}]`));
}

const gruInner = ['z_in', 'r_in', 'z', 'r', 'reset', 'h_tilde_in', 'h_tilde', 'U_h'];

function gru(site: EmitSite): Emitted {
  const { reset, update, reverse } = site.attributes;
  const variant = `gru${reset === 'after' ? '_after' : ''}${update === 'keep' ? '_keep' : ''}` as HelperName;
  const operands = site.inputs.map((part) => part.code.text).join(', ');
  const step = site.use(variant);
  const call =
    over(site) === ''
      ? `${step}(${operands})`
      : `${site.use('over_time')}(${step}, ${operands}${reverse === true ? ', reverse=True' : ''})`;
  return { kind: 'pair', call, inner: gruInner };
}

export const emitters: Readonly<Record<OpName, Emitter>> = {
  add,
  contract,
  gru,
  slice,
  softmax: normaliser('softmax'),
  sparsemax: normaliser('sparsemax'),
  'entmax-1.5': normaliser('entmax15'),

  concat: (site) => {
    const place = placeOf(site.outputs[0] ?? [], over(site));
    const parts = site.inputs.map((part) => part.code.text).join(', ');
    const { concatenate, axis } = site.dialect;
    return value(wholeCode(`${concatenate}([${parts}], ${axis}=${place})`));
  },

  'cross-entropy': (site) => ({
    kind: 'pair',
    call: `${site.use('cross_entropy')}(${textOf(site, 0)}, ${textOf(site, 1)})`,
    inner: ['p', 'top', 'shifted', 'exps', 'total', 'log_total'],
  }),

  gather: (site) =>
    value(
      wholeCode(
        `${within(input(site, 0).code, BINDS.whole)}[${site.dialect.whole(within(input(site, 1).code, BINDS.whole))}]`,
      ),
    ),

  'layer-norm': (site) => {
    const eps = numberText(Number(site.attributes['eps']), site.dialect.module);
    const operands = site.inputs.map((part) => part.code.text).join(', ');
    return {
      kind: 'pair',
      call: `${site.use('layer_norm')}(${operands}, eps=${eps})`,
      inner: ['normalised', 'inverse', 'mean', 'centred', 'variance'],
    };
  },

  map: (site) => {
    const { f, constant } = site.attributes;
    const written = numberText(Number(constant), site.dialect.module);
    return value(site.dialect.function(f as FunctionName, input(site, 0).code, written, site.use));
  },

  mask: (site) => {
    const { module } = site.dialect;
    const hidden = within(against(site, input(site, 1)), BINDS.sum);
    return value(wholeCode(`${module}.where(${hidden} == 0, -${module}.inf, ${textOf(site, 0)})`));
  },

  max: (site) => {
    const { axes, code } = input(site, 0);
    const x = within(code, BINDS.whole);
    return {
      kind: 'each',
      code: (output) =>
        wholeCode(`${x}.${output === 0 ? site.dialect.largest : 'argmax'}(${along(site, axes)})`),
    };
  },

  multiply: (site) => {
    const [a, b] = [against(site, input(site, 0)), against(site, input(site, 1))];
    return value(productCode(`${within(a, BINDS.product)} * ${within(b, BINDS.sign)}`));
  },

  replace: (site) => {
    const { module } = site.dialect;
    const [given, at] = [against(site, input(site, 1)), against(site, input(site, 2))];
    return value(
      wholeCode(`${module}.where(${within(at, BINDS.sum)} == 0, ${textOf(site, 0)}, ${given.text})`),
    );
  },

  stack: (site) =>
    value(
      wholeCode(`${site.dialect.module}.stack([${site.inputs.map((part) => part.code.text).join(', ')}])`),
    ),

  sum: (site) => {
    const { axes, code } = input(site, 0);
    const name = site.attributes['mean'] === true ? 'mean' : 'sum';
    return value(wholeCode(`${within(code, BINDS.whole)}.${name}(${along(site, axes)})`));
  },
  draw: (site) => {
    const { axes, code } = input(site, 0);
    return {
      kind: 'pair',
      call: `${site.use('draw')}(${code.text}, ${textOf(site, 1)}, ${along(site, axes)})`,
      inner: ['picked'],
    };
  },

  window: (site) => {
    const reach = numberText(Number(site.attributes['reach']), site.dialect.module);
    const { axes, code } = input(site, 0);
    const mask = site.inputs[1] === undefined ? '' : `, mask=${against(site, site.inputs[1]).text}`;
    return {
      kind: 'pair',
      call: `${site.use('window')}(${code.text}, ${reach}, ${along(site, axes)}${mask})`,
      inner: ['fallback'],
    };
  },
};
