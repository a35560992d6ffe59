/** @file Matrix products and strided multiply-and-add, of every machine, against plain loops over random shapes and strides. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Gemm, Kernels, Sizes, Strided } from '../../../src/engine/kernels/kernels.ts';
import { Arena, MACHINES } from './arena.ts';
import * as reference from './reference.ts';

const seeds = fc.integer({ min: 0, max: 1e9 });
const size = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }) },
  fc.integer({ min: 1, max: 70 }),
);

/** How a matrix [rows, columns] may lie: its strides, and the room it takes. */
type Layout = 'rows' | 'columns' | 'padded' | 'spread' | 'same row' | 'same column';
function lay(layout: Layout, rows: number, columns: number): { row: number; column: number; room: number } {
  if (layout === 'rows') return { row: columns, column: 1, room: rows * columns };
  if (layout === 'columns') return { row: 1, column: rows, room: rows * columns };
  if (layout === 'padded') return { row: columns + 3, column: 1, room: rows * (columns + 3) };
  if (layout === 'spread') return { row: 2 * columns + 1, column: 2, room: rows * (2 * columns + 1) };
  if (layout === 'same row') return { row: 0, column: 1, room: columns };
  return { row: 1, column: 0, room: rows };
}
const plainLayouts = fc.constantFrom<Layout>('rows', 'columns', 'padded', 'spread');
const anyLayout = fc.constantFrom<Layout>('rows', 'columns', 'padded', 'spread', 'same row', 'same column');

function check(kernels: Kernels, seed: number, arena: Arena, call: Gemm, unit: number): void {
  const before = arena.copy();
  const expected = before.slice();
  reference.gemm(expected, call);
  kernels.gemm(call);
  arena.expectLike(
    before,
    expected,
    unit * (call.k * call.batch + 4),
    `seed ${seed}, ${JSON.stringify(call)}`,
  );
}

describe.each(MACHINES)('%s gemm', (_name, kernels, unit) => {
  const shape = fc.record({
    m: size,
    n: size,
    k: fc.oneof({ weight: 9, arbitrary: size }, fc.integer({ min: 250, max: 600 })),
    batch: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 4 })),
    la: anyLayout,
    lb: anyLayout,
    lc: plainLayouts,
    sharedA: fc.boolean(),
    sharedB: fc.boolean(),
    sharedC: fc.boolean(),
    accumulate: fc.boolean(),
    seed: seeds,
  });

  it('gives the product for any shape, stride and batch, and writes nothing else', () => {
    fc.assert(
      fc.property(shape, ({ m, n, k, batch, la, lb, lc, sharedA, sharedB, sharedC, accumulate, seed }) => {
        const arena = new Arena(kernels, seed);
        const a = lay(la, m, k);
        const b = lay(lb, k, n);
        const c = lay(lc, m, n);
        // Overwriting one C with every batch leaves the last; only sums of batches are asked for.
        const oneC = sharedC && accumulate;
        const call: Gemm = {
          m,
          n,
          k,
          a: arena.numbers(a.room * (sharedA ? 1 : batch)),
          aRow: a.row,
          aColumn: a.column,
          b: arena.numbers(b.room * (sharedB ? 1 : batch)),
          bRow: b.row,
          bColumn: b.column,
          c: arena.numbers(c.room * (oneC ? 1 : batch)),
          cRow: c.row,
          cColumn: c.column,
          batch,
          aBatch: sharedA ? 0 : a.room,
          bBatch: sharedB ? 0 : b.room,
          cBatch: oneC ? 0 : c.room,
          accumulate,
        };
        check(kernels, seed, arena, call, unit);
      }),
      { numRuns: 400 },
    );
  });

  it('gives the product for the thin shapes of attention and for blocks larger than the scratch space', () => {
    const shapes = [
      [1, 64, 30, 8],
      [30, 1, 64, 8],
      [30, 64, 1, 8],
      [1, 1, 100, 3],
      [5, 523, 261, 1],
      [64, 37, 516, 1],
      [3, 1030, 9, 2],
    ] as const;
    for (const [m, n, k, batch] of shapes) {
      for (const [la, lb, lc] of [
        ['rows', 'rows', 'rows'],
        ['rows', 'columns', 'rows'],
        ['columns', 'rows', 'rows'],
        ['columns', 'columns', 'columns'],
        ['rows', 'rows', 'columns'],
        ['rows', 'padded', 'spread'],
      ] as const) {
        for (const accumulate of [false, true]) {
          const arena = new Arena(kernels, m + n + k);
          const a = lay(la, m, k);
          const b = lay(lb, k, n);
          const c = lay(lc, m, n);
          const call: Gemm = {
            m,
            n,
            k,
            a: arena.numbers(a.room * batch),
            aRow: a.row,
            aColumn: a.column,
            b: arena.numbers(b.room * batch),
            bRow: b.row,
            bColumn: b.column,
            c: arena.numbers(c.room * batch),
            cRow: c.row,
            cColumn: c.column,
            batch,
            aBatch: a.room,
            bBatch: b.room,
            cBatch: c.room,
            accumulate,
          };
          check(kernels, 0, arena, call, unit);
        }
      }
    }
  });

  it('makes an empty sum 0, and adds nothing when it accumulates', () => {
    for (const accumulate of [false, true]) {
      const arena = new Arena(kernels, 3);
      const call: Gemm = {
        m: 3,
        n: 5,
        k: 0,
        a: arena.numbers(1),
        aRow: 0,
        aColumn: 1,
        b: arena.numbers(1),
        bRow: 5,
        bColumn: 1,
        c: arena.numbers(30),
        cRow: 5,
        cColumn: 1,
        batch: 2,
        aBatch: 0,
        bBatch: 0,
        cBatch: 15,
        accumulate,
      };
      check(kernels, 3, arena, call, unit);
    }
  });
});

describe.each(MACHINES)('%s multiplyAdd', (_name, kernels, unit) => {
  const level = fc.record({
    size: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 21 })),
    // Which of d, a and b step through this level; d stays put only where it is summed over.
    d: fc.boolean(),
    a: fc.boolean(),
    b: fc.boolean(),
  });
  const nest = fc.record({
    levels: fc.tuple(level, level, level, level),
    orders: fc.tuple(
      ...[0, 1, 2].map(() => fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 })),
    ),
    gaps: fc.tuple(
      fc.integer({ min: 1, max: 2 }),
      fc.integer({ min: 1, max: 2 }),
      fc.integer({ min: 1, max: 2 }),
    ),
    withB: fc.boolean(),
    factor: fc.constantFrom(1, -0.5, 2),
    accumulate: fc.boolean(),
    seed: seeds,
  });

  /** Strides for the levels that an array steps through, in an order of their own, `gap` apart at the innermost. */
  function strided(
    sizes: Sizes,
    steps: readonly boolean[],
    order: readonly number[],
    gap: number,
    arena: Arena,
  ): Strided {
    const strides: [number, number, number, number] = [0, 0, 0, 0];
    let room = gap;
    for (const index of order) {
      if (!steps[index]) continue;
      strides[index as 0] = room;
      room *= sizes[index as 0];
    }
    return { at: arena.numbers(room), strides };
  }

  it('gives the products or their sums for any loop nest, and writes nothing else', () => {
    fc.assert(
      fc.property(nest, ({ levels, orders, gaps, withB, factor, accumulate, seed }) => {
        const arena = new Arena(kernels, seed);
        const sizes: Sizes = [levels[0].size, levels[1].size, levels[2].size, levels[3].size];
        const d = strided(
          sizes,
          levels.map((one) => one.d || !accumulate),
          orders[0] ?? [],
          gaps[0],
          arena,
        );
        const a = strided(
          sizes,
          levels.map((one) => one.a),
          orders[1] ?? [],
          gaps[1],
          arena,
        );
        const b = withB
          ? strided(
              sizes,
              levels.map((one) => one.b),
              orders[2] ?? [],
              gaps[2],
              arena,
            )
          : null;
        const before = arena.copy();
        const expected = before.slice();
        reference.multiplyAdd(expected, sizes, d, a, b, factor, accumulate);
        kernels.multiplyAdd(sizes, d, a, b, factor, accumulate);
        const terms = levels.reduce((product, one) => product * (one.d ? 1 : one.size), 1);
        arena.expectLike(before, expected, unit * 4 * (terms + 4), `seed ${seed}`);
      }),
      { numRuns: 400 },
    );
  });

  it('does nothing for a size of 0', () => {
    const arena = new Arena(kernels, 1);
    const at = arena.numbers(8);
    const before = arena.copy();
    const side: Strided = { at, strides: [0, 0, 0, 1] };
    kernels.multiplyAdd([1, 1, 0, 8], side, side, null, 1, true);
    arena.expectLike(before, before, 0, 'size 0');
    expect(kernels.heap[at]).toBe(before[at]);
  });
});

describe.each(MACHINES)('%s fill', (_name, kernels) => {
  it.each([0, 1, 3, 4, 5, 37])('fills %i numbers and no more', (length) => {
    const arena = new Arena(kernels, 5);
    const at = arena.numbers(length);
    const before = arena.copy();
    kernels.fill(at, length, 0.75);
    arena.expectLike(before, before.slice().fill(0.75, at, at + length), 0, 'fill');
  });
});
