/** @file The formulas of every stage, with colours by role, in the letters of the papers, and where they were published. */

import type { SourcedFormula } from './narration.ts';

type Role = 'query' | 'key' | 'weight' | 'context' | 'output' | 'score';

function coloured(role: Role, tex: string): string {
  return `\\htmlClass{role-${role}}{${tex}}`;
}

const s = coloured('query', 's_t');
const asking = coloured('query', 's_{t-1}');
const h = coloured('key', 'h_j');
const alpha = coloured('weight', '\\alpha_{tj}');
const c = coloured('context', 'c_t');
const e = coloured('score', 'e_{tj}');
const y = coloured('output', 'y_{t-1}');
const p = coloured('output', 'p_t');
const forward = (at: string): string => coloured('key', `\\overrightarrow{h}_{${at}}`);
const backward = (at: string): string => coloured('key', `\\overleftarrow{h}_{${at}}`);

const formula = (source: string, plain: string, tex: string): SourcedFormula => ({ source, plain, tex });

const lines = (rows: readonly string[]): string => `\\begin{aligned} ${rows.join(' \\\\ ')} \\end{aligned}`;

const general = formula('source.general', 'eₜⱼ = sₜ₋₁ · W_a hⱼ', `${e} = ${asking}^{\\top} W_a ${h}`);

/** The score of each mechanism. */
const scores: Readonly<Record<string, SourcedFormula>> = {
  additive: formula(
    'source.additive',
    'eₜⱼ = v_a · tanh(W_a sₜ₋₁ + U_a hⱼ)',
    `${e} = v_a^{\\top} \\tanh\\left(W_a ${asking} + U_a ${h}\\right)`,
  ),
  dot: formula('source.dot', 'eₜⱼ = sₜ₋₁ · hⱼ', `${e} = ${asking}^{\\top} ${h}`),
  general,
  concat: formula(
    'source.concat',
    'eₜⱼ = v_a · tanh(W_a [sₜ₋₁ ; hⱼ])',
    `${e} = v_a^{\\top} \\tanh\\left(W_a [${asking} ; ${h}]\\right)`,
  ),
  location: formula('source.location', 'eₜⱼ = (W_a sₜ₋₁)ⱼ', `${e} = (W_a ${asking})_j`),
  'scaled-dot': formula(
    'source.scaled-dot',
    'eₜⱼ = sₜ₋₁ · hⱼ ÷ √d',
    `${e} = \\frac{${asking}^{\\top} ${h}}{\\sqrt{d}}`,
  ),
  cosine: formula(
    'source.cosine',
    'eₜⱼ = βₜ cos(sₜ₋₁, hⱼ); βₜ = ln(1 + exp(w_β · sₜ₋₁ + b_β))',
    lines([
      `${e} &= \\beta_t \\frac{${asking}^{\\top} ${h}}{\\lVert ${asking} \\rVert \\lVert ${h} \\rVert}`,
      `\\beta_t &= \\ln(1 + \\exp(w_\\beta^{\\top} ${asking} + b_\\beta))`,
    ]),
  ),
  'local-m': general,
  'local-p': general,
};

/** A gated unit in one direction of the encoder: `from` is the neighbour whose state it continues. */
function reader(state: (at: string) => string, arrow: string, from: string): string[] {
  const gate = (name: string): string => `\\${arrow}{${name}}`;
  const before = state(from);
  const input = (name: string, rest: string): string =>
    `${gate('W')}_${name} x_j + ${gate('U')}_${name} ${rest} + ${gate('b')}_${name}`;
  return [
    `${gate('z')}_j &= \\sigma(${input('z', before)})`,
    `${gate('r')}_j &= \\sigma(${input('r', before)})`,
    `\\tilde{h}_j &= \\tanh(${gate('W')}_h x_j + {}`,
    `&\\quad ${gate('U')}_h (${gate('r')}_j \\circ ${before}) + ${gate('b')}_h)`,
    `${state('j')} &= (1 - ${gate('z')}_j) \\circ ${before} + ${gate('z')}_j \\circ \\tilde{h}_j`,
  ];
}

/** The same unit in plain Unicode. */
function plainReader(state: string, before: string): string {
  const input = (name: string, rest: string): string => `W_${name} xⱼ + U_${name} ${rest} + b_${name}`;
  return [
    `zⱼ = σ(${input('z', before)})`,
    `rⱼ = σ(${input('r', before)})`,
    `h̃ⱼ = tanh(${input('h', `(rⱼ ∘ ${before})`)})`,
    `${state} = (1 − zⱼ) ∘ ${before} + zⱼ ∘ h̃ⱼ`,
  ].join('; ');
}

const decoderInput = (name: string): string =>
  `W_${name} ${y} + U_${name} ${asking} + C_${name} ${c} + b_${name}`;

const stages: Readonly<Record<string, (words: number) => readonly SourcedFormula[]>> = {
  embedding: () => [formula('source.embedding', 'xⱼ = E_x[wⱼ]', `x_j = E_x[w_j]`)],
  forward: () => [
    formula('source.encoder', plainReader('h⃗ⱼ', 'h⃗ⱼ₋₁'), lines(reader(forward, 'overrightarrow', 'j-1'))),
  ],
  backward: () => [
    formula('source.encoder', plainReader('h⃖ⱼ', 'h⃖ⱼ₊₁'), lines(reader(backward, 'overleftarrow', 'j+1'))),
    formula('source.annotation', 'hⱼ = [h⃗ⱼ ; h⃖ⱼ]', `${h} = [${forward('j')} ; ${backward('j')}]`),
  ],
  'first-state': () => [
    formula(
      'source.first',
      's₀ = tanh(W_s h⃖₁)',
      `${coloured('query', 's_0')} = \\tanh(W_s ${backward('1')})`,
    ),
  ],
  softmax: (words) => [
    formula(
      'source.softmax',
      'αₜⱼ = exp(eₜⱼ) ÷ Σₖ exp(eₜₖ)',
      `${alpha} = \\frac{\\exp(${e})}{\\sum_{k=1}^{${words}} \\exp(${coloured('score', 'e_{tk}')})}`,
    ),
  ],
  context: (words) => [
    formula('source.context', 'cₜ = Σⱼ αₜⱼ hⱼ', `${c} = \\sum_{j=1}^{${words}} ${alpha}\\, ${h}`),
  ],
  state: () => [
    formula(
      'source.state',
      'zₜ = σ(W_z yₜ₋₁ + U_z sₜ₋₁ + C_z cₜ + b_z); rₜ = σ(W_r yₜ₋₁ + U_r sₜ₋₁ + C_r cₜ + b_r); s̃ₜ = tanh(W_h yₜ₋₁ + U_h (rₜ ∘ sₜ₋₁) + C_h cₜ + b_h); sₜ = (1 − zₜ) ∘ sₜ₋₁ + zₜ ∘ s̃ₜ',
      lines([
        `z_t &= \\sigma(${decoderInput('z')})`,
        `r_t &= \\sigma(${decoderInput('r')})`,
        `\\tilde{s}_t &= \\tanh(W_h ${y} + C_h ${c} + {}`,
        `&\\quad U_h (r_t \\circ ${asking}) + b_h)`,
        `${s} &= (1 - z_t) \\circ ${asking} + z_t \\circ \\tilde{s}_t`,
      ]),
    ),
  ],
  word: () => [
    formula(
      'source.word',
      'oₜ = tanh(W_oᶜ cₜ + W_oˢ sₜ₋₁ + W_oʸ yₜ₋₁ + b_o); pₜ = softmax(W_out oₜ + b_out)',
      lines([
        `o_t &= \\tanh(W_o^c ${c} + W_o^s ${asking} + {}`,
        `&\\quad W_o^y ${y} + b_o)`,
        `${p} &= \\operatorname{softmax}(W_{\\mathrm{out}} o_t + b_{\\mathrm{out}})`,
      ]),
    ),
  ],
};

/** A window of D places around p_t: the softmax goes over its places alone. */
const windowed: SourcedFormula = formula(
  'source.window',
  'αₜⱼ = exp(eₜⱼ) ÷ Σₖ exp(eₜₖ), k from pₜ − D to pₜ + D',
  `${alpha} = \\frac{\\exp(${e})}{\\sum_{|k - p_t| \\le D} \\exp(${coloured('score', 'e_{tk}')})}`,
);

/** What a mechanism does otherwise than the others, by stage. */
const own: Readonly<Record<string, Readonly<Record<string, readonly SourcedFormula[]>>>> = {
  none: {
    'first-state': [
      formula(
        'source.first',
        's₀ = tanh(W_s h⃗_S)',
        `${coloured('query', 's_0')} = \\tanh(W_s ${forward('S')})`,
      ),
    ],
    context: [formula('source.none', 'cₜ = h⃗_S', `${c} = ${forward('S')}`)],
  },
  'local-m': {
    position: [formula('source.window', 'pₜ = t', 'p_t = t')],
    softmax: [windowed],
  },
  'local-p': {
    position: [
      formula(
        'source.local-p',
        'pₜ = S · σ(v_p · tanh(W_p sₜ₋₁))',
        `p_t = S \\cdot \\sigma\\left(v_p^{\\top} \\tanh(W_p ${asking})\\right)`,
      ),
    ],
    softmax: [
      {
        ...windowed,
        plain: windowed.plain.replace('αₜⱼ', 'alignₜⱼ'),
        tex: windowed.tex.replace(alpha, '\\mathrm{align}_{tj}'),
      },
    ],
    gaussian: [
      formula(
        'source.gaussian',
        'αₜⱼ = alignₜⱼ gₜⱼ; gₜⱼ = exp(−(j − pₜ)² ÷ 2σ²), σ = D ÷ 2',
        lines([
          `${alpha} &= \\mathrm{align}_{tj}\\, g_{tj}`,
          `g_{tj} &= \\exp\\left(-\\frac{(j - p_t)^2}{2\\sigma^2}\\right), \\; \\sigma = \\tfrac{D}{2}`,
        ]),
      ),
    ],
  },
};

/** The formulas of a stage for a sentence of so many words; none for a stage or a mechanism that is not known. */
export function formulasOf(stage: string, mechanism: string, words: number): readonly SourcedFormula[] {
  const others = own[mechanism]?.[stage];
  if (others !== undefined) return others;
  if (stage !== 'score') return stages[stage]?.(words) ?? [];
  const score = scores[mechanism];
  return score === undefined ? [] : [score];
}
