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
import type { Described, Mechanism, Parameters, ParameterShape, ScoreOptions, Widths } from './mechanism.ts';

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
  /** How far a window reaches to each side of its centre, in places; more than 0. */
  readonly D?: number;
  /** What a place is drawn by: `sample` by the weights, or the `argmax`. */
  readonly pick?: 'sample' | 'argmax';
  /** The seed of what is drawn, 1 if it is left out; or the numbers themselves, in [0, 1), one a row. */
  readonly seed?: number;
  readonly u?: Value;
}

/** Scores that the reader gave; axes among those of the scores. */
export interface GivenScores {
  readonly scores: Value;
  readonly at: Value;
}

const normalisers = { softmax, sparsemax, 'entmax-1.5': entmax15 } as const;

/** The stages of looking at a memory, as they are announced. */
export type LookStage = 'position' | 'score' | 'softmax' | 'gaussian' | 'draw' | 'context';
export type Announce = (stage: LookStage) => void;

/** What one look at a memory makes: what is read, and what led to it, where there is such. */
export interface Looked {
  readonly c: Value;
  readonly e?: Value;
  /** What enters the normaliser: e itself where nothing hides a place. */
  readonly masked?: Value;
  readonly alpha?: Value;
  /** The centre of a window, a place counted from 1. */
  readonly p?: Value;
  /** 1 where a window held nothing, and the nearest place was taken. */
  readonly fallback?: Value;
  /** Ones at the drawn places, and their numbers (from 0). */
  readonly drawn?: Value;
  readonly picked?: Value;
}

/** What one look with a score makes. */
export interface Attended extends Looked {
  readonly e: Value;
  readonly masked: Value;
  readonly alpha: Value;
}

/** Who looks, at what. */
export interface Looking {
  /** [m], or […, m] where several ask at once. */
  readonly query: Value;
  readonly memory: Memory;
  readonly p: Parameters;
  /** The row (0-based) that the query stands in: its target step; of several along the axis i, the first one's. */
  readonly row: number;
}

/** A whole way to look at a memory: what a model is built with. */
export interface Attention extends Described {
  /** The constants and inputs that it has a place for. */
  readonly takes?: readonly (keyof ScoreOptions | 'D' | 'seed' | 'pick')[];
  /** `forward`: the memory of a model built with it is read from left to right alone. */
  readonly reads?: 'forward';
  parameters(widths: Widths): readonly ParameterShape[];
  /** The part that depends on the keys alone; the keys themselves if there is none. */
  prepare(graph: Graph, keys: Value, p: Parameters): Value;
  look(graph: Graph, looking: Looking, options: AttendOptions, announce: Announce): Looked;
}

const inSilence: Announce = () => undefined;

/** e = score(query, keys), hidden where the mask is 0, α = normalised along j: all but the reading. */
export function weigh(
  graph: Graph,
  mechanism: Pick<Mechanism, 'score'>,
  query: Value,
  memory: Memory,
  p: Parameters,
  options: AttendOptions,
  announce: Announce,
): Omit<Attended, 'c'> {
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
  return { e, masked, alpha };
}

/** c = Σ_j α_j value_j. */
export function read(graph: Graph, alpha: Value, memory: Memory, announce: Announce): Value {
  announce('context');
  return graph.named('c', contract(graph, alpha, memory.values, 'j'), 'context');
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
  announce: Announce = inSilence,
): Attended {
  const weighed = weigh(graph, mechanism, query, memory, p, options, announce);
  return { ...weighed, c: read(graph, weighed.alpha, memory, announce) };
}

/** The attention that looks at all places with one score. */
export function global(mechanism: Mechanism): Attention {
  return {
    ...mechanism,
    look: (graph, { query, memory, p }, options, announce) =>
      attend(graph, mechanism, query, memory, p, options, announce),
  };
}

/** The scores as they were before the reader gave any. */
function computed(graph: Graph, scores: Value): Value {
  return graph.named('e_computed', scores, 'score');
}
