/** @file How much of a step is computed where the cursor stands: what is shown, and what is still to come. */

import type { Trace } from '../engine/trace.ts';
import { placesOf, type Cursor } from './cursor.ts';

/** How far a stage has come. */
export interface Progress {
  readonly state: 'past' | 'now' | 'future';
  /** Whether the value at a source place (from 0) is computed; one and the same function wherever all are, and wherever none is. */
  readonly has: (j: number) => boolean;
  /** The source place (from 0) that is being computed alone; −1 if the step is shown as a whole. */
  readonly current: number;
  /** Whether all of the stage is computed. */
  readonly whole: boolean;
}

/** How far stage `stage` of target step `t` (from 0; −1 for reading) has come. */
export function progressOf(trace: Trace, cursor: Cursor, t: number, stage: string): Progress {
  const here = cursor.t - 1;
  if (t !== here) return t < here ? past : future;
  const order = trace.stages.filter((mark) => mark.t === t).map((mark) => mark.stage);
  const [place, now] = [order.indexOf(stage), order.indexOf(cursor.at)];
  if (place < 0 || place > now) return future;
  if (place < now) return past;
  const places = placesOf(trace, cursor);
  if (cursor.cell === 0 || places.length === 0) return { ...past, state: 'now' };
  const done = new Set(places.slice(0, places.indexOf(cursor.cell) + 1).map((from1) => from1 - 1));
  return {
    state: 'now',
    has: (j) => done.has(j),
    current: cursor.cell - 1,
    whole: done.size === places.length,
  };
}

const past: Progress = { state: 'past', has: () => true, current: -1, whole: true };
const future: Progress = { state: 'future', has: () => false, current: -1, whole: false };
