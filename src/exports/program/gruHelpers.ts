/** @file The gated recurrent unit in Python, its inner tensors beside its value; NumPy and PyTorch differ in one word. */

import type { Helper, HelperName } from './dialect.ts';

/** One step: what reset and update mean is written out. */
function cell(module: string, after: boolean, keep: boolean): string {
  const name = `gru${after ? '_after' : ''}${keep ? '_keep' : ''}`;
  const candidate = after
    ? ['    U_h = h @ U.T + b_u', '    reset = r * U_h', '    h_tilde_in = x_h + reset']
    : ['    reset = r * h', '    h_tilde_in = x_h + reset @ U.T'];
  const next = keep ? 'z * h + (1 - z) * h_tilde' : '(1 - z) * h + z * h_tilde';
  const inner = ['z_in', 'r_in', 'z', 'r', 'reset', 'h_tilde_in', 'h_tilde', ...(after ? ['U_h'] : [])];
  return [
    `def ${name}(x_z, x_r, x_h, h, U_z, U_r, U${after ? ', b_u' : ''}):`,
    '    z_in = x_z + h @ U_z.T',
    '    r_in = x_r + h @ U_r.T',
    '    z, r = sigmoid(z_in), sigmoid(r_in)',
    ...candidate,
    `    h_tilde = ${module}.tanh(h_tilde_in)`,
    `    inner = dict(${inner.map((one) => `${one}=${one}`).join(', ')})`,
    `    return ${next}, inner`,
  ].join('\n');
}

/** A whole sequence, step by step. */
const overTime = (module: string): string =>
  `
def over_time(cell, x_z, x_r, x_h, h, *matrices, reverse=False):
    steps = [None] * len(x_z)
    for t in reversed(range(len(x_z))) if reverse else range(len(x_z)):
        steps[t] = cell(x_z[t], x_r[t], x_h[t], h, *matrices)
        h = steps[t][0]
    inner = {name: ${module}.stack([step[1][name] for step in steps]) for name in steps[0][1]}
    return ${module}.stack([step[0] for step in steps]), inner`.trim();

/** The four units and the loop over time; `module` is `np` or `torch`. */
export function gruHelpers(
  module: string,
): Pick<Record<HelperName, Helper>, 'gru' | 'gru_keep' | 'gru_after' | 'gru_after_keep' | 'over_time'> {
  const unit = (after: boolean, keep: boolean): Helper => ({
    text: cell(module, after, keep),
    needs: ['sigmoid'],
  });
  return {
    gru: unit(false, false),
    gru_keep: unit(false, true),
    gru_after: unit(true, false),
    gru_after_keep: unit(true, true),
    over_time: { text: overTime(module), needs: [] },
  };
}
