/** @file Random applications of every op: shapes, values and attributes, away from kinks. A new op needs one here. */

import fc from 'fast-check';
import { functions } from '../../../src/engine/kernels/functions.ts';
import type { FunctionName } from '../../../src/engine/kernels/kernels.ts';
import { ops } from '../../../src/engine/ops/all.ts';
import type { Attributes, Op } from '../../../src/engine/op.ts';
import { cellCount, type Axes } from '../../../src/engine/tensor.ts';
import { Random } from '../../../src/lib/random.ts';
import type { Sample, SampleOperand } from './bench.ts';

/** What samples are drawn with: small sizes, a seed for the cells, and how large these are. */
export interface Draw {
  readonly size: (low?: number, high?: number) => number;
  readonly oneOf: <T>(...choices: readonly T[]) => T;
  readonly cells: (axes: Axes) => number[];
  readonly random: Random;
  /** What cells are multiplied by: 1, or large for the laws that hold at any size. */
  readonly scale: number;
}

const letters = ['a', 'b', 'c', 'd', 'e'];

/** Named axes of random sizes. */
function axesOf(draw: Draw, rank: number, first = 0): Axes {
  return Array.from({ length: rank }, (_, k) => ({ name: letters[first + k] ?? `x${k}`, size: draw.size() }));
}

function operand(draw: Draw, name: string, axes: Axes): SampleOperand {
  return { name, axes, cells: draw.cells(axes) };
}

function whole(draw: Draw, name: string, axes: Axes, below: number): SampleOperand {
  const cells = Array.from({ length: cellCount(axes) }, () => Math.floor(draw.random.next() * below));
  return { name, axes, cells, discrete: true };
}

/** The named op as the laws see it. */
function opNamed(name: string): Op {
  const op = ops.get(name);
  if (op === undefined) throw new Error(`there is no op ${name}`);
  return op;
}

function sample(name: string, operands: readonly SampleOperand[], attributes: Attributes = {}): Sample {
  return { op: opNamed(name), operands, attributes };
}

/** Some of the axes, in the same order. */
function someAxes(draw: Draw, axes: Axes): Axes {
  return axes.filter(() => draw.oneOf(true, true, false));
}

/** In another order. */
function shuffled(draw: Draw, axes: Axes): Axes {
  return axes
    .map((axis) => ({ axis, by: draw.random.next() }))
    .toSorted((x, y) => x.by - y.by)
    .map(({ axis }) => axis);
}

/** Scores of which some are −∞, but not a whole row. */
function hiding(draw: Draw, axes: Axes, over: string): SampleOperand {
  const cells = draw.cells(axes);
  const at = axes.findIndex((axis) => axis.name === over);
  const n = axes[at]?.size ?? 1;
  const inner = cellCount(axes.slice(at + 1));
  return {
    name: 'x',
    axes,
    cells: cells.map((cell, k) =>
      Math.floor(k / inner) % n > 0 && draw.random.next() < 0.25 ? -Infinity : cell,
    ),
  };
}

function normaliser(name: string): (draw: Draw) => Sample {
  return (draw) => {
    const axes = axesOf(draw, draw.size(1, 3));
    const over = draw.oneOf(...axes.map((axis) => axis.name));
    const x = draw.oneOf(true, false) ? hiding(draw, axes, over) : operand(draw, 'x', axes);
    return sample(name, [x], { over, temperature: draw.oneOf(1, 0.4, 3) });
  };
}

/** Where each function is defined, and away from its kinks. */
function inDomain(f: FunctionName, constant: number, x: number): number {
  if (f === 'log' || f === 'sqrt' || f === 'inverseSqrt') return Math.abs(x) + 0.1;
  if (f === 'reciprocal') return x + Math.sign(x) * 0.2;
  if (f === 'exp') return Math.max(-20, Math.min(20, x));
  const kink = f === 'atLeast' ? constant : f === 'relu' || f === 'leakyRelu' || f === 'elu' ? 0 : undefined;
  return kink !== undefined && Math.abs(x - kink) < 0.02 ? kink + 0.05 : x;
}

function mapSample(draw: Draw): Sample {
  const f = draw.oneOf(...(Object.keys(functions) as FunctionName[]));
  const constant = { leakyRelu: 0.2, inverseSqrt: 0.01, atLeast: 0.3, scale: -1.7 }[f as string] ?? 0;
  const x = operand(draw, 'x', axesOf(draw, draw.size(0, 3)));
  return sample('map', [{ ...x, cells: x.cells.map((cell) => inDomain(f, constant, cell)) }], {
    f,
    constant,
  });
}

function gruSample(draw: Draw): Sample {
  const over = draw.oneOf('', 't', 't');
  const d = { name: 'd', size: draw.size(1, 3) };
  const one: Axes = draw.oneOf([d], [{ name: 'b', size: draw.size(1, 3) }, d]);
  const x: Axes = over === '' ? one : [{ name: 't', size: draw.size(1, 4) }, ...one];
  const U: Axes = [d, { name: "d'", size: d.size }];
  const reset = draw.oneOf('before', 'after');
  const names = ['x_z', 'x_r', 'x_h'].map((name) => operand(draw, name, x));
  const matrices = ['U_z', 'U_r', 'U'].map((name) => operand(draw, name, U));
  const bias = reset === 'after' ? [operand(draw, 'b_u', [d])] : [];
  return sample('gru', [...names, operand(draw, 'h0', one), ...matrices, ...bias], {
    over,
    reverse: draw.oneOf(true, false),
    reset,
    update: draw.oneOf('candidate', 'keep'),
  });
}

/** Cells no two of which are close, so that none changes places when one is moved a little. */
function apart(draw: Draw, axes: Axes): SampleOperand {
  const order = Array.from({ length: cellCount(axes) }, (_, k) => k)
    .map((k) => ({ k, by: draw.random.next() }))
    .toSorted((x, y) => x.by - y.by)
    .map(({ k }) => draw.scale * (0.3 * k - 2));
  return { name: 'x', axes, cells: order };
}

function contractSample(draw: Draw): Sample {
  const all = axesOf(draw, draw.size(1, 5));
  const [a, b] = [shuffled(draw, someAxes(draw, all)), shuffled(draw, someAxes(draw, all))];
  const over = a.filter((axis) => b.includes(axis) && draw.oneOf(true, true, false)).map((axis) => axis.name);
  return sample('contract', [operand(draw, 'a', a), operand(draw, 'b', b)], { over });
}

function addSample(draw: Draw): Sample {
  const all = axesOf(draw, draw.size(0, 5));
  const operands = Array.from({ length: draw.size(1, 3) }, (_, k) =>
    operand(draw, `x${k + 1}`, k === 0 ? all : shuffled(draw, someAxes(draw, all))),
  );
  return sample('add', draw.oneOf(true, false) ? operands : operands.toReversed(), {
    factors: operands.map(() => draw.oneOf(1, -1, 0.25, 0, -3)),
  });
}

function concatSample(draw: Draw): Sample {
  const axes = axesOf(draw, draw.size(1, 4));
  const over = draw.oneOf(...axes.map((axis) => axis.name));
  const operands = Array.from({ length: draw.size(1, 3) }, (_, k) =>
    operand(
      draw,
      `x${k + 1}`,
      axes.map((axis) => (axis.name === over ? { ...axis, size: draw.size() } : axis)),
    ),
  );
  return sample('concat', operands, { over });
}

function sliceSample(draw: Draw): Sample {
  const axes = axesOf(draw, draw.size(1, 4));
  const axis = draw.oneOf(...axes);
  const from = Math.floor(draw.random.next() * axis.size);
  const keep = draw.oneOf(true, false);
  const to = keep ? from + 1 + Math.floor(draw.random.next() * (axis.size - from)) : from + 1;
  return sample('slice', [operand(draw, 'x', axes)], { over: axis.name, from, to, keep });
}

function maskSample(draw: Draw): Sample {
  const axes = axesOf(draw, draw.size(1, 4));
  return sample('mask', [
    operand(draw, 'e', axes),
    whole(draw, 'mask', shuffled(draw, someAxes(draw, axes)), 2),
  ]);
}

function replaceSample(draw: Draw): Sample {
  const axes = axesOf(draw, draw.size(1, 4));
  return sample('replace', [
    operand(draw, 'e', axes),
    operand(draw, 'given', shuffled(draw, someAxes(draw, axes))),
    whole(draw, 'at', shuffled(draw, someAxes(draw, axes)), 2),
  ]);
}

function crossEntropySample(draw: Draw): Sample {
  const rows = axesOf(draw, draw.size(0, 2));
  // Of a single class the loss is 0 whatever the logits are, by terms that cancel.
  const classes = { name: 'v', size: draw.size(2, 5) };
  return sample(
    'cross-entropy',
    [operand(draw, 'logits', [...rows, classes]), whole(draw, 'targets', rows, classes.size)],
    { over: 'v' },
  );
}

function layerNormSample(draw: Draw): Sample {
  // A row of one cell is its own mean: what is left is β, by terms that cancel. In a row of two, what remains of x is of the order of eps.
  const d = { name: 'd', size: draw.size(3, 5) };
  return sample(
    'layer-norm',
    [
      operand(draw, 'x', [...axesOf(draw, draw.size(0, 2)), d]),
      operand(draw, 'gamma', [d]),
      operand(draw, 'beta', [d]),
    ],
    { over: 'd', eps: draw.oneOf(1e-5, 0.1) },
  );
}

function gatherSample(draw: Draw): Sample {
  const table: Axes = [{ name: 'x', size: draw.size() }, ...axesOf(draw, draw.size(0, 2))];
  const ids = axesOf(draw, draw.size(0, 2), 3);
  return sample('gather', [operand(draw, 'table', table), whole(draw, 'ids', ids, table[0]?.size ?? 1)]);
}

function overOneAxis(
  name: string,
  attributes: (draw: Draw) => Attributes,
  spread: boolean,
): (draw: Draw) => Sample {
  return (draw) => {
    const axes = axesOf(draw, draw.size(1, 4));
    const over = draw.oneOf(...axes.map((axis) => axis.name));
    return sample(name, [spread ? apart(draw, axes) : operand(draw, 'x', axes)], {
      over,
      ...attributes(draw),
    });
  };
}

function stackSample(draw: Draw): Sample {
  const axes = axesOf(draw, draw.size(0, 3));
  const operands = Array.from({ length: draw.size(1, 3) }, (_, k) => operand(draw, `x${k + 1}`, axes));
  return sample('stack', operands, { as: 'new' });
}

function multiplySample(draw: Draw): Sample {
  const all = axesOf(draw, draw.size(0, 5));
  return sample('multiply', [
    operand(draw, 'a', shuffled(draw, someAxes(draw, all))),
    operand(draw, 'b', shuffled(draw, someAxes(draw, all))),
  ]);
}

/** Offsets no two of which are equally far, and none of which is at the edge. */
function windowSample(draw: Draw): Sample {
  const axes = axesOf(draw, draw.size(1, 4));
  const over = draw.oneOf(...axes.map((axis) => axis.name));
  const offset = apart(draw, axes);
  const masks = draw.oneOf(true, false) ? [whole(draw, 'mask', shuffled(draw, someAxes(draw, axes)), 2)] : [];
  return sample(
    'window',
    [{ ...offset, name: 'offset', cells: offset.cells.map((cell) => cell + 0.04) }, ...masks],
    {
      over,
      reach: draw.scale * draw.oneOf(0.02, 0.7, 1.3, 9),
    },
  );
}

/** Shares, and numbers that are not near where one place ends and the next begins. */
function drawSample(draw: Draw): Sample {
  const axes = axesOf(draw, draw.size(1, 3));
  const over = draw.oneOf(...axes.map((axis) => axis.name));
  const n = axes.find((axis) => axis.name === over)?.size ?? 1;
  const rows = axes.filter((axis) => axis.name !== over);
  // Equal shares: place k begins at k / n.
  const cells = Array.from({ length: cellCount(rows) }, () => (Math.floor(draw.random.next() * n) + 0.5) / n);
  return sample(
    'draw',
    [
      { name: 'alpha', axes, cells: Array.from({ length: cellCount(axes) }, () => 1 / n) },
      { name: 'u', axes: rows, cells },
    ],
    { over },
  );
}

/** One generator an op. */
export const generators: Readonly<Record<string, (draw: Draw) => Sample>> = {
  add: addSample,
  concat: concatSample,
  contract: contractSample,
  'cross-entropy': crossEntropySample,
  draw: drawSample,
  'entmax-1.5': normaliser('entmax-1.5'),
  gather: gatherSample,
  gru: gruSample,
  'layer-norm': layerNormSample,
  map: mapSample,
  mask: maskSample,
  replace: replaceSample,
  max: overOneAxis('max', () => ({}), true),
  multiply: multiplySample,
  slice: sliceSample,
  softmax: normaliser('softmax'),
  sparsemax: normaliser('sparsemax'),
  stack: stackSample,
  sum: overOneAxis('sum', (draw) => ({ mean: draw.oneOf(true, false) }), false),
  window: windowSample,
};

/** The draw of one seed; cells up to 2 · scale in size. */
export function drawOf(seed: number, largest: number, scale: number): Draw {
  const random = new Random(seed);
  return {
    random,
    scale,
    size: (low = 1, high = largest) => low + Math.floor(random.next() * (Math.max(low, high) - low + 1)),
    oneOf: (...choices) => {
      const choice = choices[Math.floor(random.next() * choices.length)];
      if (choice === undefined) throw new Error('there is nothing to choose from');
      return choice;
    },
    cells: (axes) => Array.from({ length: cellCount(axes) }, () => (4 * random.next() - 2) * scale),
  };
}

/** Samples of an op: fast-check chooses the seed, the largest size (which it makes smaller when a law is broken) and the scale. */
export function samplesOf(
  generate: (draw: Draw) => Sample,
  scales: readonly [number, ...number[]] = [1],
): fc.Arbitrary<Sample> {
  return fc
    .record({
      largest: fc.integer({ min: 1, max: 4 }),
      scale: fc.constantFrom(...scales),
      seed: fc.integer({ min: 0, max: 2 ** 31 }),
    })
    .map(({ largest, scale, seed }) => generate(drawOf(seed, largest, scale)));
}
