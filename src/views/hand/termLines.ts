/** @file One cell written out term by term, made from its explanation alone: with symbols, then with numbers, then the result. */

import { explain, valueAt } from '../../engine/explain.ts';
import type { Address, Explanation } from '../../engine/explanation.ts';
import type { Trace } from '../../engine/trace.ts';
import { handText } from '../../geometry/hand/bandModel.ts';
import { cellName } from '../../geometry/cellName.ts';
import { functionText } from '../../geometry/functionText.ts';
import { significant } from '../../geometry/numbers.ts';
import type { SymbolText } from '../../geometry/symbol.ts';
import { thresholdOf } from '../../geometry/threshold.ts';

/** A piece of a line: signs, a symbol, or a number that can be opened. */
export type Piece =
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'symbol'; readonly symbol: SymbolText }
  | { readonly kind: 'number'; readonly text: string; readonly address: Address };

/** A cell written out. `given`: it was not computed, there is nothing to write out. */
export interface TermLines {
  readonly symbol: SymbolText;
  readonly address: Address;
  readonly result: string;
  /** Each stands after a sign of equality; the first has symbols, the next numbers. */
  readonly lines: readonly (readonly Piece[])[];
  readonly given: boolean;
}

/** Terms that are written out; of more, the rest is an ellipsis. */
const MOST = 12;

/** Past this score exponentials are written with the largest score taken off. */
const PLAIN = 20;

/** A sign; a bracket does not stand at the end of a line, nor its fellow at the beginning of one. */
const sign = (text: string): Piece => ({
  kind: 'sign',
  text: text.replace(/\($/, '(\u2060').replace(/^\)/, '\u2060)'),
});

/** How operands are written in one line: as symbols, or as numbers. */
type Write = (address: Address) => Piece;

function symbols(trace: Trace): Write {
  return (address) => ({ kind: 'symbol', symbol: cellName(trace, address).symbol });
}

function numbers(trace: Trace): Write {
  return (address) => ({ kind: 'number', text: handText(valueAt(trace, address)), address });
}

/** A cell, written out. */
export function termLines(trace: Trace, address: Address): TermLines {
  const { symbol } = cellName(trace, address);
  const explanation = explain(trace, address);
  const result = handText(valueAt(trace, address));
  const lines = explanation.rule === 'given' ? [] : linesOf(trace, explanation);
  return { symbol, address, result, lines, given: explanation.rule === 'given' };
}

function linesOf(trace: Trace, explanation: Exclude<Explanation, { rule: 'given' }>): Piece[][] {
  const both = (write: (how: Write, isNumber: boolean) => Piece[]): Piece[][] => [
    write(symbols(trace), false),
    write(numbers(trace), true),
  ];
  switch (explanation.rule) {
    case 'sum':
      return both((how, isNumber) => sumPieces(explanation, how, isNumber));
    case 'function':
      return both((how) => {
        const hole = '\u0000';
        const [before = '', after = ''] = functionText(explanation.f, hole, explanation.constant).split(hole);
        return [sign(before), how(explanation.of), sign(after)];
      });
    case 'share':
      return sharePieces(trace, explanation);
    case 'choice':
      return choicePieces(trace, explanation);
  }
}

function sumPieces({ terms }: Extract<Explanation, { rule: 'sum' }>, how: Write, isNumber: boolean): Piece[] {
  const times = isNumber ? ' × ' : ' ';
  const pieces = terms.slice(0, MOST).flatMap(({ factor, of }, k): Piece[] => {
    const negative = factor < 0;
    const size = Math.abs(factor);
    const lead = k === 0 ? (negative ? '−' : '') : negative ? ' − ' : ' + ';
    const written = of.flatMap((address, n): Piece[] => {
      const piece = how(address);
      const wraps = piece.kind === 'number' && piece.text.startsWith('−') && (n > 0 || size !== 1 || k > 0);
      return [
        ...(n > 0 || size !== 1 ? [sign(n === 0 ? times : times)] : []),
        ...(wraps ? [sign('('), piece, sign(')')] : [piece]),
      ];
    });
    return [sign(lead + (size === 1 && of.length > 0 ? '' : significant(size))), ...written];
  });
  return terms.length > MOST ? [...pieces, sign(' + …')] : pieces;
}

function sharePieces(
  trace: Trace,
  { by, own, whole, temperature }: Extract<Explanation, { rule: 'share' }>,
): Piece[][] {
  const mine = whole[own];
  if (mine === undefined) return [];
  const scores = whole.map((one) => valueAt(trace, one) / temperature);
  const [name, number] = [symbols(trace), numbers(trace)];
  const over = temperature === 1 ? [] : [sign(` ÷ ${handText(temperature)}`)];
  if (by !== 'softmax') {
    const threshold = significant(thresholdOf(scores, by));
    const half = by === 'sparsemax' ? '' : ' ÷ 2';
    const end = by === 'sparsemax' ? ', 0)' : ', 0)²';
    const cut = (how: Write): Piece[] => [
      sign('max('),
      how(mine),
      ...over,
      sign(`${half} − ${threshold}${end}`.replace('− −', '+ ')),
    ];
    return [cut(name), cut(number)];
  }
  const top = Math.max(...scores);
  const shift = Math.abs(top) > PLAIN ? top : 0;
  const less = shift === 0 ? '' : ` − ${handText(shift)}`.replace('− −', '+ ');
  const raised = (how: Write, one: Address): Piece[] => [sign('exp('), how(one), ...over, sign(`${less})`)];
  const all = (how: Write): Piece[] =>
    whole.slice(0, MOST).flatMap((one, k) => [...(k === 0 ? [] : [sign(' + ')]), ...raised(how, one)]);
  const tail = whole.length > MOST ? [sign(' + …')] : [];
  const exponentials = scores.map((score) => Math.exp(score - shift));
  const total = exponentials.reduce((sum, one) => sum + one, 0);
  return [
    [...raised(name, mine), sign(' ÷ ('), ...all(name), ...tail, sign(')')],
    [...raised(number, mine), sign(' ÷ ('), ...all(number), ...tail, sign(')')],
    [sign(`${significant(exponentials[own] ?? Number.NaN)} ÷ ${significant(total)}`)],
  ];
}

function choicePieces(
  trace: Trace,
  { of, by, constant, among }: Extract<Explanation, { rule: 'choice' }>,
): Piece[][] {
  if (of === null) return [[sign(significant(constant))]];
  if (by !== 'max') return [[symbols(trace)(of)]];
  const all = (how: Write): Piece[] =>
    among.flatMap((one, k) => [...(k === 0 ? [] : [sign(', ')]), how(one)]);
  return [
    [sign('max('), ...all(symbols(trace)), sign(')')],
    [sign('max('), ...all(numbers(trace)), sign(')')],
  ];
}
