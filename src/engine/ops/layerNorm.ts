/** @file layer norm: γ (x − mean)/√(var + eps) + β along the last axis, var divided by d (Ba, Kiros, Hinton 2016). */

import { functionOf, ofInput, ofOutput, sumOf, term } from '../explanation.ts';
import type { Graph, Value } from '../graph.ts';
import { elementwise } from '../nest.ts';
import type { Attributes, Op, Placed } from '../op.ts';
import { cellCount, describeAxes, withoutAxis, type Axes } from '../tensor.ts';

export interface LayerNormAttributes extends Attributes {
  readonly over: string;
  readonly eps: number;
}

/** Outputs in order: y, then the inner tensors. */
const [NORMALISED, INVERSE, MEAN, CENTRED, VARIANCE] = [1, 2, 3, 4, 5];

function shapes(x: Axes, over: string): { rows: number; width: number; rowAxes: Axes } {
  const last = x.at(-1);
  if (last?.name !== over) throw new Error(`layer-norm: ${over} must be the last axis of ${describeAxes(x)}`);
  const rowAxes = withoutAxis(x, over);
  return { rows: cellCount(rowAxes), width: last.size, rowAxes };
}

export const layerNormOp: Op<LayerNormAttributes> = {
  name: 'layer-norm',
  outputs: ([x = [], gamma = [], beta = []], { over }) => {
    const { width, rowAxes } = shapes(x, over);
    for (const [name, axes] of [['gamma', gamma] as const, ['beta', beta] as const]) {
      if (axes.length !== 1 || axes[0]?.name !== over || axes[0].size !== width) {
        throw new Error(`layer-norm: ${name} is ${describeAxes(axes)}; expected [${over} = ${width}]`);
      }
    }
    return [
      { axes: x },
      { name: 'normalised', axes: x },
      { name: 'inverse', axes: rowAxes },
      { name: 'mean', axes: rowAxes, traceOnly: true },
      { name: 'centred', axes: x, traceOnly: true },
      { name: 'variance', axes: rowAxes, traceOnly: true },
    ];
  },

  forward: ({ kernels, inputs, outputs, attributes: { over, eps } }) => {
    const [x, gamma, beta] = inputs as readonly [Placed, Placed, Placed];
    const [y, normalised, inverse, mean, centred, variance] = outputs as readonly [
      Placed,
      Placed,
      Placed,
      Placed,
      Placed,
      Placed,
    ];
    const { rows, width } = shapes(x.axes, over);
    const shift = elementwise(kernels, y, beta, null, 1, false);
    const scale = elementwise(kernels, y, normalised, gamma, 1, true);
    return () => {
      kernels.layerNorm(normalised.at, inverse.at, x.at, rows, width, eps);
      shift();
      scale();
      if (mean.at < 0) return;
      const heap = kernels.heap;
      for (let r = 0; r < rows; r++) {
        const row = heap.subarray(x.at + r * width, x.at + (r + 1) * width);
        // The kernel's own mean, to the bit: where the mean is large, centred cells show every rounding.
        let total = 0;
        for (const cell of row) total += cell;
        const average = total / width;
        heap[mean.at + r] = average;
        let spread = 0;
        row.forEach((cell: number, d: number) => {
          heap[centred.at + r * width + d] = cell - average;
          spread += (cell - average) ** 2 / width;
        });
        heap[variance.at + r] = spread;
      }
    };
  },

  /** gx = inverse ∘ (g − mean g − x̂ mean(g ∘ x̂)) with g = gy ∘ γ; gγ = Σ gy ∘ x̂; gβ = Σ gy. */
  backward: (
    { kernels, inputs, outputs, attributes: { over }, scratch },
    { output, inputs: [gx = -1, gGamma = -1, gBeta = -1] },
  ) => {
    const [x, gamma, beta] = inputs as readonly [Placed, Placed, Placed];
    const [y, normalised, inverse] = outputs as readonly [Placed, Placed, Placed];
    const { rows, width } = shapes(x.axes, over);
    const gy = { at: output, axes: y.axes };
    const runs: (() => void)[] = [];
    if (gGamma >= 0)
      runs.push(elementwise(kernels, { at: gGamma, axes: gamma.axes }, gy, normalised, 1, true));
    if (gBeta >= 0) runs.push(elementwise(kernels, { at: gBeta, axes: beta.axes }, gy, null, 1, true));
    if (gx >= 0) {
      runs.push(elementwise(kernels, { at: scratch, axes: x.axes }, gy, gamma, 1, false));
      runs.push(() => kernels.layerNormGradient(gx, scratch, normalised.at, inverse.at, rows, width));
    }
    return () => {
      for (const run of runs) run();
    };
  },

  scratch: ([x = []]) => cellCount(x),

  explain: ({ output, cell, inputs: [x = []], attributes: { over, eps } }) => {
    const { width } = shapes(x, over);
    const row =
      output === INVERSE || output === MEAN || output === VARIANCE ? cell : Math.floor(cell / width);
    const across = Array.from({ length: width }, (_, d) => row * width + d);
    switch (output) {
      case NORMALISED:
        return sumOf([term(1, ofOutput(CENTRED, cell), ofOutput(INVERSE, row))]);
      case INVERSE:
        return functionOf('inverseSqrt', ofOutput(VARIANCE, row), eps);
      case MEAN:
        return sumOf(across.map((at) => term(1 / width, ofInput(0, at))));
      case CENTRED:
        return sumOf([term(1, ofInput(0, cell)), term(-1, ofOutput(MEAN, row))]);
      case VARIANCE:
        return sumOf(across.map((at) => term(1 / width, ofOutput(CENTRED, at), ofOutput(CENTRED, at))));
      default:
        return sumOf([
          term(1, ofInput(1, cell % width), ofOutput(NORMALISED, cell)),
          term(1, ofInput(2, cell % width)),
        ]);
    }
  },
};

/** γ (x − mean)/√(var + eps) + β along the last axis, which is `over`. */
export function layerNorm(
  graph: Graph,
  x: Value,
  gamma: Value,
  beta: Value,
  over: string,
  eps = 1e-5,
): Value {
  return graph.apply(layerNormOp, [x, gamma, beta], { over, eps })[0] as Value;
}
