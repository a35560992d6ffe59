/** @file The timeline: the trace's stages in groups, with a mark for each step. */

import type { StageMark, Trace } from '../engine/trace.ts';
import { stepOf, type Cursor } from './cursor.ts';
import type { SymbolRole } from './symbol.ts';

/** One step. */
export interface TimelineMark {
  /** Its place in `trace.stages`. */
  readonly step: number;
  readonly stage: string;
  /** Whose colour it has; '' is ink. */
  readonly role: SymbolRole | '';
}

export interface TimelineGroup {
  readonly group: StageMark['group'];
  /** The target step from 0; −1 for reading. */
  readonly t: number;
  readonly marks: readonly TimelineMark[];
}

/** What each stage computes, by role. */
const roles: Readonly<Record<string, SymbolRole>> = {
  embedding: 'key',
  forward: 'key',
  backward: 'key',
  'first-state': 'query',
  position: 'query',
  softmax: 'weight',
  gaussian: 'weight',
  context: 'context',
  state: 'query',
  word: 'output',
};

const known = new WeakMap<Trace, readonly TimelineGroup[]>();

/** The groups of a trace in order. */
export function timelineGroups(trace: Trace): readonly TimelineGroup[] {
  const remembered = known.get(trace);
  if (remembered !== undefined) return remembered;
  const groups: { group: StageMark['group']; t: number; marks: TimelineMark[] }[] = [];
  trace.stages.forEach((mark, step) => {
    let last = groups.at(-1);
    if (last === undefined || last.t !== mark.t) {
      last = { group: mark.group, t: mark.t, marks: [] };
      groups.push(last);
    }
    last.marks.push({ step, stage: mark.stage, role: roles[mark.stage] ?? '' });
  });
  known.set(trace, groups);
  return groups;
}

/** Where the cursor is on the timeline: its step (−1 if the trace has none such) of so many. */
export function timelinePlace(
  trace: Trace,
  cursor: Cursor,
): { readonly step: number; readonly count: number } {
  return { step: stepOf(trace, cursor), count: trace.stages.length };
}
