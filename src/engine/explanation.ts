/** @file The closed set of rules by which every op accounts for one of its cells; views and retelling know these and nothing else. */

import type { FunctionName } from './kernels/kernels.ts';

/** A cell of a tensor of a trace. */
export interface Address {
  readonly tensor: number;
  readonly cell: number;
}

/** One term of a sum: a declared constant times a product of cells (an empty product is 1). */
export interface Term<P> {
  readonly factor: number;
  readonly of: readonly P[];
}

export type Normaliser = 'softmax' | 'sparsemax' | 'entmax-1.5';

/** cell = Σ factor · Π cells: products, sums, means, weighted reads. */
export interface SumRule<P> {
  readonly rule: 'sum';
  readonly terms: readonly Term<P>[];
}

/** cell = f(another cell), with one declared constant where f takes one. */
export interface FunctionRule<P> {
  readonly rule: 'function';
  readonly f: FunctionName;
  readonly of: P;
  readonly constant: number;
}

/** cell = its share of a whole: what cell `own` of `whole` gets when the whole is normalised to sum 1 after division by the temperature. */
export interface ShareRule<P> {
  readonly rule: 'share';
  readonly by: Normaliser;
  /** The place in `whole` of the cell that this is the share of. */
  readonly own: number;
  readonly whole: readonly P[];
  readonly temperature: number;
}

/**
 * cell = a copy of a chosen cell. `by` says what chose: a `place` (slice, stack, concat), an `index` that was looked up, the largest of
 * `among` (`max`), or a `mask`. Where nothing is chosen (`of` is null) the cell is the declared `constant`.
 */
export interface ChoiceRule<P> {
  readonly rule: 'choice';
  readonly by: 'place' | 'index' | 'max' | 'mask';
  readonly of: P | null;
  readonly constant: number;
  /** For `max`: the candidates, `of` among them. Else empty. */
  readonly among: readonly P[];
  /** The cell that decided (an index, a mask), where there is one. */
  readonly because: P | null;
}

/** The cell was not computed: an input or a parameter. */
export interface GivenRule {
  readonly rule: 'given';
}

export type Explanation<P = Address> =
  | SumRule<P>
  | FunctionRule<P>
  | ShareRule<P>
  | ChoiceRule<P>
  | GivenRule;

/** A cell as an op sees it: of its k-th input or of its own k-th output. */
export interface Local {
  readonly side: 'input' | 'output';
  readonly place: number;
  readonly cell: number;
}

/** The cell `cell` of an op's input number `place`. */
export function ofInput(place: number, cell: number): Local {
  return { side: 'input', place, cell };
}

/** The cell `cell` of an op's own output number `place` (inner tensors explain one another). */
export function ofOutput(place: number, cell: number): Local {
  return { side: 'output', place, cell };
}

/** A sum of products with factor 1 unless said otherwise. */
export function sumOf<P>(terms: readonly Term<P>[]): SumRule<P> {
  return { rule: 'sum', terms };
}

/** A term: factor · Π of. */
export function term<P>(factor: number, ...of: P[]): Term<P> {
  return { factor, of };
}

/** A function of one cell. */
export function functionOf<P>(f: FunctionName, of: P, constant = 0): FunctionRule<P> {
  return { rule: 'function', f, of, constant };
}

/** A copy of the cell at a place. */
export function copyOf<P>(of: P, by: 'place' | 'index' = 'place', because: P | null = null): ChoiceRule<P> {
  return { rule: 'choice', by, of, constant: 0, among: [], because };
}

/** The declared constant that stands where a mask hides a cell. */
export function hidden<P>(constant: number, because: P | null): ChoiceRule<P> {
  return { rule: 'choice', by: 'mask', of: null, constant, among: [], because };
}

/**
 * Every cell that an explanation's value depends on (not what only decided). Where a whole is one cell, its share is 1 whatever it is:
 * there is none.
 */
export function operandsOf<P>(explanation: Explanation<P>): readonly P[] {
  switch (explanation.rule) {
    case 'sum':
      return explanation.terms.flatMap((one) => one.of);
    case 'function':
      return [explanation.of];
    case 'share':
      return explanation.whole.length === 1 ? [] : explanation.whole;
    case 'choice':
      if (explanation.by === 'max') return explanation.among;
      return explanation.of === null ? [] : [explanation.of];
    case 'given':
      return [];
  }
}

/** The same explanation with every address rewritten. */
export function mapAddresses<P, Q>(explanation: Explanation<P>, rewrite: (address: P) => Q): Explanation<Q> {
  switch (explanation.rule) {
    case 'sum':
      return {
        rule: 'sum',
        terms: explanation.terms.map((one) => ({ factor: one.factor, of: one.of.map(rewrite) })),
      };
    case 'function':
      return { ...explanation, of: rewrite(explanation.of) };
    case 'share':
      return { ...explanation, whole: explanation.whole.map(rewrite) };
    case 'choice':
      return {
        ...explanation,
        of: explanation.of === null ? null : rewrite(explanation.of),
        among: explanation.among.map(rewrite),
        because: explanation.because === null ? null : rewrite(explanation.because),
      };
    case 'given':
      return explanation;
  }
}
