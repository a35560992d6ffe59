/** @file Saliency: how much each embedded source word moves the log-probability of each written word, from the backward pass. */

import { map } from '../../engine/ops/map.ts';
import { pick } from '../../engine/ops/slice.ts';
import type { Graph, Value } from '../../engine/graph.ts';
import { findAxis } from '../../engine/tensor.ts';
import { decodeStep, END, openSession, type Model } from './model.ts';
import { sourceIds } from './translate.ts';

/** ‖g_j‖₂ of each row of a gradient [j, e]. */
function lengths(gradient: ArrayLike<number>, rows: number): number[] {
  const width = gradient.length / rows;
  return Array.from({ length: rows }, (_, j) => {
    let squares = 0;
    for (let e = 0; e < width; e++) squares += (gradient[j * width + e] as number) ** 2;
    return Math.sqrt(squares);
  });
}

/** ∂ log p(word) / ∂ x, one length a source word. */
function row(graph: Graph, p: Value, word: number, x: Value): number[] {
  const logProbability = map(graph, 'log', pick(graph, p, 'v', word));
  graph.backward(logProbability)();
  return lengths(graph.gradient(x) ?? [], findAxis(x.axes, 'j')?.size ?? 1);
}

/**
 * J [T, S]: J_tj = ‖∂ log p(y_t) / ∂ x_j‖₂, x_j the embedded source word j, for the written words `target` (without the end mark), the words
 * before each as they were written (after Simonyan, Vedaldi, Zisserman 2014, who do it for images). Yields after each row. Throws for a word
 * that the model does not have, and for a sentence of no words.
 */
export function* saliency(
  model: Model,
  words: readonly string[],
  target: readonly string[],
): Generator<void, number[][]> {
  if (words.length === 0) throw new Error('sentence: it is empty; expected at least one word');
  const ids = target.map((word, t) => {
    const id = model.targetWords.indexOf(word);
    if (id <= END) throw new Error(`target word ${t + 1}: “${word}” is not in the model’s vocabulary`);
    return id;
  });
  // Of the parameters only the table of source words is on the way to x: no other gradient is computed.
  const session = openSession(model, sourceIds(model, words), (name) => name === 'E_x');
  const rows: number[][] = [];
  let s = session.encoded.s;
  for (const [t, id] of ids.entries()) {
    const step = decodeStep(session, s, ids[t - 1] ?? END, t);
    if (step.p !== undefined) rows.push(row(session.graph, step.p, id, session.encoded.x));
    s = step.s;
    yield;
  }
  return rows;
}
