/** @file Pasted blocks: what is copied is read back exactly, and every common form of numbers is understood or refused with the reason. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockText, cellOf, parseBlock } from '../../../src/geometry/grid/block.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));

const blocks = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(finite, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

const many = { numRuns: 5000 };

describe('parseBlock after blockText', () => {
  it('is the block, for any finite numbers', () => {
    fc.assert(
      fc.property(blocks, (rows) => {
        expect(parseBlock(blockText(rows))).toEqual({ ok: true, rows });
      }),
      many,
    );
  });

  it('is the block for JSON and for Python lists too', () => {
    fc.assert(
      fc.property(blocks, (rows) => {
        expect(parseBlock(JSON.stringify(rows))).toEqual({ ok: true, rows });
        expect(parseBlock(`np.array(${JSON.stringify(rows, null, 1)}, dtype=float)`)).toEqual({
          ok: true,
          rows,
        });
      }),
      many,
    );
  });

  it('is the block for German spreadsheets: tabs between the numbers, commas inside', () => {
    fc.assert(
      fc.property(blocks, (rows) => {
        fc.pre(rows.every((row) => row.length > 1));
        expect(parseBlock(blockText(rows).replaceAll('.', ','))).toEqual({ ok: true, rows });
      }),
      many,
    );
  });
});

describe('parseBlock', () => {
  it('throws for no text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const block = parseBlock(text);
        if (block.ok) for (const value of block.rows.flat()) expect(Number.isFinite(value)).toBe(true);
      }),
      many,
    );
  });

  it.each([
    [
      '1\t2\n3\t4\n',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      '1, 2\n3, 4',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      '0.5,1\n2,3.5',
      [
        [0.5, 1],
        [2, 3.5],
      ],
    ],
    ['1,2,3', [[1, 2, 3]]],
    [
      '1 2 3\r\n4 5 6',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    ['1,5\t2,5', [[1.5, 2.5]]],
    [
      '1,5; 2,5\n3;4',
      [
        [1.5, 2.5],
        [3, 4],
      ],
    ],
    [
      '[[1. 2.]\n [3. -4.]]',
      [
        [1, 2],
        [3, -4],
      ],
    ],
    [
      'array([[ 0.1, -0.2],\n       [ 1e-3,  4.  ]])',
      [
        [0.1, -0.2],
        [0.001, 4],
      ],
    ],
    ['tensor([[1.0000, 2.0000]])', [[1, 2]]],
    ['[1, 2, 3]', [[1, 2, 3]]],
    ['\u22120.5 .5 +2', [[-0.5, 0.5, 2]]],
    ['7', [[7]]],
  ])('reads %j', (text, rows) => {
    expect(parseBlock(text)).toEqual({ ok: true, rows });
  });

  it.each([
    ['', 'empty', ''],
    ['1,5', 'ambiguous', '1,5'],
    ['1,5\n2,5', 'ambiguous', '1,5'],
    ['1\t2\n3', 'ragged', ''],
    ['[[1, 2], [3]]', 'ragged', ''],
    ['1\tcat', 'number', 'cat'],
    ['1\tInfinity', 'number', 'Infinity'],
    ['1\t1e999', 'number', '1e999'],
    ['1\t\t2', 'number', ''],
    ['nan 1', 'number', 'nan'],
    ['[[[1], [2]]]', 'number', '[[[1], [2]]]'],
  ])('refuses %j', (text, reason, piece) => {
    expect(parseBlock(text)).toEqual({ ok: false, reason, text: piece });
  });
});

describe('cellOf', () => {
  it.each([
    ['5', 5],
    [' -0,5 ', -0.5],
    ['1e3', 1000],
    ['\u22122', -2],
    ['-0', 0],
  ])('reads %j', (text, value) => {
    expect(cellOf(text)).toBe(value);
  });

  it.each(['', '-', 'cat', '1,2,3', '1.2.3', 'Infinity', 'NaN', '1e999', '0x10', '5 %', '٣'])(
    'refuses %j',
    (text) => {
      expect(cellOf(text)).toBeUndefined();
    },
  );
});
