/** @file Query, key, value by hand: self-attention on three tokens with whole numbers, after R. Karim, "Illustrated: Self-Attention". */

import type { Lesson } from './lesson.ts';

const weightsOf = {
  top: { band: 'alpha', tell: 'largestWord' },
  topWeight: { band: 'alpha', tell: 'largest' },
  second: { band: 'alpha', tell: 'secondWord' },
  secondWeight: { band: 'alpha', tell: 'second' },
} as const;

const unscaled = { scale: 1 } as const;

const product = {
  tex: '\\htmlClass{role-score}{e_{ij}} = \\htmlClass{role-query}{q_i}^{\\top} \\htmlClass{role-key}{k_j}',
  plain: 'eᵢⱼ = qᵢ · kⱼ',
} as const;

const scaledProduct = {
  tex: '\\htmlClass{role-score}{e_{ij}} = \\frac{\\htmlClass{role-query}{q_i}^{\\top} \\htmlClass{role-key}{k_j}}{\\sqrt{d}}',
  plain: 'eᵢⱼ = qᵢ · kⱼ ÷ √d',
} as const;

const share = {
  tex: '\\htmlClass{role-weight}{\\alpha_{ij}} = \\frac{\\exp(\\htmlClass{role-score}{e_{ij}})}{\\sum_k \\exp(\\htmlClass{role-score}{e_{ik}})}',
  plain: 'αᵢⱼ = exp(eᵢⱼ) ÷ Σₖ exp(eᵢₖ)',
};

const matrices = ['W_Q', 'W_K', 'W_V'] as const;

export const queryKeyValue: Lesson = {
  id: 'query-key-value',
  mechanism: 'self',
  options: {},
  sizes: {
    S: { size: 3, least: 1, most: 12 },
    d: { size: 4, least: 1, most: 8 },
    d_k: { size: 3, least: 1, most: 8 },
    d_v: { size: 3, least: 1, most: 8 },
  },
  columns: 'S',
  words: ['the', 'cat', 'sleeps'],
  ties: true,
  given: {
    X: { in: 'inputs', axes: ['S', 'd'], data: [1, 0, 1, 0, 0, 2, 0, 2, 1, 1, 1, 1] },
    W_Q: { in: 'params', axes: ['d_k', 'd'], data: [1, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1] },
    W_K: { in: 'params', axes: ['d_k', 'd'], data: [0, 1, 0, 1, 0, 1, 1, 1, 1, 0, 0, 0] },
    W_V: { in: 'params', axes: ['d_v', 'd'], data: [0, 0, 1, 1, 2, 3, 0, 1, 0, 0, 3, 0] },
    mask: { in: 'inputs', axes: ['S', 'S'], data: [1, 1, 1, 1, 1, 1, 1, 1, 1], kind: 'switch', unless: 1 },
    e_given: { in: 'inputs', axes: ['S', 'S'], data: [0, 0, 0, 0, 0, 0, 0, 0, 0] },
    given_at: {
      in: 'inputs',
      axes: ['S', 'S'],
      data: [0, 0, 0, 0, 0, 0, 0, 0, 0],
      kind: 'switch',
      unless: 0,
    },
  },
  bands: [
    { id: 'X', part: 'encoding', tensor: 'X', at: 'reading', place: 'columns', along: 'i' },
    { id: 'Q', part: 'encoding', tensor: 'Q', at: 'reading', place: 'whole', always: true },
    { id: 'K', part: 'encoding', tensor: 'K', at: 'reading', place: 'columns', always: true },
    { id: 'V', part: 'encoding', tensor: 'V', at: 'reading', place: 'columns' },
    { id: 'e', part: 'scoring', tensor: 'e', at: 'step', place: 'columns', as: 'score', always: true },
    { id: 'masked', part: 'weighting', tensor: 'masked', at: 'step', place: 'columns', as: 'score' },
    {
      id: 'alpha',
      part: 'weighting',
      tensor: 'alpha',
      at: 'step',
      place: 'columns',
      as: 'weight',
      always: true,
    },
    {
      id: 'weighted_V',
      part: 'context',
      tensor: 'V',
      at: 'reading',
      place: 'columns',
      times: 'alpha',
      of: 'c',
    },
    { id: 'c', part: 'context', tensor: 'c', at: 'step', place: 'whole', always: true },
  ],
  draw: { from: -2, to: 2, step: 1 },
  beats: [
    { id: 'problem', part: 'problem', t: 1, look: [], terms: [], grids: ['X'], options: unscaled },
    { id: 'tokens', part: 'encoding', t: 1, look: ['X'], terms: [], grids: ['X'], options: unscaled },
    {
      id: 'queries',
      part: 'encoding',
      t: 1,
      look: ['Q'],
      terms: ['Q'],
      grids: ['W_Q', 'X'],
      options: unscaled,
      formula: { tex: '\\htmlClass{role-query}{q_i} = W_Q x_i', plain: 'qᵢ = W_Q xᵢ' },
    },
    {
      id: 'keys',
      part: 'encoding',
      t: 1,
      look: ['K', 'V'],
      terms: ['K'],
      grids: [...matrices],
      options: unscaled,
      formula: {
        tex: '\\htmlClass{role-key}{k_j} = W_K x_j, \\quad \\htmlClass{role-value}{v_j} = W_V x_j',
        plain: 'kⱼ = W_K xⱼ, vⱼ = W_V xⱼ',
      },
    },
    {
      id: 'scores',
      part: 'scoring',
      t: 1,
      look: ['e'],
      terms: ['e'],
      grids: ['W_Q', 'W_K'],
      options: unscaled,
      override: true,
      formula: product,
    },
    {
      id: 'weights',
      part: 'weighting',
      t: 2,
      look: ['e', 'alpha'],
      terms: ['e', 'alpha'],
      grids: ['W_Q', 'W_K'],
      options: unscaled,
      override: true,
      formula: share,
      values: weightsOf,
    },
    {
      id: 'scaled',
      part: 'weighting',
      t: 2,
      look: ['e', 'alpha'],
      terms: ['e', 'alpha'],
      grids: ['W_Q', 'W_K'],
      override: true,
      formula: scaledProduct,
      values: weightsOf,
    },
    {
      id: 'why',
      part: 'weighting',
      t: 2,
      look: ['alpha'],
      terms: [],
      grids: ['W_Q', 'W_K'],
      formula: scaledProduct,
      extra: 'scaling',
    },
    {
      id: 'causal',
      part: 'weighting',
      t: 2,
      look: ['masked', 'alpha'],
      terms: ['masked', 'alpha'],
      grids: ['W_Q', 'W_K'],
      options: { causal: true },
      override: true,
      values: weightsOf,
    },
    {
      id: 'context',
      part: 'context',
      t: 1,
      look: ['weighted_V', 'c'],
      terms: ['c'],
      grids: ['W_V'],
      options: unscaled,
      override: true,
      formula: {
        tex: '\\htmlClass{role-context}{c_i} = \\sum_j \\htmlClass{role-weight}{\\alpha_{ij}} \\, \\htmlClass{role-value}{v_j}',
        plain: 'cᵢ = Σⱼ αᵢⱼ vⱼ',
      },
    },
    {
      id: 'all-rows',
      part: 'decoding',
      t: 3,
      look: ['e', 'alpha', 'c'],
      terms: ['c'],
      grids: [...matrices],
      options: unscaled,
      formula: {
        tex: 'C = \\operatorname{softmax}(\\htmlClass{role-query}{Q} \\htmlClass{role-key}{K}^{\\top}) \\htmlClass{role-value}{V}',
        plain: 'C = softmax(Q Kᵀ) V',
      },
      values: weightsOf,
    },
  ],
};
