/** @file Dot, general, concat, location by hand (Luong, Pham and Manning 2015): the same states, four ways to score them. */

import type { Beat, Lesson } from './lesson.ts';

const weightsOf = {
  top: { band: 'alpha', tell: 'largestWord' },
  topWeight: { band: 'alpha', tell: 'largest' },
} as const;

const scoresOf = {
  top: { band: 'e', tell: 'largestWord' },
  topScore: { band: 'e', tell: 'largest' },
  low: { band: 'e', tell: 'smallestWord' },
} as const;

/** A beat that scores. */
const scoring = { part: 'scoring', t: 1, override: true, values: scoresOf } as const satisfies Partial<Beat>;

export const luong: Lesson = {
  id: 'luong',
  mechanism: 'dot',
  options: {},
  sizes: {
    S: { size: 3, least: 1, most: 12 },
    T: { size: 1, least: 1, most: 1 },
    d_h: { size: 2, least: 1, most: 8 },
    d_s: { size: 2, least: 1, most: 8 },
    a: { size: 2, least: 1, most: 8 },
    d: { size: 2, least: 1, most: 8 },
  },
  columns: 'S',
  words: ['the', 'cat', 'sleeps'],
  targets: ['chat'],
  given: {
    h: { in: 'inputs', axes: ['S', 'd_h'], data: [0.5, -1, 1, 1, -1, 0.5] },
    s: { in: 'inputs', axes: ['T', 'd_s'], data: [1, 0.5] },
    W_general: { in: 'params', as: 'W', axes: ['d_s', 'd_h'], data: [-1, 0, 0, 1], only: ['general'] },
    W_concat: {
      in: 'params',
      as: 'W',
      axes: ['a', 'd_s+d_h'],
      data: [1, 0, 0, 1, 0, 1, 1, 0],
      only: ['concat'],
    },
    v: { in: 'params', axes: ['a'], data: [-1, 1], only: ['concat'] },
    W_location: { in: 'params', as: 'W', axes: ['S', 'd_s'], data: [1, 0, 0, 1, 1, 2], only: ['location'] },
    W_c: { in: 'params', axes: ['d', 'd_h+d_s'], data: [1, 0, 0, 1, 0, 1, -1, 0] },
    mask: { in: 'inputs', axes: ['T', 'S'], data: [1, 1, 1], kind: 'switch', unless: 1 },
    e_given: { in: 'inputs', axes: ['T', 'S'], data: [0, 0, 0] },
    given_at: { in: 'inputs', axes: ['T', 'S'], data: [0, 0, 0], kind: 'switch', unless: 0 },
  },
  bands: [
    { id: 'h', part: 'encoding', tensor: 'h', at: 'reading', place: 'columns', always: true },
    { id: 'query', part: 'encoding', tensor: 's', at: 'reading', place: 'whole', always: true },
    { id: 'Ws', part: 'scoring', tensor: 'Ws', at: 'step', place: 'whole' },
    { id: 'Wh', part: 'scoring', tensor: 'Wh', at: 'reading', place: 'columns' },
    { id: 'sum', part: 'scoring', tensor: 'sum', at: 'step', stage: 'score', place: 'columns' },
    { id: 'tanh', part: 'scoring', tensor: 'tanh', at: 'step', stage: 'score', place: 'columns' },
    { id: 'e', part: 'scoring', tensor: 'e', at: 'step', place: 'columns', as: 'score', always: true },
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
      id: 'weighted',
      part: 'context',
      tensor: 'h',
      at: 'reading',
      place: 'columns',
      times: 'alpha',
      of: 'c',
    },
    { id: 'c', part: 'context', tensor: 'c', at: 'step', place: 'whole', always: true },
    { id: 'attentional', part: 'decoding', tensor: 'h_tilde', at: 'step', place: 'whole', always: true },
  ],
  draw: { from: -2, to: 2, step: 0.5 },
  beats: [
    { id: 'problem', part: 'problem', t: 1, look: [], terms: [], grids: ['h', 's'] },
    { id: 'states', part: 'encoding', t: 1, look: ['h', 'query'], terms: [], grids: ['h', 's'] },
    {
      ...scoring,
      id: 'dot',
      look: ['e'],
      terms: ['e'],
      grids: ['s', 'h'],
      formula: {
        tex: '\\htmlClass{role-score}{e_{tj}} = \\htmlClass{role-query}{s_t}^{\\top} \\htmlClass{role-key}{h_j}',
        plain: 'eₜⱼ = sₜ · hⱼ',
      },
    },
    {
      ...scoring,
      id: 'general',
      mechanism: 'general',
      look: ['Wh', 'e'],
      terms: ['Wh', 'e'],
      grids: ['W_general', 's', 'h'],
      formula: {
        tex: '\\htmlClass{role-score}{e_{tj}} = \\htmlClass{role-query}{s_t}^{\\top} W \\htmlClass{role-key}{h_j}',
        plain: 'eₜⱼ = sₜ · W hⱼ',
      },
    },
    {
      ...scoring,
      id: 'concat',
      mechanism: 'concat',
      look: ['Ws', 'Wh', 'sum', 'tanh', 'e'],
      terms: ['tanh', 'e'],
      grids: ['W_concat', 'v', 's', 'h'],
      formula: {
        tex: '\\htmlClass{role-score}{e_{tj}} = v^{\\top} \\tanh(W [\\htmlClass{role-query}{s_t} ; \\htmlClass{role-key}{h_j}])',
        plain: 'eₜⱼ = v · tanh(W [sₜ ; hⱼ])',
      },
    },
    {
      ...scoring,
      id: 'location',
      mechanism: 'location',
      look: ['e'],
      terms: ['e'],
      grids: ['W_location', 's'],
      formula: {
        tex: '\\htmlClass{role-score}{e_{tj}} = (W \\htmlClass{role-query}{s_t})_j',
        plain: 'eₜⱼ = (W sₜ)ⱼ',
      },
    },
    {
      ...scoring,
      id: 'location-blind',
      mechanism: 'location',
      look: ['h', 'e'],
      terms: ['e'],
      grids: ['h', 'W_location'],
      set: [{ name: 'h', shape: [3, 2], data: [2, -2, -1, 0, 0, 2] }],
    },
    {
      id: 'weights',
      part: 'weighting',
      t: 1,
      look: ['alpha'],
      terms: ['alpha'],
      grids: ['s', 'h'],
      override: true,
      values: weightsOf,
      formula: {
        tex: '\\htmlClass{role-weight}{\\alpha_{tj}} = \\frac{\\exp(\\htmlClass{role-score}{e_{tj}})}{\\sum_k \\exp(\\htmlClass{role-score}{e_{tk}})}',
        plain: 'αₜⱼ = exp(eₜⱼ) ÷ Σₖ exp(eₜₖ)',
      },
    },
    {
      id: 'context',
      part: 'context',
      t: 1,
      look: ['weighted', 'c'],
      terms: ['c'],
      grids: ['s', 'h'],
      override: true,
      values: weightsOf,
      formula: {
        tex: '\\htmlClass{role-context}{c_t} = \\sum_j \\htmlClass{role-weight}{\\alpha_{tj}} \\, \\htmlClass{role-key}{h_j}',
        plain: 'cₜ = Σⱼ αₜⱼ hⱼ',
      },
    },
    {
      id: 'attentional',
      part: 'decoding',
      t: 1,
      look: ['attentional'],
      terms: ['attentional'],
      grids: ['W_c', 's'],
      formula: {
        tex: '\\tilde{h}_t = \\tanh(W_c [\\htmlClass{role-context}{c_t} ; \\htmlClass{role-query}{s_t}])',
        plain: 'h̃ₜ = tanh(W_c [cₜ ; sₜ])',
      },
    },
  ],
};
