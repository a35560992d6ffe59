/** @file What of a trace is taken away: the numbers that are printed, and those that it starts from. */

import type { TensorRecord, Trace } from '../engine/trace.ts';
import { lengthsOf } from '../geometry/attention.ts';
import { tensorNamed } from '../geometry/tensorIndex.ts';
import type { Printed } from './program/program.ts';

/** What is exported: named results, each of one tensor or of one a step, and the tensors taken as given. */
export interface Selection {
  readonly printed: readonly Printed[];
  readonly given: readonly number[];
}

/** The states that are asked, and the state that asks at step t (0-based). */
function givenAt(trace: Trace, t: number): number[] {
  const found = [tensorNamed(trace, 'h', -1), tensorNamed(trace, 's', t - 1)];
  return found.flatMap((tensor) => (tensor === undefined ? [] : [tensor.id]));
}

function printedOf(name: string, tensors: readonly (TensorRecord | undefined)[]): Printed[] {
  const found = tensors.flatMap((tensor) => (tensor === undefined ? [] : [tensor.id]));
  return found.length === tensors.length ? [{ name, tensors: found }] : [];
}

/** What a decoder makes of the context, by the stage in which it does: the state, then also the probabilities of the next word. */
const later: Readonly<Record<string, readonly string[]>> = { state: ['s'], word: ['s', 'p'] };

/**
 * Scores, weights and context of one step (0-based), from the states before it; where the reader stands at the stage `state` or `word`,
 * also what that makes, from the word before.
 */
export function stepSelection(trace: Trace, t: number, at = 'context'): Selection {
  const names = ['e', 'alpha', 'c', ...(later[at] ?? [])];
  const y = at in later ? tensorNamed(trace, 'y', t) : undefined;
  return {
    printed: names.flatMap((name) => printedOf(name, [tensorNamed(trace, name, t)])),
    given: [...givenAt(trace, t), ...(y === undefined ? [] : [y.id])],
  };
}

/** The annotations of the words, from the embedded words. */
export function readingSelection(trace: Trace): Selection {
  const x = tensorNamed(trace, 'x', -1);
  return {
    printed: printedOf('h', [tensorNamed(trace, 'h', -1)]),
    given: x === undefined ? [] : [x.id],
  };
}

/** The scores (`e`) or the weights (`alpha`) of all target words, a row each, from the states before each. */
export function matrixSelection(trace: Trace, name: string): Selection {
  const steps = Array.from({ length: lengthsOf(trace).target }, (_, t) => t);
  return {
    printed: printedOf(
      name,
      steps.map((t) => tensorNamed(trace, name, t)),
    ),
    given: [...new Set(steps.flatMap((t) => givenAt(trace, t)))],
  };
}

/**
 * What a trace without steps ends in, from its inputs and parameters: scores, weights, contexts, outputs, and whatever no op reads. Of
 * several tensors of one name (a row each, then all rows together) only what no op reads is taken.
 */
export function wholeSelection(trace: Trace): Selection {
  const read = new Set(trace.ops.flatMap(({ inputs }) => inputs.map(({ tensor }) => tensor)));
  const made = trace.tensors.filter(({ kind, at }) => kind === 'computed' && at >= 0);
  const results = made.filter(
    ({ id, role, name }) =>
      !read.has(id) || (told.has(role) && made.every((other) => other.id === id || other.name !== name)),
  );
  const counts = new Map<string, number>();
  return {
    printed: results.map(({ name, id }) => {
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return { name: count === 1 ? name : `${name}_${count}`, tensors: [id] };
    }),
    given: [],
  };
}

const told = new Set<TensorRecord['role']>(['score', 'weight', 'context', 'output']);
