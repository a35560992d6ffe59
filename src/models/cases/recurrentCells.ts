/** @file gru and lstm: states of a recurrent cell over a sequence. */

import { pick } from '../../engine/ops/slice.ts';
import type { Parameters } from '../../mechanisms/mechanism.ts';
import { gruStates, type GruOptions } from '../recurrent/gruCell.ts';
import { lstm, lstmGates } from '../recurrent/lstm.ts';
import type { AxisPlan, Desk } from './desk.ts';
import { output, type CaseProgram } from './program.ts';
import { collect } from './scoreParameters.ts';

const state: AxisPlan = ['d', 'd'];

/** W [d, x], U [d, d], b [d] of each gate; with a prefix in the file, without one in the program. */
function gateParameters(
  desk: Desk,
  gates: readonly string[],
  input: AxisPlan,
  { prefix = '', d = state }: { prefix?: string; d?: AxisPlan },
): Parameters {
  const recurrent: AxisPlan = ["d'", d[1]];
  return collect(
    desk,
    gates.flatMap((gate) => [
      { name: `${prefix}W${gate}`, as: `W${gate}`, axes: [d, input] },
      { name: `${prefix}U${gate}`, as: `U${gate}`, axes: [d, recurrent] },
      { name: `${prefix}b${gate}`, as: `b${gate}`, axes: [d], optional: true },
    ]),
  );
}

/** The options `reset` and `update`. */
export function readGruOptions(desk: Desk): GruOptions {
  return {
    reset: desk.choice('reset', ['before', 'after']),
    update: desk.choice('update', ['candidate', 'keep']),
  };
}

/** A GRU's parameters, b_u among them where the reset gate acts after the product. */
export function gruParameters(
  desk: Desk,
  { reset }: GruOptions,
  input: AxisPlan,
  { prefix = '', d = state }: { prefix?: string; d?: AxisPlan } = {},
): Parameters {
  const gates = gateParameters(desk, ['_z', '_r', ''], input, { prefix, d });
  if (reset === 'before') return gates;
  return {
    ...gates,
    ...collect(desk, [{ name: `${prefix}b_u`, as: 'b_u', axes: [d], optional: true }]),
  };
}

const gruProgram: CaseProgram = {
  id: 'gru',
  prepare(desk) {
    const { graph } = desk;
    const x = desk.need('inputs', 'x', [
      ['t', 'T'],
      ['x', 'd_in'],
    ]);
    const options = readGruOptions(desk);
    const given = desk.take('inputs', 'h0', [state]);
    const p = gruParameters(desk, options, ['x', 'd_in']);
    return () => {
      const h = graph.named('h', gruStates(graph, p, x, given ?? desk.zeros('h0', [state]), 't', options));
      const last = graph.named('h_last', pick(graph, h, 't', desk.size('T') - 1));
      return [output('h', h), output('h_last', last)];
    };
  },
};

const lstmProgram: CaseProgram = {
  id: 'lstm',
  prepare(desk) {
    const { graph } = desk;
    const x = desk.need('inputs', 'x', [
      ['t', 'T'],
      ['x', 'd_in'],
    ]);
    const h0 = desk.take('inputs', 'h0', [state]);
    const c0 = desk.take('inputs', 'c0', [state]);
    const p = gateParameters(
      desk,
      lstmGates.map((gate) => `_${gate}`),
      ['x', 'd_in'],
      {},
    );
    return () => {
      const start = [h0 ?? desk.zeros('h0', [state]), c0 ?? desk.zeros('c0', [state])] as const;
      const { h, cell } = lstm(graph, p, x, ...start);
      const last = graph.named('h_last', pick(graph, h, 't', desk.size('T') - 1));
      return [output('h', h), output('cell', cell), output('h_last', last)];
    };
  },
};

export const recurrentPrograms: readonly CaseProgram[] = [gruProgram, lstmProgram];
