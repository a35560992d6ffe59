/** @file What is said about case files that are wrong in ways the fixtures do not have. */

import { describe, expect, it } from 'vitest';
import { runCase } from '../../../src/models/cases/run.ts';

const tensor = (...shape: number[]): { shape: number[]; data: number[] } => ({
  shape,
  data: Array.from({ length: shape.reduce((count, size) => count * size, 1) }, (_, k) => Math.sin(k + 1)),
});

const dot = { mechanism: 'dot', inputs: { s: tensor(2, 3), h: tensor(4, 3) } };
const self = {
  mechanism: 'self',
  inputs: { X: tensor(3, 4) },
  params: { W_Q: tensor(4, 4), W_K: tensor(4, 4), W_V: tensor(6, 4) },
};
const given = { mechanism: 'self', inputs: { Q: tensor(4, 3, 2), K: tensor(2, 5, 2), V: tensor(2, 5, 3) } };
const cell = Object.fromEntries(
  ['_z', '_r', ''].flatMap((gate) => [
    [`cell_W${gate}`, tensor(3, 5)],
    [`cell_U${gate}`, tensor(3, 3)],
  ]),
);
const decoder = {
  mechanism: 'decoder',
  inputs: { y: tensor(2, 2), h: tensor(4, 3), s0: tensor(3) },
  params: { ...cell, W_out: tensor(5, 3) },
  options: { score: 'dot' },
};
const layerNorm = {
  mechanism: 'layer-norm',
  inputs: { x: tensor(2, 3) },
  params: { gamma: tensor(3), beta: tensor(3) },
};

describe('runCase refuses', () => {
  it.each<[string, object, RegExp]>([
    [
      'a field that case files do not have',
      { ...dot, expcted: {} },
      /^the file has an unknown field "expcted"; expected mechanism, inputs/,
    ],
    [
      'a tensor with a third field',
      { ...dot, inputs: { ...dot.inputs, s: { ...tensor(2, 3), dtype: 'f4' } } },
      /^inputs\.s has an unknown field "dtype"; expected shape, data/,
    ],
    ['a negative tolerance', { ...dot, tolerance: -1 }, /^tolerance is -1; expected a number of at least 0/],
    ['a source that is no text', { ...dot, source: 7 }, /^source is 7; expected a text/],
    ['a list of inputs', { ...dot, inputs: [] }, /^inputs is \[\]; expected an object/],
    ['expectations that are no object', { ...dot, expected: null }, /^expected is null; expected an object/],
    [
      'a gradient that is no object',
      { ...dot, gradient: 'c' },
      /^gradient is "c"; expected an object with of, upstream and wrt/,
    ],
    [
      'an expected NaN',
      { ...dot, expected: { c: { shape: [1], data: ['NaN'] } } },
      /^expected\.c: number 1 of data is "NaN"; expected a number, "-Infinity" or "Infinity"/,
    ],
    [
      'a gradient with respect to a mask',
      {
        ...dot,
        inputs: { ...dot.inputs, mask: { shape: [2, 4], data: [1, 1, 1, 1, 1, 1, 1, 1] } },
        gradient: { of: 'c', upstream: tensor(2, 3), wrt: ['mask'] },
      },
      /^gradient\.wrt: name 1 is "mask"; expected one of s, h$/,
    ],
    [
      'a scale for a score that has none',
      { ...dot, options: { scale: 2 } },
      /^options\.scale is unknown to dot here; expected temperature, normaliser/,
    ],
    [
      'an option of a name that objects have',
      { ...dot, options: { constructor: 2 } },
      /^options\.constructor is unknown to dot/,
    ],
    [
      'an unknown input of a name that objects have',
      {
        ...dot,
        inputs: JSON.parse(
          '{"s": {"shape": [1], "data": [1]}, "__proto__": {"shape": [1], "data": [1]}}',
        ) as object,
      },
      /^inputs\.s: shape is \[1\]; expected 2 axes/,
    ],
    [
      'heads beside Q that are not those of Q',
      { ...given, options: { heads: 3 } },
      /^options\.heads is 3; expected 4, as Q and K are given/,
    ],
    [
      'groups that do not divide the heads',
      { ...self, options: { heads: 4, kv_heads: 3 } },
      /^options\.kv_heads is 3; expected a divisor of the 4 heads/,
    ],
    [
      'groups that do not divide the rows',
      { ...self, options: { heads: 4, kv_heads: 4 } },
      /^options\.kv_heads is 4; expected a divisor of the 6 rows of W_V/,
    ],
    [
      'a bias of W_O without W_O',
      { ...self, params: { ...self.params, b_O: tensor(2) } },
      /^params\.b_O is unknown to self here/,
    ],
    [
      'a projection beside given Q, K and V',
      { ...given, params: { W_Q: tensor(2, 2) } },
      /^params\.W_Q is unknown to self here; expected W_O/,
    ],
    [
      'the deep read-out of the other order',
      { ...decoder, options: { order: 'update-first', readout: 'deep' } },
      /^options\.readout is "deep" with order "update-first"/,
    ],
    [
      'b_u where the reset gate acts before',
      { ...decoder, params: { ...decoder.params, cell_b_u: tensor(3) } },
      /^params\.cell_b_u is unknown to decoder here/,
    ],
    [
      'an input that is also a parameter',
      { ...layerNorm, inputs: { ...layerNorm.inputs, gamma: tensor(3) } },
      /^params\.gamma is given twice/,
    ],
    [
      'a negative eps',
      { ...layerNorm, options: { eps: -1 } },
      /^options\.eps is -1; expected a number of at least 0/,
    ],
    [
      'equal cells without eps',
      {
        ...layerNorm,
        inputs: { x: { shape: [2, 2], data: [1, 2, 3, 3] } },
        params: { gamma: tensor(2), beta: tensor(2) },
        options: { eps: 0 },
      },
      /^options\.eps is 0 and row 2 of inputs\.x has equal cells; expected a positive eps/,
    ],
    [
      'a softmax of no axis',
      { mechanism: 'softmax', inputs: { x: { shape: [], data: [1] } } },
      /^inputs\.x: shape is \[\]; expected at least one axis/,
    ],
    [
      'more positions than can be shown',
      { mechanism: 'positional', options: { n: 1e6, d: 1e6 } },
      /^options\.n is 1000000 and d is 1000000; expected at most/,
    ],
    [
      'a gradient of positions',
      {
        mechanism: 'positional',
        options: { n: 1, d: 2 },
        gradient: { of: 'pe', upstream: tensor(1, 2), wrt: ['n'] },
      },
      /^gradient\.wrt: name 1 is "n"; expected an empty list/,
    ],
  ])('%s', (_, json, message) => {
    expect(() => runCase(json)).toThrow(message);
  });

  it('with a message of one line and of a size that can be read', () => {
    const long = { ...dot, mechanism: `dot\n${'x'.repeat(1000)}` };
    try {
      runCase(long);
      expect.unreachable();
    } catch (error) {
      const message = error instanceof Error ? error.message : '';
      expect(message).toMatch(/^mechanism is "dot\\nx+…; expected one of none/);
      expect(message.length).toBeLessThan(400);
      expect(message).not.toMatch(/\n/);
    }
  });
});

describe('runCase takes', () => {
  it('gamma and beta beside x as well as among the parameters', () => {
    const { outputs } = runCase(layerNorm);
    const { x } = layerNorm.inputs;
    const beside = runCase({ mechanism: 'layer-norm', inputs: { x, ...layerNorm.params } });
    expect(beside.outputs).toEqual(outputs);
  });

  it('a case without inputs, parameters or options, where none are needed but options', () => {
    const { outputs } = runCase({ mechanism: 'positional', options: { n: 1, d: 3 } });
    expect(outputs.get('pe')).toEqual({ shape: [1, 3], data: Float64Array.of(0, 1, 0) });
  });

  it('scores too large for float64, and says so by NaN and not by a pass', () => {
    const big = { shape: [1, 1], data: [1e200] };
    const { outputs, verdict } = runCase({
      mechanism: 'dot',
      inputs: { s: big, h: big },
      expected: { c: { shape: [1, 1], data: [1e200] } },
    });
    expect(outputs.get('e')?.data).toEqual(Float64Array.of(Infinity));
    expect(verdict).toMatchObject({ pass: false, failed: ['c'] });
  });

  it('rows of a length at which spread arguments overflow the stack', () => {
    const x = { shape: [200_000], data: Array.from({ length: 200_000 }, (_, k) => (k === 7 ? 3 : 0)) };
    for (const mechanism of ['sparsemax', 'entmax-1.5']) {
      expect(runCase({ mechanism, inputs: { x } }).outputs.get('y')?.data[7]).toBe(1);
    }
  });
});
