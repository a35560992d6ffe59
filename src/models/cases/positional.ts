/** @file positional: sinusoidal positions, PE(p, 2i) = sin(p / 10000^(2i/d)), PE(p, 2i+1) = cos(the same) (Vaswani 2017, section 3.5). */

import type { Graph, Value } from '../../engine/graph.ts';
import { scale } from '../../engine/ops/add.ts';
import { concat } from '../../engine/ops/concat.ts';
import { gather } from '../../engine/ops/gather.ts';
import { map } from '../../engine/ops/map.ts';
import { multiply } from '../../engine/ops/multiply.ts';
import { CaseError } from './tensorData.ts';
import type { CaseProgram } from './program.ts';

const BASE = 10000;

/** Positions past this would be a table that nobody can look at (and may not fit into memory). */
const MOST_CELLS = 2 ** 22;

export const positionalProgram: CaseProgram = {
  id: 'positional',
  prepare(desk) {
    const [n, d] = ['n', 'd'].map((name) => {
      const size = desk.whole(name);
      if (size === undefined)
        throw new CaseError(`options.${name} is missing; expected a whole number of at least 1`);
      return size;
    }) as [number, number];
    if (n * d > MOST_CELLS) {
      throw new CaseError(
        `options.n is ${n} and d is ${d}; expected at most ${MOST_CELLS} numbers, n times d`,
      );
    }
    return () => [{ name: 'pe', value: positions(desk.graph, n, d), axes: ['p', 'k'] }];
  },
};

/** pe [k, p]: column k of position p (0-based). */
function positions(graph: Graph, n: number, d: number): Value {
  const pairs = Math.ceil(d / 2);
  const count = (size: number): number[] => Array.from({ length: size }, (_, k) => k);
  const p = graph.input('p', [{ name: 'p', size: n }], count(n));
  const i = graph.input('i', [{ name: 'i', size: pairs }], count(pairs));
  const exponent = scale(graph, i, (-2 * Math.log(BASE)) / d);
  const frequency = graph.named('frequency', map(graph, 'exp', exponent));
  const angle = graph.named('angle', multiply(graph, frequency, p));
  const [sine, cosine] = [map(graph, 'sin', angle), map(graph, 'cos', angle)];
  const table = concat(graph, [graph.named('sin', sine), graph.named('cos', cosine)], 'i');
  // Sines and cosines stand alternately; an odd width ends with a sine.
  const order = count(d).map((k) => (k % 2) * pairs + Math.floor(k / 2));
  const places = graph.input('order', [{ name: 'k', size: d }], order);
  return graph.named('pe', gather(graph, table, places), 'output');
}
