/** @file Two traces of one input side by side: the steps of both on one timeline, and where each stands on it. */

import type { StageMark, Trace } from '../engine/trace.ts';
import { cursorOf, stepOf, type Cursor } from './cursor.ts';
import { tensorNamed } from './tensorIndex.ts';

/**
 * The steps of both traces as a trace of its own, with no numbers but the length of what is read: target word by target word, in one's
 * order; what only the other has stands behind what it has before it. A stage stands once a word, whatever its place in the other.
 */
export function mergedSteps(one: Trace, other: Trace): Trace {
  const last = Math.max(lastStep(one), lastStep(other));
  const stages: StageMark[] = [];
  for (let t = -1; t <= last; t++) {
    const [first, second] = [marksAt(one, t), marksAt(other, t)];
    const group = [...first, ...second].some((mark) => mark.group === 'word') ? 'word' : undefined;
    for (const stage of mergedOrder(
      first.map((mark) => mark.stage),
      second.map((mark) => mark.stage),
    )) {
      const mark = [...first, ...second].find((found) => found.stage === stage);
      if (mark !== undefined) stages.push({ t, stage, group: group ?? mark.group });
    }
  }
  const read = tensorNamed(one, 'h', -1);
  return { stages, tensors: read === undefined ? [] : [read], ops: [], data: one.data };
}

function lastStep({ stages }: Trace): number {
  return stages.reduce((most, mark) => Math.max(most, mark.t), -1);
}

function marksAt({ stages }: Trace, t: number): readonly StageMark[] {
  return stages.filter((mark) => mark.t === t);
}

/** Every name once: one's order, and each of the other's own names behind the name before it. */
function mergedOrder(one: readonly string[], other: readonly string[]): readonly string[] {
  const merged = [...one];
  let at = 0;
  for (const name of other) {
    const found = merged.indexOf(name);
    if (found >= 0) at = found + 1;
    else merged.splice(at++, 0, name);
  }
  return merged;
}

/** Where one of two stands when both are asked to stand at a cursor. */
export interface Standing {
  /** The cursor itself, or the last place before it that the trace has. */
  readonly cursor: Cursor;
  /** What the trace lacks there: it had `ended` before that word, or it has no such `stage`. */
  readonly lacks: 'nothing' | 'ended' | 'stage';
}

/** The place in a trace for a cursor on the steps of both, as `mergedSteps` makes them. */
export function standingIn(trace: Trace, cursor: Cursor, steps: Trace): Standing {
  if (stepOf(trace, cursor) >= 0) return { cursor, lacks: 'nothing' };
  const before = steps.stages.slice(0, stepOf(steps, cursor)).map(cursorOf);
  const near = before.findLast((place) => stepOf(trace, place) >= 0);
  const [first] = trace.stages;
  const place = near ?? (first === undefined ? cursor : cursorOf(first));
  return { cursor: place, lacks: cursor.t - 1 > lastStep(trace) ? 'ended' : 'stage' };
}

/** The words of both for one step each: `chat`, or `chat / chien` where they differ. */
export function mergedWords(one: readonly string[], other: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, t) => {
    const words = [one[t], other[t]].filter((word) => word !== undefined);
    return words[0] === words[1] ? (words[0] ?? '') : words.join(' / ');
  });
}
