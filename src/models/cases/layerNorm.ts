/** @file layer-norm: y = γ (x − mean)/√(var + eps) + β, any rank, along the last axis. */

import type { Value } from '../../engine/graph.ts';
import { layerNorm } from '../../engine/ops/layerNorm.ts';
import type { Desk } from './desk.ts';
import { axesOfAnyRank } from './normalisers.ts';
import { output, type CaseProgram } from './program.ts';
import { CaseError } from './tensorData.ts';

export const layerNormProgram: CaseProgram = {
  id: 'layer-norm',
  prepare(desk) {
    const x = desk.need('inputs', 'x', axesOfAnyRank(desk, 'x'));
    const [gamma, beta] = [wherever(desk, 'gamma'), wherever(desk, 'beta')];
    const eps = desk.number('eps', 'a number of at least 0', (value) => value >= 0) ?? 1e-5;
    if (eps === 0) refuseConstantRows(desk.graph.read(x), desk.size('d'));
    return () => [output('y', desk.graph.named('y', layerNorm(desk.graph, x, gamma, beta, 'd', eps)))];
  },
};

/** γ and β are parameters, but a file may list them beside x. */
function wherever(desk: Desk, name: string): Value {
  const listed = desk.take('inputs', name, [['d', 'd']]);
  return listed === undefined || desk.has('params', name) ? desk.need('params', name, [['d', 'd']]) : listed;
}

/** Without eps a row of equal cells has no scale: 0/0. */
function refuseConstantRows(cells: ArrayLike<number>, width: number): void {
  for (let row = 0; row * width < cells.length; row++) {
    const own = Array.from({ length: width }, (_, k) => cells[row * width + k]);
    if (own.every((cell) => cell === own[0])) {
      throw new CaseError(
        `options.eps is 0 and row ${row + 1} of inputs.x has equal cells; expected a positive eps`,
      );
    }
  }
}
