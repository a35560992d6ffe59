/** @file attend: what all mechanisms share. Score, hide, normalise, read. */

import type { Graph, Value } from '../engine/graph.ts';
import { add } from '../engine/ops/add.ts';
import { contract } from '../engine/ops/contract.ts';
import { entmax15 } from '../engine/ops/entmax15.ts';
import { mask } from '../engine/ops/mask.ts';
import { replace } from '../engine/ops/replace.ts';
import { softmax } from '../engine/ops/softmax.ts';
import { sparsemax } from '../engine/ops/sparsemax.ts';
import type { Normaliser } from '../engine/explanation.ts';
import type { Mechanism, Parameters, ScoreOptions } from './mechanism.ts';

/** A memory that may be attended: keys [j, …, n], what is read of them, and the part of the score that depends on them alone. */
export interface Memory {
  readonly keys: Value;
  readonly values: Value;
  readonly prepared: Value;
  /** 1 where a place may be attended, 0 where not; axes among those of the scores. */
  readonly mask?: Value;
}

export interface AttendOptions extends ScoreOptions {
  readonly temperature?: number;
  readonly normaliser?: Normaliser;
  /** Added to the scores, and part of e. */
  readonly bias?: Value;
  /** "What if this score were 5?": numbers that stand in the place of scores where `at` is 1, and are part of e. */
  readonly given?: GivenScores;
}

/** Scores that the reader gave; axes among those of the scores. */
export interface GivenScores {
  readonly scores: Value;
  readonly at: Value;
}

const normalisers = { softmax, sparsemax, 'entmax-1.5': entmax15 } as const;

/** What one look at a memory makes. `masked` is what enters the normaliser: e itself where there is no mask. */
export interface Attended {
  readonly e: Value;
  readonly masked: Value;
  readonly alpha: Value;
  readonly c: Value;
}

/**
 * e = score(query, keys), α = normalised along j, c = Σ_j α_j value_j. `announce` is told each stage before its tensors are made.
 */
export function attend(
  graph: Graph,
  mechanism: Pick<Mechanism, 'score'>,
  query: Value,
  memory: Memory,
  p: Parameters,
  options: AttendOptions = {},
  announce: (stage: 'score' | 'softmax' | 'context') => void = () => undefined,
): Attended {
  announce('score');
  const { bias, given } = options;
  const score = mechanism.score(graph, { query, keys: memory.keys, prepared: memory.prepared, p }, options);
  const scored = bias === undefined ? score : add(graph, graph.named('score', score), bias);
  const e = graph.named(
    'e',
    given === undefined ? scored : replace(graph, computed(graph, scored), given.scores, given.at),
    'score',
  );
  announce('softmax');
  const masked = memory.mask === undefined ? e : graph.named('masked', mask(graph, e, memory.mask), 'score');
  const normalise = normalisers[options.normaliser ?? 'softmax'];
  const alpha = graph.named('alpha', normalise(graph, masked, 'j', options.temperature ?? 1), 'weight');
  announce('context');
  const c = graph.named('c', contract(graph, alpha, memory.values, 'j'), 'context');
  return { e, masked, alpha, c };
}

/** The scores as they were before the reader gave any. */
function computed(graph: Graph, scores: Value): Value {
  return graph.named('e_computed', scores, 'score');
}
