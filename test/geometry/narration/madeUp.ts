/** @file Small stories with made-up numbers, built with the real graph: scores, logits and states are given, the rest is computed. */

import { Graph } from '../../../src/engine/graph.ts';
import { createPlainKernels } from '../../../src/engine/kernels/plain.ts';
import { contract } from '../../../src/engine/ops/contract.ts';
import { softmax } from '../../../src/engine/ops/softmax.ts';
import type { Story } from '../../../src/geometry/narration/narration.ts';

/** One target step. */
export interface MadeStep {
  /** One score a source word. */
  readonly e: readonly number[];
  /** One logit a word of the target vocabulary. */
  readonly logits: readonly number[];
  /** The number of the word that is written; 2 is the end mark. */
  readonly word: number;
  /** The new state; [1, 0] if left out. */
  readonly s?: readonly number[];
}

export interface Made {
  readonly source: readonly string[];
  readonly steps: readonly MadeStep[];
  readonly unknown?: readonly number[];
  readonly forced?: readonly number[];
  /** One annotation a source word, 2 numbers each. */
  readonly h?: readonly number[];
}

const targetWords = ['<pad>', '<unknown>', '<end>', 'le', 'chat', 'noir', 'a', 'pas'];

/** A story whose last step writes the end mark if its word is 2; else it was cut. */
export function madeStory({ source, steps, unknown = [], forced = [], h }: Made): Story {
  const graph = new Graph(createPlainKernels(), { eager: true });
  const n = source.length;
  const j = { name: 'j', size: n };
  const kinds = [...new Set(source)];
  const width = (name: string, size: number): { name: string; size: number } => ({ name, size });
  const range = (count: number, from: number): number[] =>
    Array.from({ length: count }, (_, k) => from + 0.1 * (k % 7));
  graph.parameter('E_x', [width('x', 10), width('e', 2)], range(20, 0));
  graph.parameter('v_a', [width('a', 2)], [2, -1]);
  graph.parameter('W_out', [width('v', 8), width('r', 1)], [0, 0, 1, 2, 3, 4, 5, 6]);
  const read = (stage: string): void => graph.stage({ group: 'read', t: -1, stage });
  read('embedding');
  const ids = source.map((word) => kinds.indexOf(word) + 3);
  graph.input('ids', [j], ids);
  graph.input(
    'x',
    [j, width('e', 2)],
    ids.flatMap((id) => [id, 1]),
  );
  for (const way of ['forward', 'backward'] as const) {
    read(way);
    graph.input(
      'z',
      [j, width('d', 1)],
      source.map((_, k) => (k + 1) / (n + 1)),
    );
    graph.input(
      `h_${way}`,
      [j, width('d', 1)],
      source.map((_, k) => 0.5 - 0.2 * k),
    );
  }
  const keys = graph.input('h', [j, width('n', 2)], h ?? source.flatMap((_, k) => [1, 0.5 * k]));
  graph.input('Uh', [j, width('a', 2)], range(2 * n, 0));
  read('first-state');
  graph.named('s', graph.input('s', [width('m', 2)], [0.5, -0.25]), 'query');
  const end = steps.at(-1)?.word === 2;
  steps.forEach(({ e, logits, s = [1, 0] }, t) => {
    const group = end && t === steps.length - 1 ? 'end' : 'word';
    const stage = (name: string): void => graph.stage({ group, t, stage: name });
    stage('score');
    graph.input('sum', [j, width('a', 2)], range(2 * n, -2));
    graph.input('tanh', [j, width('a', 2)], range(2 * n, 0.2));
    const scores = graph.input('e', [j], e);
    stage('softmax');
    const alpha = graph.named('alpha', softmax(graph, scores, 'j', 1), 'weight');
    stage('context');
    graph.named('c', contract(graph, alpha, keys, 'j'), 'context');
    stage('state');
    graph.input('y_id', [width('one', 1)], [steps[t - 1]?.word ?? 2]);
    graph.input('W_h_y', [width('m', 2)], [3, 4]);
    graph.input('C_h_c', [width('m', 2)], [1, 0]);
    graph.input('x_h', [width('m', 2)], [4, 4]);
    graph.input('z', [width('m', 2)], [0.95, 0.05]);
    graph.input('r', [width('m', 2)], [0.25, 0.75]);
    graph.input('h_tilde_in', [width('m', 2)], [4, 4.5]);
    graph.input('h_tilde', [width('m', 2)], [0.5, -0.5]);
    graph.input('s', [width('m', 2)], s);
    stage('word');
    graph.input('W_o_c_n', [width('r', 1)], [3]);
    graph.input('W_o_s_m', [width('r', 1)], [-2]);
    graph.input('W_o_y_y', [width('r', 1)], [1]);
    graph.input('readout', [width('r', 1)], [0.5]);
    const values = graph.input('logits', [width('v', 8)], logits);
    graph.named('p', softmax(graph, values, 'v', 1), 'output');
  });
  return {
    trace: graph.trace(),
    source,
    unknown,
    target: steps.filter(({ word }) => word !== 2).map(({ word }) => targetWords[word] ?? ''),
    targetWords,
    forced,
  };
}

/** Logits in which one word stands out by `lead`, and another follows by `second` (both in the logarithm of the ratio to all others). */
export function favours(word: number, lead: number, other = 0, second = 0): number[] {
  return targetWords.map((_, v) => (v === word ? lead : v === other ? second : 0));
}
