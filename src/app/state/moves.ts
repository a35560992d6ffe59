/** @file Where a cursor goes: pure moves over a finished trace, each undone exactly by its opposite. */
import type { Trace } from '../../engine/trace.ts';
import { cursorOf, placesOf, stepOf, type Cursor } from '../../geometry/cursor.ts';

/** A move along the timeline. */
export type Move = 'next' | 'previous' | 'nextWord' | 'previousWord' | 'into' | 'out' | 'first' | 'last';

/** The cursor itself if the trace has that step, else the nearest step that it has: the last word for one past the end. */
export function placeIn(trace: Trace, cursor: Cursor): Cursor {
  const exact = stepOf(trace, cursor);
  if (exact >= 0) {
    return cursor.cell === 0 || placesOf(trace, cursor).includes(cursor.cell)
      ? cursor
      : { ...cursor, cell: 0 };
  }
  const last = trace.stages.at(-1)?.t ?? -1;
  const t = Math.min(cursor.t - 1, last);
  const group = trace.stages.filter((mark) => mark.t === t);
  const mark = group.find(({ stage }) => stage === cursor.at) ?? group[0] ?? trace.stages[0];
  return mark === undefined ? cursor : cursorOf(mark);
}

function wholeStep(trace: Trace, step: number): Cursor | undefined {
  const mark = trace.stages[step];
  return mark && cursorOf(mark);
}

/** One step forwards: inside a step the next cell, then the step after it. */
function next(trace: Trace, cursor: Cursor): Cursor | undefined {
  const places = placesOf(trace, cursor);
  const after = cursor.cell === 0 ? undefined : places[places.indexOf(cursor.cell) + 1];
  return after === undefined ? wholeStep(trace, stepOf(trace, cursor) + 1) : { ...cursor, cell: after };
}

/** One step back: inside a step the cell before, then the step as a whole. */
function previous(trace: Trace, cursor: Cursor): Cursor | undefined {
  if (cursor.cell === 0) return wholeStep(trace, stepOf(trace, cursor) - 1);
  const places = placesOf(trace, cursor);
  return { ...cursor, cell: places[places.indexOf(cursor.cell) - 1] ?? 0 };
}

/** The same stage `by` words further on; the first stage where the other group has no such one. */
function word(trace: Trace, cursor: Cursor, by: 1 | -1): Cursor | undefined {
  const group = trace.stages.filter((mark) => mark.t === cursor.t - 1 + by);
  const mark = group.find(({ stage }) => stage === cursor.at) ?? group[0];
  return mark && cursorOf(mark);
}

/** Where a move leads from a cursor that is in the trace; undefined where it leads nowhere. */
export function moved(trace: Trace, cursor: Cursor, move: Move): Cursor | undefined {
  switch (move) {
    case 'next':
      return next(trace, cursor);
    case 'previous':
      return previous(trace, cursor);
    case 'nextWord':
      return word(trace, cursor, 1);
    case 'previousWord':
      return word(trace, cursor, -1);
    case 'into': {
      const first = placesOf(trace, cursor)[0];
      return cursor.cell > 0 || first === undefined ? undefined : { ...cursor, cell: first };
    }
    case 'out':
      return cursor.cell === 0 ? undefined : { ...cursor, cell: 0 };
    case 'first':
      return wholeStep(trace, 0);
    case 'last':
      return wholeStep(trace, trace.stages.length - 1);
  }
}
