/** @file What a reader would have typed after a common slip, computed from the explanation of the cell alone. */

import { explain, valueAt } from '../engine/explain.ts';
import type { Address, Explanation } from '../engine/explanation.ts';
import type { TensorRecord, Trace } from '../engine/trace.ts';
import { isWithin, typedNumber } from './judge.ts';
import { along, isAlong, neighbours, transposed } from './places.ts';

/** A slip that can be recognised, from the most telling to the least. */
export const slipKinds = [
  /** The exponential was not divided by the sum. */
  'notDivided',
  /** √d, or the temperature, was left out. */
  'scaleForgotten',
  /** √d, or the temperature, was applied twice. */
  'scaleTwice',
  /** The softmax was taken along the other axis. */
  'otherAxis',
  /** Query and key changed places. */
  'swapped',
  /** Divided by the count: not by the sum, or in place of weighting. */
  'byCount',
  /** The scores themselves were divided by their sum. */
  'noExponential',
  /** The function was left out. */
  'noFunction',
  /** The number of a neighbour, or a sum with its weights. */
  'neighbour',
  /** A sign. */
  'sign',
] as const;

export type SlipKind = (typeof slipKinds)[number];

export interface Slip {
  readonly kind: SlipKind;
  /** What it leads to. */
  readonly value: number;
}

type Of<Rule> = Extract<Explanation, { rule: Rule }>;

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The share of one of the scores, the largest taken off first. */
function share(scores: readonly number[], own: number): number {
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  return (raised[own] ?? Number.NaN) / total(raised);
}

/** The factor of a cell that is another cell times a constant: 1/√d. Undefined where it is not. */
function scaleOf(
  trace: Trace,
  address: Address,
): { readonly factor: number; readonly of: Address } | undefined {
  const explanation = explain(trace, address);
  if (explanation.rule !== 'sum' || explanation.terms.length !== 1) return undefined;
  const [term] = explanation.terms;
  const of = term?.of[0];
  if (term === undefined || of === undefined || term.of.length !== 1 || Math.abs(term.factor) === 1)
    return undefined;
  return { factor: term.factor, of };
}

function shareSlips(trace: Trace, { whole, own, temperature, by }: Of<'share'>): Slip[] {
  const raw = whole.map((one) => valueAt(trace, one));
  const scores = raw.map((score) => score / temperature);
  const mine = scores[own] ?? Number.NaN;
  const slips: Slip[] = [
    { kind: 'noExponential', value: mine / total(scores) },
    {
      kind: 'sign',
      value: share(
        scores.map((score) => -score),
        own,
      ),
    },
    ...[own - 1, own + 1]
      .filter((place) => place in scores)
      .map((place): Slip => ({ kind: 'neighbour', value: share(scores, place) })),
  ];
  if (by === 'softmax') {
    slips.push({ kind: 'notDivided', value: Math.exp(mine) });
    slips.push({ kind: 'byCount', value: Math.exp(mine) / scores.length });
  }
  if (temperature !== 1) {
    slips.push({ kind: 'scaleForgotten', value: share(raw, own) });
    slips.push({
      kind: 'scaleTwice',
      value: share(
        scores.map((score) => score / temperature),
        own,
      ),
    });
  }
  const scales = whole.map((one) => scaleOf(trace, one)?.factor ?? 1);
  if (scales.some((factor) => factor !== 1)) {
    const by = (power: number): number[] => scores.map((score, k) => score * (scales[k] ?? 1) ** power);
    slips.push({ kind: 'scaleForgotten', value: share(by(-1), own) });
    slips.push({ kind: 'scaleTwice', value: share(by(1), own) });
  }
  return [...slips, ...otherAxes(trace, whole, own, temperature)];
}

/** The share of the own score among those along every other axis of its tensor; without one, among those of all steps. */
function otherAxes(trace: Trace, whole: readonly Address[], own: number, temperature: number): Slip[] {
  const address = whole[own];
  const tensor = address === undefined ? undefined : trace.tensors[address.tensor];
  if (address === undefined || tensor === undefined) return [];
  const cells = whole.map(({ cell }) => cell);
  const others = tensor.axes
    .map((_, axis) => along(tensor.axes, address.cell, axis))
    .filter((line) => line.length > 1 && !isAlong(line, cells))
    .map((line) => ({
      scores: line.map((cell) => valueAt(trace, { tensor: tensor.id, cell }) / temperature),
      own: line.indexOf(address.cell),
    }));
  const steps = sameInOtherSteps(trace, tensor);
  if (others.length === 0 && steps.length > 1) {
    const scores = steps.map(({ id }) => valueAt(trace, { tensor: id, cell: address.cell }) / temperature);
    others.push({ scores, own: steps.indexOf(tensor) });
  }
  return others.map(({ scores, own: place }) => ({ kind: 'otherAxis', value: share(scores, place) }));
}

/** The tensor itself and those of its name and shape in other steps. */
function sameInOtherSteps(trace: Trace, tensor: TensorRecord): readonly TensorRecord[] {
  const stepOf = ({ stage }: TensorRecord): string => {
    const mark = trace.stages[stage];
    return mark === undefined ? '' : `${mark.t} ${mark.stage}`;
  };
  const seen = new Set<string>();
  return trace.tensors.filter((one) => {
    const isSame =
      one.name === tensor.name &&
      one.at >= 0 &&
      trace.stages[one.stage]?.stage === trace.stages[tensor.stage]?.stage &&
      one.axes.length === tensor.axes.length &&
      one.axes.every(({ size }, d) => size === tensor.axes[d]?.size);
    if (!isSame || (seen.has(stepOf(one)) && one !== tensor)) return false;
    seen.add(stepOf(one));
    return true;
  });
}

/** Terms up to which single signs are tried. */
const mostTerms = 12;

function sumSlips(trace: Trace, explanation: Of<'sum'>, value: number, address: Address): Slip[] {
  const { terms } = explanation;
  const products = terms.map(({ factor, of }) =>
    of.reduce((product, one) => product * valueAt(trace, one), factor),
  );
  const slips: Slip[] = [];
  const scale = scaleOf(trace, address);
  if (scale !== undefined) {
    slips.push({ kind: 'scaleForgotten', value: value / scale.factor });
    slips.push({ kind: 'scaleTwice', value: value * scale.factor });
  }
  if (terms.length > 1) {
    slips.push({ kind: 'byCount', value: value / terms.length });
    if (terms.length <= mostTerms)
      slips.push(...products.map((product): Slip => ({ kind: 'sign', value: value - 2 * product })));
    slips.push(...weighted(trace, explanation), ...swappedFactors(trace, explanation));
  }
  return slips;
}

/** A weighted sum with no weights but the count, and with every weight one place on or back. */
function weighted(trace: Trace, { terms }: Of<'sum'>): Slip[] {
  const pairs = terms.map(({ of }) => {
    const weight = of.find((one) => trace.tensors[one.tensor]?.role === 'weight');
    const other = of.find((one) => one !== weight);
    return weight === undefined || other === undefined || of.length !== 2
      ? undefined
      : { weight: valueAt(trace, weight), value: valueAt(trace, other) };
  });
  const all = pairs.filter((pair) => pair !== undefined);
  if (all.length !== terms.length) return [];
  const turned = (by: number): number =>
    total(all.map(({ value }, k) => value * (all[(k + by + all.length) % all.length]?.weight ?? 0)));
  return [
    { kind: 'byCount', value: total(all.map(({ value }) => value)) / all.length },
    { kind: 'neighbour', value: turned(1) },
    { kind: 'neighbour', value: turned(-1) },
  ];
}

/** Σ q_a (Σ W_ab k_b) with q and k in one another's place, where W is square. */
function swappedFactors(trace: Trace, { terms }: Of<'sum'>): Slip[] {
  const rows = terms.map(({ of }) => {
    if (of.length !== 2) return undefined;
    const inner = of.map((one) => ({ one, by: explain(trace, one) }));
    const made = inner.find(({ by }) => by.rule === 'sum' && by.terms.every((term) => term.of.length === 2));
    const asked = inner.find((one) => one !== made);
    if (made === undefined || asked === undefined || made.by.rule !== 'sum') return undefined;
    return { query: valueAt(trace, asked.one), terms: made.by.terms };
  });
  const all = rows.filter((row) => row !== undefined);
  const n = terms.length;
  if (all.length !== n || all.some((row) => row.terms.length !== n)) return [];
  // The key's number is in every row, the matrix has another in each.
  const isShared = (address: Address): boolean =>
    all.every((row) => row.terms.some(({ of }) => of.some((one) => isSameCell(one, address))));
  const splits = all.map((row) =>
    row.terms.map(({ factor, of }) => {
      const key = of.find(isShared);
      const weight = of.find((one) => one !== key);
      return { weight: factor * (weight === undefined ? 0 : valueAt(trace, weight)), key };
    }),
  );
  const keys = splits[0]?.map(({ key }) => (key === undefined ? Number.NaN : valueAt(trace, key))) ?? [];
  const value = total(
    splits.map((row, a) => (keys[a] ?? 0) * total(row.map(({ weight }, b) => weight * (all[b]?.query ?? 0)))),
  );
  return Number.isFinite(value) ? [{ kind: 'swapped', value }] : [];
}

function isSameCell(one: Address, other: Address): boolean {
  return one.tensor === other.tensor && one.cell === other.cell;
}

/** All slips of a cell, with what each leads to. A slip may stand more than once. */
export function slipsOf(trace: Trace, address: Address): readonly Slip[] {
  const value = valueAt(trace, address);
  const tensor = trace.tensors[address.tensor];
  const explanation = explain(trace, address);
  const slips: Slip[] = [{ kind: 'sign', value: -value }];
  if (explanation.rule === 'share') slips.push(...shareSlips(trace, explanation));
  if (explanation.rule === 'sum') slips.push(...sumSlips(trace, explanation, value, address));
  if (explanation.rule === 'function') {
    slips.push({ kind: 'noFunction', value: valueAt(trace, explanation.of) });
    if (explanation.f === 'sigmoid') slips.push({ kind: 'sign', value: 1 - value });
  }
  if (tensor === undefined) return slips;
  const at = (cell: number): number => valueAt(trace, { tensor: tensor.id, cell });
  const mirrored = transposed(tensor.axes, address.cell);
  if (mirrored !== undefined) slips.push({ kind: 'swapped', value: at(mirrored) });
  slips.push(
    ...neighbours(tensor.axes, address.cell).map((cell): Slip => ({ kind: 'neighbour', value: at(cell) })),
  );
  return slips;
}

/** What follows from numbers that were rounded on the screen: within half a percent. */
function isNear(typed: number, value: number): boolean {
  return Number.isFinite(value) && Math.abs(typed - value) <= 0.005 * Math.abs(value);
}

/**
 * The slips that lead to what was typed, each once, the most telling first; none where what was typed is right, is no number, or
 * cannot be recognised.
 */
export function recognise(
  trace: Trace,
  address: Address,
  text: string,
  decimals: number,
): readonly SlipKind[] {
  const typed = typedNumber(text);
  if (Number.isNaN(typed) || isWithin(typed, valueAt(trace, address), decimals)) return [];
  const found = new Set(
    slipsOf(trace, address)
      .filter(({ value }) => isWithin(typed, value, decimals) || isNear(typed, value))
      .map(({ kind }) => kind),
  );
  return slipKinds.filter((kind) => found.has(kind));
}
