/** @file How one cell was made, in LaTeX, with the numbers put in: an explanation told again. */

import { explain, valueAt } from '../../engine/explain.ts';
import type { Address, Explanation, Term } from '../../engine/explanation.ts';
import type { Trace } from '../../engine/trace.ts';
import { factorTex, functionTex, numberTex } from './numbers.ts';

/** Terms up to which a sum is written out; of longer ones the largest this many are, and how many there are besides. */
const WRITTEN = 8;

function termTex(trace: Trace, { factor, of }: Term<Address>): { tex: string; value: number } {
  const values = of.map((address) => valueAt(trace, address));
  const value = values.reduce((product, one) => product * one, factor);
  // A factor of −1 is the sign of the term.
  const [sign, size] = factor === -1 || factor === 1 ? [factor, []] : [1, [factor]];
  const tex = [...size, ...values].map(factorTex).join(' \\cdot ');
  return { tex: `${sign < 0 ? '-' : ''}${tex === '' ? '1' : tex}`, value };
}

function sumTex(trace: Trace, terms: readonly Term<Address>[]): string {
  if (terms.length === 0) return '0';
  const written = terms.map((term) => termTex(trace, term));
  const largest =
    written.length <= WRITTEN
      ? written
      : written.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, WRITTEN);
  const joined = largest.reduce(
    (text, { tex }) =>
      text === '' ? tex : tex.startsWith('-') ? `${text} - ${tex.slice(1)}` : `${text} + ${tex}`,
    '',
  );
  const others = written.length - largest.length;
  return others === 0 ? joined : `${joined} + \\underbrace{\\cdots}_{${others}}`;
}

const shareNames = {
  softmax: '\\operatorname{softmax}',
  sparsemax: '\\operatorname{sparsemax}',
  'entmax-1.5': '\\operatorname{entmax}_{1.5}',
} as const;

/** Softmax as a fraction while its exponentials can be read, with the largest score taken off past that. */
const PLAIN = 20;

function shareTex(
  trace: Trace,
  { by, own, whole, temperature }: Extract<Explanation, { rule: 'share' }>,
): string {
  const scores = whole.map((address) => valueAt(trace, address));
  if (by !== 'softmax') {
    const cooled = temperature === 1 ? '' : ` / ${numberTex(temperature)}`;
    return `${shareNames[by]}(${scores.map(numberTex).join(', ')}${cooled})_{${own + 1}}`;
  }
  const top = Math.max(...scores);
  const power = (score: number): string => {
    const shifted = Math.abs(top) <= PLAIN ? numberTex(score) : numberTex(score - top);
    return `\\exp(${shifted}${temperature === 1 ? '' : ` / ${numberTex(temperature)}`})`;
  };
  return `\\frac{${power(scores[own] ?? 0)}}{${scores.map(power).join(' + ')}}`;
}

/** The right-hand side for a cell: `0.12 \cdot 0.98 + …`. Undefined for inputs and parameters, which were not made. */
export function cellTex(trace: Trace, address: Address): string | undefined {
  const explanation = explain(trace, address);
  switch (explanation.rule) {
    case 'sum':
      return sumTex(trace, explanation.terms);
    case 'function':
      return functionTex(explanation.f, valueAt(trace, explanation.of), explanation.constant);
    case 'share':
      return shareTex(trace, explanation);
    case 'choice':
      return numberTex(explanation.of === null ? explanation.constant : valueAt(trace, explanation.of));
    case 'given':
      return undefined;
  }
}
