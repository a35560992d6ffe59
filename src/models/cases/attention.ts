/** @file The encoder–decoder family: one program for each score, and one for no attention at all. */

import { renamed, type Graph, type Value } from '../../engine/graph.ts';
import { concat } from '../../engine/ops/concat.ts';
import { contract } from '../../engine/ops/contract.ts';
import { tanh } from '../../engine/ops/map.ts';
import { mechanisms } from '../../mechanisms/all.ts';
import { attend, type AttendOptions } from '../../mechanisms/attend.ts';
import type { Mechanism } from '../../mechanisms/mechanism.ts';
import { none, readLast } from '../../mechanisms/none.ts';
import type { Desk } from './desk.ts';
import { announceTo, output, type CaseProgram, type Output } from './program.ts';
import { scoreParameters } from './scoreParameters.ts';
import { openMask, takeGivenScores, takeMask } from './visible.ts';

/** s [T, d_s], h [S, d_h], what is read (h itself if `values` is absent), the mask. */
function readMemory(desk: Desk): { s: Value; h: Value; values: Value; mask: Value | undefined } {
  const s = desk.need('inputs', 's', [
    ['i', 'T'],
    ['m', 'd_s'],
  ]);
  const h = desk.need('inputs', 'h', [
    ['j', 'S'],
    ['n', 'd_h'],
  ]);
  const values = desk.take('inputs', 'values', [
    ['j', 'S'],
    ['v', 'd_v'],
  ]);
  const mask = takeMask(desk, [
    ['i', 'T'],
    ['j', 'S'],
  ]);
  return { s, h, values: values ?? renamed(h, { n: 'v' }), mask };
}

/** Temperature and normaliser, and what this score has a place for besides. */
export function readAttendOptions(desk: Desk, mechanism: Mechanism | undefined): AttendOptions {
  const temperature = desk.positive('temperature') ?? 1;
  const normaliser = desk.choice('normaliser', ['softmax', 'sparsemax', 'entmax-1.5']);
  const takes = mechanism?.takes ?? [];
  const scale = takes.includes('scale') ? desk.number('scale') : undefined;
  const beta = takes.includes('beta') ? desk.take('inputs', 'beta', [['i', 'T']]) : undefined;
  return {
    temperature,
    normaliser,
    ...(scale === undefined ? {} : { scale }),
    ...(beta === undefined ? {} : { beta }),
  };
}

/** W_c [d, d_c + d_s], if it is given: h̃_t = tanh(W_c [c_t ; s_t]). */
function readAttentional(desk: Desk, values: Value, s: Value): Value | undefined {
  const width = (value: Value): number => value.axes.at(-1)?.size ?? 0;
  return desk.take('params', 'W_c', [
    ['d', 'd'],
    ['x', 'd_c + d_s', width(values) + width(s)],
  ]);
}

function attentionalState(graph: Graph, W_c: Value | undefined, c: Value, s: Value): Output[] {
  if (W_c === undefined) return [];
  const both = concat(graph, [renamed(c, { v: 'x' }), renamed(s, { m: 'x' })], 'x');
  return [output('h_tilde', graph.named('h_tilde', tanh(graph, contract(graph, both, W_c, 'x'))))];
}

function scoreProgram(mechanism: Mechanism): CaseProgram {
  return {
    id: mechanism.id,
    prepare(desk) {
      const { graph } = desk;
      const { s, h, values, mask } = readMemory(desk);
      const p = scoreParameters(desk, mechanism);
      const W_c = readAttentional(desk, values, s);
      const given = takeGivenScores(desk, [
        ['i', 'T'],
        ['j', 'S'],
      ]);
      const options = { ...readAttendOptions(desk, mechanism), ...given };
      return () => {
        announceTo(graph)('annotations');
        const prepared = mechanism.prepare(graph, h, p);
        const memory = { keys: h, values, prepared, ...(mask === undefined ? {} : { mask }) };
        const { e, masked, alpha, c } = attend(graph, mechanism, s, memory, p, options, announceTo(graph));
        return [
          { name: 'e', value: e, axes: ['i', 'j'] },
          { name: 'masked', value: masked, axes: ['i', 'j'] },
          { name: 'alpha', value: alpha, axes: ['i', 'j'] },
          { name: 'c', value: c, axes: ['i', 'v'] },
          ...attentionalState(graph, W_c, c, s),
        ];
      };
    },
  };
}

const noneProgram: CaseProgram = {
  id: none.id,
  prepare(desk) {
    const { graph } = desk;
    const { s, values, mask } = readMemory(desk);
    const W_c = readAttentional(desk, values, s);
    readAttendOptions(desk, undefined);
    return () => {
      const c = readLast(graph, values, mask ?? openMask(desk, desk.size('T'), desk.size('S')));
      return [output('c', c), ...attentionalState(graph, W_c, c, s)];
    };
  },
};

export const attentionPrograms: readonly CaseProgram[] = [noneProgram, ...mechanisms.map(scoreProgram)];
