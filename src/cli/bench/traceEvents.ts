/** @file Reads the browser's own record of its main thread: how much work lay between two marks. */

/** One event of Chromium's trace format; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread: what other programs take of the processor does not count. */
  readonly tdur?: number;
}

/** Milliseconds of processor time of the main thread for one answer to the reader. */
export interface Work {
  /** Scripts, styles and layout. */
  readonly work: number;
  /** Painting and handing the frame over. */
  readonly paint: number;
  /** Scripts, styles and layout of what follows the frame until the page is left alone: all of it, and its longest task. */
  readonly rest: number;
  readonly longest: number;
}

/** The outermost tasks of a thread. */
const TASK = 'RunTask';
/** What of a frame is painting. */
const PAINTING = new Set(['PrePaint', 'Paint', 'Layerize', 'Commit']);

/**
 * The work between each mark `probe-begin` and the next `probe-end`, in whole tasks, in the order of the marks; and that of the whole
 * tasks from there to the next mark `probe-rest`, which must be set before anything else is done with the page.
 */
export function workBetweenMarks(events: readonly TraceEvent[]): Work[] {
  const begins = events.filter(({ name }) => name === 'probe-begin').toSorted((a, b) => a.ts - b.ts);
  return begins.flatMap((begin) => {
    const here = events.filter(({ pid, tid }) => pid === begin.pid && tid === begin.tid);
    const next = (mark: string, from: number): number =>
      Math.min(...here.filter(({ name, ts }) => name === mark && ts >= from).map(({ ts }) => ts));
    const end = next('probe-end', begin.ts);
    const left = next('probe-rest', end);
    if (left === Infinity) return [];
    const all = here.filter(({ name }) => name === TASK);
    const tasks = all.filter(({ ts, dur = 0 }) => ts < end && ts + dur > begin.ts);
    if (tasks.length === 0) throw new Error('the record of the browser names no task of the main thread');
    const painting = outermost(
      here.filter(({ name, ts }) => PAINTING.has(name) && ts >= begin.ts && ts < left),
    );
    const paint = tasks.reduce((total, task) => total + paintIn(task, painting), 0);
    const later = all
      .filter(({ ts, dur = 0 }) => ts >= end && ts + dur <= left)
      .map((task) => processorTime(task) - paintIn(task, painting));
    return [
      {
        work: tasks.reduce((total, task) => total + processorTime(task), 0) - paint,
        paint,
        rest: later.reduce((total, one) => total + one, 0),
        longest: Math.max(0, ...later),
      },
    ];
  });
}

/** Milliseconds. */
function processorTime({ dur = 0, tdur = dur }: TraceEvent): number {
  return tdur / 1000;
}

/** Milliseconds of painting in a task. */
function paintIn({ ts, dur = 0 }: TraceEvent, painting: readonly TraceEvent[]): number {
  return painting
    .filter((event) => event.ts >= ts && event.ts < ts + dur)
    .reduce((total, event) => total + processorTime(event), 0);
}

/** Without those that lie within another. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  return events.filter(
    (event) =>
      !events.some(
        (other) =>
          other !== event &&
          other.ts <= event.ts &&
          other.ts + (other.dur ?? 0) >= event.ts + (event.dur ?? 0) &&
          (other.dur ?? 0) > (event.dur ?? 0),
      ),
  );
}
