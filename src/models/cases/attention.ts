/** @file The encoder–decoder family: one program for each way of looking at a memory. */

import { renamed, type Graph, type Value } from '../../engine/graph.ts';
import { concat } from '../../engine/ops/concat.ts';
import { contract } from '../../engine/ops/contract.ts';
import { tanh } from '../../engine/ops/map.ts';
import { attentions, mechanisms } from '../../mechanisms/all.ts';
import type { Attention, AttendOptions } from '../../mechanisms/attend.ts';
import { hard } from '../../mechanisms/hard.ts';
import { localM } from '../../mechanisms/localM.ts';
import { localP } from '../../mechanisms/localP.ts';
import type { Mechanism } from '../../mechanisms/mechanism.ts';
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
export function readAttendOptions(desk: Desk, mechanism: Pick<Attention, 'takes'> = {}): AttendOptions {
  const temperature = desk.positive('temperature') ?? 1;
  const normaliser = desk.choice('normaliser', ['softmax', 'sparsemax', 'entmax-1.5']);
  const takes = mechanism.takes ?? [];
  const scale = takes.includes('scale') ? desk.number('scale') : undefined;
  const beta = takes.includes('beta') ? desk.take('inputs', 'beta', [['i', 'T']]) : undefined;
  const D = takes.includes('D') ? desk.positive('D') : undefined;
  const seed = takes.includes('seed') ? desk.seed('seed') : undefined;
  const pick = takes.includes('pick') ? desk.choice('pick', ['sample', 'argmax']) : undefined;
  return {
    temperature,
    normaliser,
    ...(D === undefined ? {} : { D }),
    ...(seed === undefined ? {} : { seed }),
    ...(pick === undefined ? {} : { pick }),
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

/** What is printed of a look, in this order, with the axes of each. */
const outputs = [
  ['e', ['i', 'j']],
  ['masked', ['i', 'j']],
  ['alpha', ['i', 'j']],
  ['c', ['i', 'v']],
  ['p', ['i']],
  ['fallback', ['i']],
  ['picked', ['i']],
] as const;

/** The mechanisms that may have any score. */
const withScore: Readonly<Record<string, (score: Mechanism) => Attention>> = {
  'local-m': localM,
  'local-p': localP,
  hard,
};

/** The mechanism of that id with the score that the file asks for, if it may have any. */
function chosen(desk: Desk, listed: Attention): Attention {
  const build = withScore[listed.id];
  if (build === undefined) return listed;
  const ids = mechanisms.map(({ id }) => id);
  const id = desk.choice('score', ['general', ...ids.filter((one) => one !== 'general')]);
  const score = mechanisms.find((one) => one.id === id);
  return score === undefined ? listed : build(score);
}

function attentionProgram(listed: Attention): CaseProgram {
  return {
    id: listed.id,
    prepare(desk) {
      const { graph } = desk;
      const mechanism = chosen(desk, listed);
      const { s, h, values, mask: visible } = readMemory(desk);
      const p = scoreParameters(desk, mechanism);
      const W_c = readAttentional(desk, values, s);
      const given = takeGivenScores(desk, [
        ['i', 'T'],
        ['j', 'S'],
      ]);
      const options = { ...readAttendOptions(desk, mechanism), ...given };
      return () => {
        // What is read without a query has a row for each only by its mask.
        const rows = mechanism.reads === 'forward';
        const mask = visible ?? (rows ? openMask(desk, desk.size('T'), desk.size('S')) : undefined);
        announceTo(graph)('annotations');
        const prepared = mechanism.prepare(graph, h, p);
        const memory = { keys: h, values, prepared, ...(mask === undefined ? {} : { mask }) };
        const made = mechanism.look(graph, { query: s, memory, p, row: 0 }, options, announceTo(graph));
        return [
          ...outputs.flatMap(([name, axes]) => {
            const value = made[name];
            return value === undefined ? [] : [{ name, value, axes }];
          }),
          ...attentionalState(graph, W_c, made.c, s),
        ];
      };
    },
  };
}

export const attentionPrograms: readonly CaseProgram[] = attentions.map(attentionProgram);
