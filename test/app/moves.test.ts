/** @file Moving over a trace: every move forwards is undone exactly by its opposite. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { moved, placeIn } from '../../src/app/state/moves.ts';
import type { Trace } from '../../src/engine/trace.ts';
import { cursorOf, placesOf, type Cursor } from '../../src/geometry/cursor.ts';
import { makeRig } from './rig.tsx';

let trace: Trace = { tensors: [], ops: [], stages: [], data: new Float64Array() };

beforeAll(async () => {
  const { settled, store } = makeRig({ link: '#/1/additive?s=the+black+cat' });
  await settled();
  const { shown } = store.getState();
  if (shown === null) throw new Error('nothing was translated');
  ({ trace } = shown.translation);
});

/** Every place that the reader can stand on. */
function everyCursor(): Cursor[] {
  return trace.stages.flatMap((mark) => {
    const whole = cursorOf(mark);
    return [whole, ...placesOf(trace, whole).map((cell) => ({ ...whole, cell }))];
  });
}

describe('next and previous', () => {
  it('go through every step from first to last, and back the same way', () => {
    const forwards = [moved(trace, { t: 3, at: 'word', cell: 0 }, 'first')];
    for (let cursor = forwards[0]; cursor !== undefined; cursor = moved(trace, cursor, 'next')) {
      if (cursor !== forwards[0]) forwards.push(cursor);
    }
    expect(forwards).toEqual(trace.stages.map(cursorOf));
    const backwards = [forwards.at(-1)];
    for (let cursor = backwards[0]; cursor !== undefined; cursor = moved(trace, cursor, 'previous')) {
      if (cursor !== backwards[0]) backwards.push(cursor);
    }
    expect(backwards.toReversed()).toEqual(forwards);
  });

  it('go cell by cell inside a step, in the order of its computation, and then on', () => {
    const inside = (at: string, t: number): number[] => {
      const cells: number[] = [];
      let cursor = moved(trace, { t, at, cell: 0 }, 'into');
      while (cursor !== undefined && cursor.at === at) {
        cells.push(cursor.cell);
        cursor = moved(trace, cursor, 'next');
      }
      return cells;
    };
    expect(inside('score', 2)).toEqual([1, 2, 3]);
    expect(inside('backward', 0)).toEqual([3, 2, 1]);
    expect(inside('word', 2)).toEqual([]);
  });

  it('inside a step, previous undoes next', () => {
    for (const cursor of everyCursor().filter(({ cell }) => cell > 0)) {
      const next = moved(trace, cursor, 'next');
      if (next !== undefined && next.cell > 0) expect(moved(trace, next, 'previous')).toEqual(cursor);
    }
  });
});

describe('into and out', () => {
  it('undo one another', () => {
    for (const cursor of everyCursor().filter(({ cell }) => cell === 0)) {
      const inside = moved(trace, cursor, 'into');
      if (inside !== undefined) expect(moved(trace, inside, 'out')).toEqual(cursor);
      expect(moved(trace, cursor, 'out')).toBeUndefined();
    }
  });
});

describe('nextWord and previousWord', () => {
  it('keep the stage, and undo one another between words', () => {
    expect(moved(trace, { t: 2, at: 'context', cell: 0 }, 'nextWord')).toEqual({
      t: 3,
      at: 'context',
      cell: 0,
    });
    expect(moved(trace, { t: 3, at: 'context', cell: 2 }, 'previousWord')).toEqual({
      t: 2,
      at: 'context',
      cell: 0,
    });
  });

  it('begin with the first stage in a group that lacks the stage', () => {
    expect(moved(trace, { t: 1, at: 'softmax', cell: 0 }, 'previousWord')).toEqual({
      t: 0,
      at: 'embedding',
      cell: 0,
    });
    expect(moved(trace, { t: 0, at: 'backward', cell: 0 }, 'nextWord')).toEqual({
      t: 1,
      at: 'score',
      cell: 0,
    });
    expect(moved(trace, { t: 0, at: 'backward', cell: 0 }, 'previousWord')).toBeUndefined();
  });
});

describe('placeIn', () => {
  it('leaves every place of the trace as it is', () => {
    for (const cursor of everyCursor()) expect(placeIn(trace, cursor)).toEqual(cursor);
  });

  it('finds a place of the trace for any cursor', () => {
    const known = new Set(everyCursor().map((cursor) => JSON.stringify(cursor)));
    const anywhere = fc.record({
      t: fc.integer({ min: 0, max: 200 }),
      at: fc.constantFrom('score', 'softmax', 'word', 'embedding', 'first-state', 'nowhere'),
      cell: fc.integer({ min: 0, max: 60 }),
    });
    fc.assert(fc.property(anywhere, (cursor) => known.has(JSON.stringify(placeIn(trace, cursor)))));
  });
});
