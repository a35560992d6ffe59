/** @file word: how much each word of x matters, without a query: e_j = tanh(w · x_j + b_j). */

import { weighWords, word } from '../../mechanisms/word.ts';
import { readAttendOptions } from './attention.ts';
import { announceTo, output, type CaseProgram } from './program.ts';
import { collect } from './scoreParameters.ts';
import { takeGivenScores, takeMask } from './visible.ts';

export const wordProgram: CaseProgram = {
  id: word.id,
  prepare(desk) {
    const { graph } = desk;
    const x = desk.need('inputs', 'x', [
      ['j', 'S'],
      ['n', 'd_x'],
    ]);
    const mask = takeMask(desk, [['j', 'S']]);
    const given = takeGivenScores(desk, [['j', 'S']]);
    const p = collect(desk, [
      { name: 'w', axes: [['n', 'd_x']] },
      { name: 'b', axes: [['j', 'S']] },
    ]);
    const options = { ...readAttendOptions(desk), ...given };
    return () => {
      const { e, masked, alpha, c } = weighWords(graph, x, p, mask, options, announceTo(graph));
      return [output('e', e), output('masked', masked), output('alpha', alpha), output('c', c)];
    };
  },
};
