/** @file cross-entropy: −log of the share that softmax gives to the right answer, row by row, by log-sum-exp. */

import { functionOf, ofInput, ofOutput, sumOf, term } from '../explanation.ts';
import type { Graph, Value } from '../graph.ts';
import type { Attributes, Op, Placed } from '../op.ts';
import { cellCount, describeAxes, withoutAxis, type Axes } from '../tensor.ts';

export interface CrossEntropyAttributes extends Attributes {
  /** The classes' axis: the last one of the logits. */
  readonly over: string;
}

/** Outputs in order: nll, then the inner tensors. */
const P = 1;
const TOP = 2;
const SHIFTED = 3;
const EXPS = 4;
const TOTAL = 5;
const LOG_TOTAL = 6;

function shapes(x: Axes, over: string): { rows: number; width: number; rowAxes: Axes } {
  const last = x.at(-1);
  if (last?.name !== over)
    throw new Error(`cross-entropy: ${over} must be the last axis of ${describeAxes(x)}`);
  const rowAxes = withoutAxis(x, over);
  return { rows: cellCount(rowAxes), width: last.size, rowAxes };
}

/** nll = top + log Σ exp(x − top) − x[target]. The targets take no gradient. */
export const crossEntropyOp: Op<CrossEntropyAttributes> = {
  name: 'cross-entropy',
  outputs: ([x = [], targets = []], { over }) => {
    const { rows, rowAxes } = shapes(x, over);
    if (cellCount(targets) !== rows)
      throw new Error(`cross-entropy: ${describeAxes(targets)} targets for logits ${describeAxes(x)}`);
    return [
      { axes: rowAxes },
      { name: 'p', axes: x },
      { name: 'top', axes: rowAxes, traceOnly: true },
      { name: 'shifted', axes: x, traceOnly: true },
      { name: 'exps', axes: x, traceOnly: true },
      { name: 'total', axes: rowAxes, traceOnly: true },
      { name: 'log_total', axes: rowAxes, traceOnly: true },
    ];
  },

  forward: ({ kernels, inputs, outputs, attributes: { over } }) => {
    const [x, targets] = inputs as readonly [Placed, Placed];
    const at = outputs.map((output) => output.at);
    const [nll = -1, p = -1, top = -1] = at;
    const { rows, width } = shapes(x.axes, over);
    return () => {
      kernels.crossEntropy(nll, p, x.at, targets.at, rows, width);
      if (top < 0) return;
      const heap = kernels.heap;
      for (let r = 0; r < rows; r++) {
        const logits = heap.subarray(x.at + r * width, x.at + (r + 1) * width);
        let largest = -Infinity;
        for (const logit of logits) largest = Math.max(largest, logit);
        let total = 0;
        logits.forEach((logit: number, v: number) => {
          const shifted = logit - largest;
          heap[(at[SHIFTED] as number) + r * width + v] = shifted;
          heap[(at[EXPS] as number) + r * width + v] = Math.exp(shifted);
          total += Math.exp(shifted);
        });
        heap[top + r] = largest;
        heap[(at[TOTAL] as number) + r] = total;
        heap[(at[LOG_TOTAL] as number) + r] = Math.log(total);
      }
    };
  },

  /** gx += g ∘ (p − onehot(target)). */
  backward: ({ kernels, inputs, outputs, attributes: { over } }, { output, inputs: [gx = -1] }) => {
    const [x, targets] = inputs as readonly [Placed, Placed];
    const p = outputs[P] as Placed;
    const { rows, width } = shapes(x.axes, over);
    return () => kernels.crossEntropyGradient(gx, output, p.at, targets.at, rows, width);
  },

  explain: ({ output, cell, inputs: [x = []], attributes: { over }, value }) => {
    const { width } = shapes(x, over);
    const wide = output === P || output === SHIFTED || output === EXPS;
    const row = wide ? Math.floor(cell / width) : cell;
    const across = Array.from({ length: width }, (_, v) => row * width + v);
    switch (output) {
      case P:
        return {
          rule: 'share',
          by: 'softmax',
          own: cell % width,
          whole: across.map((at) => ofInput(0, at)),
          temperature: 1,
        };
      case TOP: {
        const among = across.map((at) => ofInput(0, at));
        const of = among.find((candidate) => value(candidate) === value(ofOutput(TOP, row))) ?? null;
        return { rule: 'choice', by: 'max', of, constant: 0, among, because: null };
      }
      case SHIFTED:
        return sumOf([term(1, ofInput(0, cell)), term(-1, ofOutput(TOP, row))]);
      case EXPS:
        return functionOf('exp', ofOutput(SHIFTED, cell));
      case TOTAL:
        return sumOf(across.map((at) => term(1, ofOutput(EXPS, at))));
      case LOG_TOTAL:
        return functionOf('log', ofOutput(TOTAL, row));
      default:
        return sumOf([
          term(1, ofOutput(TOP, row)),
          term(1, ofOutput(LOG_TOTAL, row)),
          term(-1, ofInput(0, row * width + value(ofInput(1, row)))),
        ]);
    }
  },
};

/** −log softmax(x)[target] for every row of logits. */
export function crossEntropy(graph: Graph, x: Value, targets: Value, over: string): Value {
  return graph.apply(crossEntropyOp, [x, targets], { over })[0] as Value;
}
