/** @file The LSTM: i, f, o = σ(W x + U h + b), g = tanh(W x + U h + b); c′ = f ∘ c + i ∘ g; h′ = o ∘ tanh(c′); no peepholes. */

import { renamed, type Graph, type Value } from '../../engine/graph.ts';
import { add } from '../../engine/ops/add.ts';
import { contract } from '../../engine/ops/contract.ts';
import { map, tanh } from '../../engine/ops/map.ts';
import { multiply } from '../../engine/ops/multiply.ts';
import { pick } from '../../engine/ops/slice.ts';
import { stack } from '../../engine/ops/stack.ts';
import { findAxis } from '../../engine/tensor.ts';
import { parameter, type Parameters } from '../../mechanisms/mechanism.ts';

export const lstmGates = ['i', 'f', 'g', 'o'] as const;

/** All states h and cells c, [t, d] each, of x [t, x]. W [d, x], U [d, d'] (d' of d's size), b [d] or absent, a gate. */
export function lstm(graph: Graph, p: Parameters, x: Value, h0: Value, c0: Value): { h: Value; cell: Value } {
  // The input's part of each gate is made for all steps at once.
  const inputs = lstmGates.map((gate) => {
    const product = contract(graph, x, parameter(p, `W_${gate}`), 'x');
    const bias = p[`b_${gate}`];
    return graph.named(`x_${gate}`, bias === undefined ? product : add(graph, product, bias));
  });
  const states: Value[] = [];
  const cells: Value[] = [];
  let [h, c] = [h0, c0];
  for (let t = 0; t < (findAxis(x.axes, 't')?.size ?? 0); t++) {
    const before = renamed(h, { d: "d'" });
    const [i, f, g, o] = lstmGates.map((gate, k) => {
      const product = contract(graph, parameter(p, `U_${gate}`), before, "d'");
      const sum = add(graph, pick(graph, inputs[k] as Value, 't', t), graph.named(`U_${gate}_h`, product));
      return graph.named(gate, map(graph, gate === 'g' ? 'tanh' : 'sigmoid', graph.named(`${gate}_in`, sum)));
    }) as [Value, Value, Value, Value];
    const kept = graph.named('kept', multiply(graph, f, c));
    c = graph.named('cell', add(graph, kept, graph.named('added', multiply(graph, i, g))));
    h = graph.named('h', multiply(graph, o, graph.named('tanh_cell', tanh(graph, c))));
    states.push(h);
    cells.push(c);
  }
  return {
    h: graph.named('h', stack(graph, states, 't')),
    cell: graph.named('cell', stack(graph, cells, 't')),
  };
}
