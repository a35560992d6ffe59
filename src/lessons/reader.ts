/** @file What three lessons have in common: three words, a reader of width 2, a writer of width 2. Small whole numbers, no ties. */

import type { Band, Given } from './lesson.ts';

/** The first three are those of the lessons; the others are there when the sentence grows. */
export const readerWords = [
  'the',
  'cat',
  'sleeps',
  'on',
  'the',
  'warm',
  'mat',
  'by',
  'the',
  'old',
  'stone',
  'wall',
] as const;

/** The words and the GRU that reads them. */
export const readerNumbers = {
  x: { in: 'inputs', axes: ['S', 'd_x'], data: [1, 0, 0, 1, -1, 1] },
  encoder_W_z: { in: 'params', axes: ['d_h', 'd_x'], data: [0, 1, 1, 0] },
  encoder_U_z: { in: 'params', axes: ['d_h', 'd_h'], data: [0, 1, -1, 0] },
  encoder_b_z: { in: 'params', axes: ['d_h'], data: [1, 1] },
  encoder_W_r: { in: 'params', axes: ['d_h', 'd_x'], data: [1, -1, -1, -1] },
  encoder_U_r: { in: 'params', axes: ['d_h', 'd_h'], data: [1, 0, 0, 0] },
  encoder_W: { in: 'params', axes: ['d_h', 'd_x'], data: [-1, -1, 1, -2] },
  encoder_U: { in: 'params', axes: ['d_h', 'd_h'], data: [0, -1, -1, 1] },
} as const satisfies Readonly<Record<string, Given>>;

/** What the writer begins with, and the words before each of its two steps. */
export const writerInputs = {
  y: { in: 'inputs', axes: ['T', 'd_y'], data: [0, 0, 1, 0] },
  s0: { in: 'inputs', axes: ['d_s'], data: [0.5, -0.5] },
} as const satisfies Readonly<Record<string, Given>>;

/** The GRU that writes, and its read-out. */
export const writerNumbers = {
  cell_W_z: { in: 'params', axes: ['d_s', 'd_y+d_h'], data: [0, 1, 0, -1, 1, 1, 1, 0] },
  cell_U_z: { in: 'params', axes: ['d_s', 'd_s'], data: [1, 0, 0, 0] },
  cell_b_z: { in: 'params', axes: ['d_s'], data: [1, 1] },
  cell_W_r: { in: 'params', axes: ['d_s', 'd_y+d_h'], data: [-1, 0, 1, -1, 0, -1, 1, 0] },
  cell_U_r: { in: 'params', axes: ['d_s', 'd_s'], data: [1, 0, 0, 0] },
  cell_W: { in: 'params', axes: ['d_s', 'd_y+d_h'], data: [1, -1, 2, -1, 1, 2, 1, -2] },
  cell_U: { in: 'params', axes: ['d_s', 'd_s'], data: [-1, 0, 1, 0] },
  W_out: { in: 'params', axes: ['V', 'd_s'], data: [-1, -1, 1, 3, -1, 3] },
} as const satisfies Readonly<Record<string, Given>>;

/** "What if this score were 5?", and the mask. */
export const overrides = {
  mask: { in: 'inputs', axes: ['T', 'S'], data: [1, 1, 1, 1, 1, 1], kind: 'switch', unless: 1 },
  e_given: { in: 'inputs', axes: ['T', 'S'], data: [0, 0, 0, 0, 0, 0] },
  given_at: { in: 'inputs', axes: ['T', 'S'], data: [0, 0, 0, 0, 0, 0], kind: 'switch', unless: 0 },
} as const satisfies Readonly<Record<string, Given>>;

export const widths = {
  S: { size: 3, least: 1, most: 12 },
  d_x: { size: 2, least: 1, most: 8 },
  d_h: { size: 2, least: 1, most: 8 },
  d_s: { size: 2, least: 1, most: 8 },
  T: { size: 2, least: 2, most: 2 },
  d_y: { size: 2, least: 2, most: 2 },
  V: { size: 3, least: 3, most: 3 },
} as const;

/** The rows of reading. */
export const readingBands: readonly Band[] = [
  { id: 'x', part: 'encoding', tensor: 'x', at: 'reading', place: 'columns' },
  { id: 'z', part: 'encoding', tensor: 'z', at: 'reading', stage: 'encoding', place: 'columns' },
  { id: 'r', part: 'encoding', tensor: 'r', at: 'reading', stage: 'encoding', place: 'columns' },
  {
    id: 'candidate',
    part: 'encoding',
    tensor: 'h_tilde',
    at: 'reading',
    stage: 'encoding',
    place: 'columns',
  },
  { id: 'h', part: 'encoding', tensor: 'h', at: 'reading', place: 'columns', always: true },
];

/** The rows from the weights on. */
export const lookingBands: readonly Band[] = [
  {
    id: 'alpha',
    part: 'weighting',
    tensor: 'alpha',
    at: 'step',
    place: 'columns',
    as: 'weight',
    always: true,
  },
  { id: 'weighted', part: 'context', tensor: 'h', at: 'reading', place: 'columns', times: 'alpha', of: 'c' },
];

/** The rows of writing. */
export const writingBands: readonly Band[] = [
  { id: 'y', part: 'decoding', tensor: 'y', at: 'step', stage: 'state', place: 'whole' },
  { id: 'z_state', part: 'decoding', tensor: 'z', at: 'step', stage: 'state', place: 'whole' },
  { id: 'r_state', part: 'decoding', tensor: 'r', at: 'step', stage: 'state', place: 'whole' },
  { id: 'candidate_state', part: 'decoding', tensor: 'h_tilde', at: 'step', stage: 'state', place: 'whole' },
  { id: 's', part: 'decoding', tensor: 's', at: 'step', place: 'whole' },
  { id: 'logits', part: 'decoding', tensor: 'logits', at: 'step', place: 'whole', labels: 'outputs' },
  {
    id: 'p',
    part: 'decoding',
    tensor: 'p',
    at: 'step',
    place: 'whole',
    as: 'weight',
    labels: 'outputs',
    always: true,
  },
];
