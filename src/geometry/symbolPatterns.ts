/** @file How each tensor's name is written: its letters, and what its indices count. */

/** What tells apart tensors that have one name in two places of a model. */
export interface Scene {
  /** The stage that the tensor belongs to: gates of `forward`, `backward` and of the decoder's `state` share their names. */
  readonly stage?: string;
  /** Whether the score reads query and key by one matrix (concat) rather than by two. */
  readonly joined?: boolean;
  /** Whether the score's parameters are written without the index a: W, U, v, as case files have them. */
  readonly bare?: boolean;
  /** Whether nobody asks: there is one row of scores, and no index t. */
  readonly alone?: boolean;
}

/** `_` starts indices (t, t−1 and j are filled in), `^` what is raised, `>` `<` `~` put an arrow or a tilde over the letter. */
const patterns: Readonly<Record<string, string>> = {
  e: 'e_t,j',
  masked: 'e_t,j',
  alpha: 'α_t,j',
  c: 'c_t',
  s: 's_t',
  s_before: 's_t-1',
  s0: 's_0',
  wx: 'w x_j',
  scaled: 'e_j ÷ τ',
  plain: 'exp ( e_j )',
  largest: 'm',
  lowered: '( − m )',
  shifted: 'e_j − m',
  raised: 'exp ( e_j − m )',
  total: 'Σ exp ( e_k − m )',
  shares: 'α_j',
  sparse: 'α_j^sparse',
  entmax: 'α_j^entmax',
  X: 'x_t',
  Q: 'q_t',
  K: 'k_j',
  V: 'v_j',
  e_given: 'e_t,j^given',
  e_computed: 'e_t,j^computed',
  h: 'h_j',
  h_forward: '>h_j',
  h_backward: '<h_j',
  h_backward_1: '<h_1',
  h_0: 'h_0',
  ids: 'w_j',
  x: 'x_j',
  y: 'y_t-1',
  y_id: 'w_t-1',
  Ws: 'W_a s_t-1',
  Uh: 'U_a h_j',
  Wh: 'W_a h_j',
  W_s_h: 'W_s <h_1',
  h_forward_last: '>h_S',
  W_s_h_last: 'W_s >h_S',
  W_used: 'W_a',
  align: 'align_t,j',
  window: 'w_t,j',
  offset: 'j − !p_t',
  offset_square: '( j − !p_t )^2',
  exponent: '− ( j − !p_t )^2 / 2σ²',
  gauss: 'g_t,j',
  fallback: 'nearest_t',
  place: 'j',
  W_p_s: 'W_p s_t-1',
  tanh_p: 'tanh ( W_p s_t-1 )',
  v_p_tanh: 'v_p tanh ( W_p s_t-1 )',
  share: '!p_t / S',
  product: 's_t-1 h_j',
  beta: 'β_t',
  beta_in: 'β_t^in',
  w_beta: 'w_β',
  b_beta: 'b_β',
  w_beta_s: 'w_β s_t-1',
  cos: 'cos ( s_t-1 , h_j )',
  inverse: '1 / ‖s_t-1‖‖h_j‖',
  lengths: '‖s_t-1‖ ‖h_j‖',
  h_length: '‖h_j‖',
  h_length_square: '‖h_j‖^2',
  s_length: '‖s_t-1‖',
  s_length_square: '‖s_t-1‖^2',
  W_left: 'W_a',
  W_right: 'W_a',
  readout: 'o_t',
  readout_in: 'o_t^in',
  logits: 'ℓ_t',
  W_out_readout: 'W_out o_t',
  p: 'p_t',
  W_o_c: 'W_o^c',
  W_o_s: 'W_o^s',
  W_o_y: 'W_o^y',
  W_o_c_n: 'W_o^c c_t',
  W_o_s_m: 'W_o^s s_t-1',
  W_o_y_y: 'W_o^y y_t-1',
};

/** The pattern of a name. Names that are not listed are taken apart: `forward_W_z` is W with an arrow and the index z. */
export function patternOf(name: string, scene: Scene): string {
  const pattern = paperPattern(name, scene);
  const bare = scene.bare === true ? pattern.replaceAll('_a ', ' ') : pattern;
  return scene.alone === true ? bare.replaceAll('_t,j', '_j').replaceAll(/_t(?![-\w])/g, '') : bare;
}

function paperPattern(name: string, { stage, joined, bare }: Scene): string {
  const [, prefix = '', rest = name] = /^(forward_|backward_|encoder_|cell_)?(.+)$/.exec(name) ?? [];
  const arrow =
    prefix === 'forward_' || stage === 'forward'
      ? '>'
      : prefix === 'backward_' || stage === 'backward'
        ? '<'
        : '';
  if (rest === 'sum' || rest === 'tanh') {
    const sum = joined === true ? 'W_a ( s_t-1 , h_j )' : 'W_a s_t-1 + U_a h_j';
    return rest === 'sum' ? sum : `tanh ( ${sum} )`;
  }
  if (name === 'p' && stage === 'position') return '!p_t';
  if (name === 'h_tilde' && stage === 'attentional') return '~h_t';
  // h̃ is the candidate of a gated unit, save where Luong's decoder joins state and context.
  if (rest === 'h_tilde' && (stage === 'context' || stage === 'word')) return '~h_t';
  const gate = gatePattern(rest, {
    arrow,
    encoder: arrow !== '' || stage === 'encoding',
    bare: bare === true,
  });
  if (gate !== undefined) return gate;
  const listed = patterns[name];
  if (listed !== undefined) return listed;
  const [, base = rest, sub] = /^([^_]+)_(.+)$/.exec(rest) ?? [];
  return `${arrow}${base}${sub === undefined ? '' : `_${sub.replaceAll('_', '')}`}`;
}

/** The inner tensors of a gated unit, and the input's part of each gate. */
function gatePattern(
  name: string,
  { arrow, encoder, bare }: { readonly arrow: string; readonly encoder: boolean; readonly bare: boolean },
): string | undefined {
  const at = encoder ? 'j' : 't';
  const candidate = encoder ? 'h' : 's';
  const inner: Readonly<Record<string, string>> = {
    z: `${arrow}z_${at}`,
    r: `${arrow}r_${at}`,
    z_in: `${arrow}z_${at}^in`,
    r_in: `${arrow}r_${at}^in`,
    h_tilde: `~${candidate}_${at}`,
    h_tilde_in: `~${candidate}_${at}^in`,
    reset: encoder ? `${arrow}r_j ∘ ${arrow}h` : 'r_t ∘ s_t-1',
  };
  const found = inner[name];
  if (found !== undefined) return found;
  const [, kind, part = ''] =
    /^(x)_([zrh])$/.exec(name) ??
    /^(y)_([zrh])$/.exec(name) ??
    /^(W)_([zrh])_[xy]$/.exec(name) ??
    /^(C)_([zrh])_c$/.exec(name) ??
    [];
  if (bare && (kind === 'x' || kind === 'W')) {
    // Case files call the candidate's matrix W, and read word and context by one matrix.
    const letter = part === 'h' ? '' : `_${part}`;
    const product = `W${letter} ${encoder ? 'x_j' : '( y_t-1 , c_t )'}`;
    return kind === 'x' ? `${product} + b${letter}` : product;
  }
  const W = `${arrow}W_${part} ${encoder ? 'x_j' : 'y_t-1'}`;
  if (kind === 'x') return encoder ? `${W} + ${arrow}b_${part}` : `${W} + C_${part} c_t + b_${part}`;
  if (kind === 'y') return `${W} + b_${part}`;
  if (kind === 'W') return W;
  return kind === 'C' ? `C_${part} c_t` : undefined;
}
