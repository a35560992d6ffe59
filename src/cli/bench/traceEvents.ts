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
}

/** The outermost tasks of a thread. */
const TASK = 'RunTask';
/** What of a frame is painting. */
const PAINTING = new Set(['PrePaint', 'Paint', 'Layerize', 'Commit']);

/** The work between each mark `probe-begin` and the next `probe-end`, in whole tasks, in the order of the marks. */
export function workBetweenMarks(events: readonly TraceEvent[]): Work[] {
  const begins = events.filter(({ name }) => name === 'probe-begin').toSorted((a, b) => a.ts - b.ts);
  return begins.flatMap((begin) => {
    const here = events.filter(({ pid, tid }) => pid === begin.pid && tid === begin.tid);
    const ends = here.filter(({ name, ts }) => name === 'probe-end' && ts >= begin.ts).map(({ ts }) => ts);
    if (ends.length === 0) return [];
    const end = Math.min(...ends);
    const tasks = here.filter(({ name, ts, dur = 0 }) => name === TASK && ts < end && ts + dur > begin.ts);
    if (tasks.length === 0) throw new Error('the record of the browser names no task of the main thread');
    const within = (event: TraceEvent): boolean =>
      tasks.some(({ ts, dur = 0 }) => event.ts >= ts && event.ts < ts + dur);
    const sum = (some: readonly TraceEvent[]): number =>
      some.reduce((total, { dur = 0, tdur = dur }) => total + tdur / 1000, 0);
    const paint = sum(outermost(here.filter((event) => PAINTING.has(event.name) && within(event))));
    return [{ work: sum(tasks) - paint, paint }];
  });
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
