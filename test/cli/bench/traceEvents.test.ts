/** @file The work of the main thread is added up from the browser's record. */
import { describe, expect, it } from 'vitest';
import { workBetweenMarks, type TraceEvent } from '../../../src/cli/bench/traceEvents.ts';

/** An event of thread 1 of process 7, times in milliseconds. */
const at = (name: string, ts: number, dur?: number, tid = 1): TraceEvent => ({
  name,
  ph: dur === undefined ? 'I' : 'X',
  pid: 7,
  tid,
  ts: ts * 1000,
  ...(dur === undefined ? {} : { dur: dur * 1000 }),
});

const marks = [at('probe-begin', 1), at('probe-end', 2), at('probe-rest', 3)];

describe('workBetweenMarks', () => {
  it('counts whole tasks that touch the time between two marks, painting apart', () => {
    const events = [
      at('RunTask', 0, 5),
      at('RunTask', 10, 4),
      at('probe-begin', 11),
      at('FunctionCall', 11, 2),
      at('RunTask', 20, 6),
      at('Layout', 20, 1),
      at('Paint', 22, 2),
      at('Commit', 24, 1),
      at('probe-end', 27),
      at('RunTask', 30, 50),
      at('probe-rest', 29),
    ];
    expect(workBetweenMarks(events)).toEqual([{ work: 7, paint: 3, rest: 0, longest: 0 }]);
  });

  it('adds up the whole tasks that follow until the page is left alone, without their painting, and finds the longest', () => {
    const events = [
      at('RunTask', 0, 5),
      at('probe-begin', 1),
      at('probe-end', 4),
      at('RunTask', 6, 2),
      at('RunTask', 10, 6),
      at('Paint', 12, 1),
      at('RunTask', 20, 9),
      at('probe-rest', 22),
      at('RunTask', 40, 9),
    ];
    expect(workBetweenMarks(events)).toEqual([{ work: 5, paint: 0, rest: 7, longest: 5 }]);
  });

  it('counts what lies in another piece of painting once, and nothing of other threads', () => {
    const events = [
      at('RunTask', 0, 10),
      at('probe-begin', 1),
      at('RunTask', 2, 90, 2),
      at('Paint', 2, 90, 2),
      at('Paint', 3, 4),
      at('Paint', 4, 1),
      at('probe-end', 9),
      at('probe-rest', 10),
    ];
    expect(workBetweenMarks(events)).toEqual([{ work: 6, paint: 4, rest: 0, longest: 0 }]);
  });

  it('takes the processor time of a thread where the record has it', () => {
    const task = { ...at('RunTask', 0, 10), tdur: 3000 };
    expect(workBetweenMarks([task, ...marks])).toMatchObject([{ work: 3, paint: 0 }]);
  });

  it('pairs each begin with the next end, in the order of time', () => {
    const events = [
      at('probe-begin', 101),
      at('probe-end', 102),
      at('probe-rest', 103),
      at('RunTask', 100, 5),
      at('RunTask', 0, 3),
      at('probe-begin', 1),
      at('probe-end', 2),
      at('probe-rest', 3),
    ];
    expect(workBetweenMarks(events).map(({ work }) => work)).toEqual([3, 5]);
  });

  it('refuses a record without tasks, which would tell of no work at all', () => {
    expect(() => workBetweenMarks(marks)).toThrow(/no task/);
  });
});
