/** @file A batch of examples as numbers, all of one source length, and where batches come from. */
import type { RandomState } from '../lib/random.ts';
import { END, PAD } from '../tasks/vocabulary.ts';

/** Numbers of symbols, step-major: [j, b] and [t, b]. */
export interface Batch {
  readonly size: number;
  readonly sourceLength: number;
  readonly targetLength: number;
  readonly source: Float32Array;
  readonly previous: Float32Array;
  readonly target: Float32Array;
  /** 1 / (number of target symbols in the batch) for each of them, 0 for padding. */
  readonly weight: Float32Array;
  /** Target symbols that count, end marks included. */
  readonly words: number;
}

/** An example as numbers; the target without its end mark. */
export interface Numbered {
  readonly source: ArrayLike<number>;
  readonly target: ArrayLike<number>;
}

/** Where a run's batches come from. Chance is all in `state`, so that a run can go on from it. */
export interface BatchSource {
  /** The batch of a step (0-based). Steps are asked for in their order. */
  next(step: number): Batch;
  /** The state from which `resume` goes on with this step. */
  state(step: number): readonly number[];
  resume(state: readonly number[], step: number): void;
}

/** A state that came out of a checkpoint; `Random.fromState` checks its words. */
export function stateOf(numbers: readonly number[]): RandomState {
  if (numbers.length !== 4) throw new RangeError(`state has ${numbers.length} words; 4 were expected`);
  return numbers as unknown as RandomState;
}

/**
 * A batch of these examples, all of one source length. Target lengths are rounded up to a multiple of `lengthStep`, so that few shapes
 * occur. With fewer examples than `size` the rest is padding that counts for nothing.
 */
export function packBatch(examples: readonly Numbered[], lengthStep: number, size = examples.length): Batch {
  const sourceLength = examples[0]?.source.length ?? 0;
  const longest = examples.reduce((most, { target }) => Math.max(most, target.length + 1), 0);
  const targetLength = Math.ceil(longest / lengthStep) * lengthStep;
  const words = examples.reduce((sum, { target }) => sum + target.length + 1, 0);
  const batch = {
    size,
    sourceLength,
    targetLength,
    source: new Float32Array(sourceLength * size),
    previous: new Float32Array(targetLength * size).fill(PAD),
    target: new Float32Array(targetLength * size).fill(PAD),
    weight: new Float32Array(targetLength * size),
    words,
  };
  examples.forEach(({ source, target }, b) => {
    for (let j = 0; j < sourceLength; j++) batch.source[j * size + b] = source[j] as number;
    batch.previous[b] = END;
    for (let t = 0; t <= target.length; t++) {
      const id = t < target.length ? (target[t] as number) : END;
      batch.target[t * size + b] = id;
      batch.weight[t * size + b] = 1 / words;
      if (t + 1 < targetLength) batch.previous[(t + 1) * size + b] = id;
    }
  });
  return batch;
}
