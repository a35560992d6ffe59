/** @file The story of a cell as a tree of nodes, made from explanations alone: it knows the closed rules and no op. */

import { explain, valueAt } from '../../engine/explain.ts';
import type { Address, Explanation } from '../../engine/explanation.ts';
import type { Trace } from '../../engine/trace.ts';
import { functionText } from '../../geometry/functionText.ts';
import { fixed, significant } from '../../geometry/numbers.ts';
import { sumModel } from '../../geometry/sumModel.ts';
import { thresholdOf } from '../../geometry/threshold.ts';

/** A line of a story that can be opened. `key` is its path from the root. */
export type StoryNode =
  /** A cell of the trace, whose explanation makes its children. `factor` is what it is multiplied by where it stands alone in a sum. */
  | {
      readonly kind: 'cell';
      readonly key: string;
      readonly address: Address;
      readonly role: CellRole;
      readonly text: string;
    }
  /** A product in a sum: `factor` times cells. */
  | {
      readonly kind: 'product';
      readonly key: string;
      readonly factor: number;
      readonly of: readonly Address[];
      readonly text: string;
    }
  /** One exponential in a softmax. */
  | {
      readonly kind: 'exponential';
      readonly key: string;
      readonly address: Address;
      readonly formula: string;
      readonly text: string;
    }
  /** All that a share is a share of. */
  | {
      readonly kind: 'whole';
      readonly key: string;
      readonly whole: readonly Address[];
      readonly shift: number;
      readonly temperature: number;
      readonly text: string;
    }
  /** Terms that are not written out; opening it writes out more. */
  | { readonly kind: 'more'; readonly key: string; readonly count: number; readonly text: string };

/** How a cell stands in its parent: a term (its sign before it), an operand, what chose, one of the candidates. */
export type CellRole = 'operand' | 'term' | 'minus' | 'because' | 'among';

/** What is said of a cell itself, before its children. */
export type StoryLine =
  | { readonly kind: 'formula'; readonly text: string }
  | { readonly kind: 'sum'; readonly count: number; readonly text: string }
  | { readonly kind: 'shifted' }
  | { readonly kind: 'temperature'; readonly value: number }
  | { readonly kind: 'threshold'; readonly value: number }
  | { readonly kind: 'copied'; readonly by: 'place' | 'index' }
  | { readonly kind: 'largest'; readonly count: number }
  | { readonly kind: 'hidden' | 'constant' | 'decided'; readonly value: number }
  | { readonly kind: 'parameter' | 'input' };

export interface Story {
  readonly lines: readonly StoryLine[];
  readonly children: readonly StoryNode[];
}

/** Terms written out at first, and how many each "more" adds. */
const FIRST = 5;
const MORE = 40;

/** Past this score the plain form exp(e) ÷ Σ exp(e) is not shown: the shifted one is. */
const PLAIN = 20;

/** What there is to say of a cell. `unfolded` tells how many terms of its sums are written out. */
export function storyOf(trace: Trace, address: Address, key: string, unfolded: ReadonlySet<string>): Story {
  const explanation = explain(trace, address);
  switch (explanation.rule) {
    case 'given': {
      const kind = trace.tensors[address.tensor]?.kind === 'parameter' ? 'parameter' : 'input';
      return { lines: [{ kind }], children: [] };
    }
    case 'function': {
      const text = `= ${functionText(explanation.f, significant(valueAt(trace, explanation.of)), explanation.constant)}`;
      return { lines: [{ kind: 'formula', text }], children: [operand(trace, explanation.of, `${key}/0`)] };
    }
    case 'sum':
      return sumStory(trace, explanation, key, unfolded);
    case 'share':
      return shareStory(trace, explanation, key);
    case 'choice':
      return choiceStory(trace, explanation, key);
  }
}

/** A cell by itself. */
function operand(trace: Trace, address: Address, key: string, role: CellRole = 'operand'): StoryNode {
  return { kind: 'cell', key, address, role, text: significant(valueAt(trace, address)) };
}

type Of<Rule> = Extract<Explanation, { rule: Rule }>;

function sumStory(trace: Trace, { terms }: Of<'sum'>, key: string, unfolded: ReadonlySet<string>): Story {
  const values = terms.map(({ factor, of }) =>
    of.reduce((product, one) => product * valueAt(trace, one), factor),
  );
  const { nodes, model } = writtenOut(values, key, unfolded, (place, text) => {
    const { factor, of } = terms[place] ?? { factor: 0, of: [] };
    const path = `${key}/${place}`;
    const [only] = of;
    if (of.length === 1 && only !== undefined && Math.abs(factor) === 1) {
      return { kind: 'cell', key: path, address: only, role: factor === 1 ? 'term' : 'minus', text };
    }
    return { kind: 'product', key: path, factor, of, text };
  });
  const short = terms.length <= 4 && terms.length > 0;
  const text = short ? `= ${joined(inOrder(model.shown))}` : '= Σ';
  return {
    lines: [short ? { kind: 'formula', text } : { kind: 'sum', count: terms.length, text: model.totalText }],
    children: nodes,
  };
}

/** Shown terms in the order in which the op adds them. */
function inOrder(shown: readonly { readonly place: number; readonly text: string }[]): string[] {
  return [...shown].sort((a, b) => a.place - b.place).map(({ text }) => text);
}

/** `1.20 + 0.33 − 0.10` */
function joined(texts: readonly string[]): string {
  return texts
    .map((text, k) => (k === 0 ? text : text.startsWith('−') ? ` − ${text.slice(1)}` : ` + ${text}`))
    .join('');
}

/** The largest terms, and after them what leads to more. */
function writtenOut(
  values: readonly number[],
  key: string,
  unfolded: ReadonlySet<string>,
  node: (place: number, text: string) => StoryNode,
): { nodes: StoryNode[]; model: ReturnType<typeof sumModel> } {
  let count = FIRST;
  let more = 0;
  while (unfolded.has(`${key}/more${more}`)) {
    count += MORE;
    more++;
  }
  // One term is not worth a line that says that there is one more.
  if (values.length === count + 1) count++;
  const model = sumModel(values, count);
  const nodes = model.shown.map(({ place, text }) => node(place, text));
  if (model.others > 0)
    nodes.push({ kind: 'more', key: `${key}/more${more}`, count: model.others, text: model.othersText });
  return { nodes, model };
}

function shareStory(trace: Trace, { by, own, whole, temperature }: Of<'share'>, key: string): Story {
  const scores = whole.map((one) => valueAt(trace, one) / temperature);
  const mine = scores[own] ?? Number.NaN;
  const address = whole[own];
  const lines: StoryLine[] = temperature === 1 ? [] : [{ kind: 'temperature', value: temperature }];
  const children: StoryNode[] = address === undefined ? [] : [operand(trace, address, `${key}/own`)];
  if (by !== 'softmax') {
    const threshold = thresholdOf(scores, by);
    const cut =
      by === 'sparsemax'
        ? `[${significant(mine)} − ${significant(threshold)}]₊`
        : `[${significant(mine / 2)} − ${significant(threshold)}]₊²`;
    lines.unshift({ kind: 'formula', text: `= ${cut.replaceAll('− −', '+ ')}` });
    lines.push({ kind: 'threshold', value: threshold });
    return {
      lines,
      children: [
        ...children,
        ...whole.flatMap((one, k) => (k === own ? [] : [operand(trace, one, `${key}/${k}`, 'among')])),
      ],
    };
  }
  const shift = shiftOf(scores);
  const model = sumModel(exponentials(scores, shift), whole.length);
  lines.unshift({ kind: 'formula', text: `= ${expText(mine, shift)} ÷ ${model.totalText}` });
  if (shift !== 0) lines.push({ kind: 'shifted' });
  children.push({ kind: 'whole', key: `${key}/whole`, whole, shift, temperature, text: model.totalText });
  return { lines, children };
}

/** What is taken off every score: nothing while all are small, else the largest. */
function shiftOf(scores: readonly number[]): number {
  const top = Math.max(...scores);
  return Math.abs(top) > PLAIN ? top : 0;
}

function exponentials(scores: readonly number[], shift: number): number[] {
  return scores.map((score) => Math.exp(score - shift));
}

/** Three decimals in the exponent keep three digits of the result right. */
function expText(score: number, shift: number): string {
  if (shift === 0) return `exp(${fixed(score, 3)})`;
  return `exp(${fixed(score, 3)} ${shift < 0 ? '+' : '−'} ${fixed(Math.abs(shift), 3)})`;
}

/** The exponentials that a softmax divides by, largest first. */
export function wholeStory(
  trace: Trace,
  node: Extract<StoryNode, { kind: 'whole' }>,
  unfolded: ReadonlySet<string>,
): readonly StoryNode[] {
  const scores = node.whole.map((one) => valueAt(trace, one) / node.temperature);
  return writtenOut(exponentials(scores, node.shift), node.key, unfolded, (place, text) => ({
    kind: 'exponential',
    key: `${node.key}/${place}`,
    address: node.whole[place] ?? { tensor: -1, cell: -1 },
    formula: expText(scores[place] ?? Number.NaN, node.shift),
    text,
  })).nodes;
}

function choiceStory(trace: Trace, { by, of, constant, among, because }: Of<'choice'>, key: string): Story {
  const chose = because === null ? [] : [operand(trace, because, `${key}/because`, 'because')];
  if (of === null)
    return {
      lines: [
        { kind: by === 'mask' ? 'hidden' : because === null ? 'constant' : 'decided', value: constant },
      ],
      children: chose,
    };
  if (by === 'max') {
    return {
      lines: [{ kind: 'largest', count: among.length }],
      children: among.map((one, k) => operand(trace, one, `${key}/${k}`, 'among')),
    };
  }
  return {
    lines: [{ kind: 'copied', by: by === 'index' ? 'index' : 'place' }],
    children: [operand(trace, of, `${key}/of`), ...chose],
  };
}

/** The operands of a product. */
export function productStory(
  trace: Trace,
  node: Extract<StoryNode, { kind: 'product' }>,
): readonly StoryNode[] {
  return node.of.map((one, k) => operand(trace, one, `${node.key}/${k}`));
}

/** `−1 × 0.51 × 1.23`: a product with its numbers put in. */
export function productText(trace: Trace, { factor, of }: Extract<StoryNode, { kind: 'product' }>): string {
  const numbers = of.map((one) => significant(valueAt(trace, one)));
  const parts =
    factor === 1 && numbers.length > 0
      ? numbers
      : [Number.isInteger(factor) ? fixed(factor, 0) : significant(factor), ...numbers];
  return parts.map((text, k) => (k > 0 && text.startsWith('−') ? `(${text})` : text)).join(' × ');
}
