/** @file decoder: the whole recurrent loop, teacher-forced, with any score and in both orders. */

import { renamed, type Value } from '../../engine/graph.ts';
import { attentions, mechanisms } from '../../mechanisms/all.ts';
import type { Parameters } from '../../mechanisms/mechanism.ts';
import { decode, type DecoderOptions } from '../recurrent/decoder.ts';
import { gruStates, type GruOptions } from '../recurrent/gruCell.ts';
import { mechanismOf } from '../seq2seq/mechanismOf.ts';
import { readAttendOptions } from './attention.ts';
import type { Desk } from './desk.ts';
import { announceTo, type CaseProgram } from './program.ts';
import { gruParameters, readGruOptions } from './recurrentCells.ts';
import { collect, scoreParameters } from './scoreParameters.ts';
import { CaseError } from './tensorData.ts';
import { openMask, takeGivenScores, takeMask } from './visible.ts';

function readOptions(desk: Desk): Omit<DecoderOptions, 'attend'> {
  const order = desk.choice('order', ['attend-first', 'update-first']);
  const readout = desk.choice('readout', ['state', 'deep']);
  if (order === 'update-first' && readout === 'deep') {
    throw new CaseError(
      'options.readout is "deep" with order "update-first"; expected "state", or "attend-first"',
    );
  }
  return { ...readGruOptions(desk), order, readout, inputFeeding: desk.flag('input_feeding') ?? true };
}

/** W_out and b_out; W_r and b_r of the deep read-out; W_c of update-first. */
function readoutParameters(desk: Desk, { order, readout }: Omit<DecoderOptions, 'attend'>): Parameters {
  const [d_y, d_h, d_s] = [desk.size('d_y'), desk.size('d_h'), desk.size('d_s')];
  const deep = readout === 'deep';
  const attentional =
    order === 'update-first'
      ? [
          {
            name: 'W_c',
            axes: [
              ['r', 'd'],
              ['x', 'd_h + d_s', d_h + d_s],
            ] as const,
          },
        ]
      : [];
  const deepened = deep
    ? [
        {
          name: 'W_r',
          axes: [
            ['r', 'd_r'],
            ['x', 'd_h + d_s + d_y', d_h + d_s + d_y],
          ] as const,
        },
        { name: 'b_r', axes: [['r', 'd_r']] as const, optional: true },
      ]
    : [];
  const read = collect(desk, [...attentional, ...deepened]);
  const label = order === 'update-first' ? 'd' : deep ? 'd_r' : 'd_s';
  return {
    ...read,
    ...collect(desk, [
      {
        name: 'W_out',
        axes: [
          ['w', 'V'],
          ['x', label],
        ],
      },
      { name: 'b_out', axes: [['w', 'V']], optional: true },
    ]),
  };
}

/** What can be attended, when it is asked for: h [S, d_h] as it is given, or the states of a GRU that reads x [S, d_x]. */
function readMemory(desk: Desk): () => Value {
  const x = desk.take('inputs', 'x', [
    ['j', 'S'],
    ['x', 'd_x'],
  ]);
  if (x === undefined) {
    const h = desk.need('inputs', 'h', [
      ['j', 'S'],
      ['n', 'd_h'],
    ]);
    return () => h;
  }
  const options: GruOptions = { reset: 'before', update: 'candidate' };
  const state = ['d', 'd_h'] as const;
  const p = gruParameters(desk, options, ['x', 'd_x'], { prefix: 'encoder_', d: state });
  const { graph } = desk;
  return () => {
    announceTo(graph)('encoding');
    const states = gruStates(graph, p, x, desk.zeros('h_0', [state]), 'j', options);
    return graph.named('h', renamed(states, { d: 'n' }), 'key');
  };
}

/** What goes into the cell beside the state: [y ; c], [y ; h̃] or y alone. */
function cellInput(desk: Desk, { order, inputFeeding }: Omit<DecoderOptions, 'attend'>): [string, number] {
  const d_y = desk.size('d_y');
  if (order === 'attend-first') return ['d_y + d_h', d_y + desk.size('d_h')];
  return inputFeeding ? ['d_y + d', d_y + desk.size('d')] : ['d_y', d_y];
}

export const decoderProgram: CaseProgram = {
  id: 'decoder',
  prepare(desk) {
    const y = desk.need('inputs', 'y', [
      ['i', 'T'],
      ['y', 'd_y'],
    ]);
    const memory = readMemory(desk);
    const s0 = desk.need('inputs', 's0', [['m', 'd_s']]);
    const given = takeMask(desk, [
      ['i', 'T'],
      ['j', 'S'],
    ]);
    const { given: scores } = takeGivenScores(desk, [
      ['i', 'T'],
      ['j', 'S'],
    ]);
    const [usual, ...rest] = mechanisms.map(({ id }) => id);
    const others = attentions.map(({ id }) => id).filter((id) => id !== usual && !rest.includes(id));
    const mechanism = mechanismOf(desk.choice('score', [usual ?? '', ...rest, ...others]));
    const options = { ...readOptions(desk), attend: readAttendOptions(desk, mechanism) };
    const score = scoreParameters(desk, mechanism);
    const readout = readoutParameters(desk, options);
    const [label, width] = cellInput(desk, options);
    const cell = gruParameters(desk, options, ['x', label, width], { prefix: 'cell_', d: ['d', 'd_s'] });
    return () => {
      const mask = given ?? openMask(desk, desk.size('T'), desk.size('S'));
      const { beta, ...attend } = options.attend;
      const operands = {
        y,
        h: memory(),
        s0,
        mask,
        ...(beta === undefined ? {} : { beta }),
        ...(scores === undefined ? {} : { given: scores }),
      };
      const made = decode(desk.graph, mechanism, { score, cell, readout }, operands, { ...options, attend });
      return [
        ...(made.alpha === undefined ? [] : [{ name: 'alpha', value: made.alpha, axes: ['i', 'j'] }]),
        { name: 'c', value: renamed(made.c, { v: 'n' }), axes: ['i', 'n'] },
        { name: 's', value: made.s, axes: ['i', 'm'] },
        { name: 'p', value: made.p, axes: ['i', 'w'] },
      ];
    };
  },
};
