/** @file local-m: a score, but only within D places of p_t = t: attention that walks along the sentence, a word a step. */

import { subtract } from '../engine/ops/add.ts';
import { windowAround } from '../engine/ops/window.ts';
import type { Graph, Value } from '../engine/graph.ts';
import { findAxis } from '../engine/tensor.ts';
import { read, weigh, type Attention, type Memory } from './attend.ts';
import type { Mechanism } from './mechanism.ts';

/** D where nothing else is said (Luong 2015, section 4.1). */
export const usualReach = 10;

/** What a window makes: the memory as it is seen through it, the places' offsets from its centre, and whether it held nothing. */
export interface Windowed {
  readonly memory: Memory;
  readonly offset: Value;
  readonly fallback: Value;
}

/** The memory through a window of D places to each side of the centre p […], a place counted from 1. */
export function throughWindow(graph: Graph, p: Value, memory: Memory, D: number): Windowed {
  const size = findAxis(memory.keys.axes, 'j')?.size ?? 0;
  const places = graph.input(
    'place',
    [{ name: 'j', size }],
    Array.from({ length: size }, (_, j) => j + 1),
  );
  const offset = graph.named('offset', subtract(graph, places, p));
  const { window, fallback } = windowAround(graph, offset, 'j', D, memory.mask);
  graph.named('fallback', fallback);
  return { memory: { ...memory, mask: graph.named('window', window) }, offset, fallback };
}

/** With that score inside the window. */
export function localM(score: Mechanism): Attention {
  return {
    id: 'local-m',
    paper: {
      authors: 'Luong, Pham, Manning',
      year: 2015,
      title: 'Effective Approaches to Attention-based Neural Machine Translation',
      equation: 'section 3.2, monotonic alignment',
    },
    takes: [...(score.takes ?? []), 'D'],
    parameters: (widths) => score.parameters(widths),
    prepare: (graph, keys, p) => score.prepare(graph, keys, p),

    // p_t = t, and what is not in [p_t − D, p_t + D] is hidden.
    look: (graph, { query, memory, p: parameters, row }, options, announce) => {
      announce('position');
      const rows = query.axes.filter((axis) => axis.name === 'i');
      const centres = Array.from({ length: rows[0]?.size ?? 1 }, (_, i) => row + i + 1);
      const p = graph.input('p', rows, centres);
      const seen = throughWindow(graph, p, memory, options.D ?? usualReach);
      const weighed = weigh(graph, score, query, seen.memory, parameters, options, announce);
      const c = read(graph, weighed.alpha, memory, announce);
      return { ...weighed, c, p, fallback: seen.fallback };
    },
  };
}
