/** @file CSV: read back by a reader of its own, every double is the same. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../src/exports/csv.ts';

/** The fields of a text as RFC 4180 reads it. */
function parsed(text: string): string[][] {
  const rows: string[][] = [[]];
  let [field, isQuoted] = ['', false];
  const end = (): void => {
    rows.at(-1)?.push(field);
    field = '';
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      field += '"';
      at++;
    } else if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && letter === ',') end();
    else if (!isQuoted && letter === '\r' && text[at + 1] === '\n') {
      end();
      rows.push([]);
      at++;
    } else field += letter;
  }
  expect([isQuoted, field]).toEqual([false, '']);
  return rows.slice(0, -1);
}

const word = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ' ', '\n', '\r', '1'), maxLength: 6 });
const number = fc.double({ noNaN: true });

describe('csv(table)', () => {
  it('gives back every word and every double', () => {
    const table = fc.array(word, { minLength: 1, maxLength: 5 }).chain((columns) =>
      fc.record({
        columns: fc.constant(columns),
        rows: fc.array(
          fc.record({
            name: word,
            values: fc.array(number, { minLength: columns.length, maxLength: columns.length }),
          }),
          { maxLength: 4 },
        ),
      }),
    );
    fc.assert(
      fc.property(table, ({ columns, rows }) => {
        const [head, ...lines] = parsed(csv({ columns, rows }));
        expect(head).toEqual(['', ...columns]);
        expect(lines.map(([name]) => name)).toEqual(rows.map(({ name }) => name));
        // A negative zero is written as 0, which is equal to it.
        const cells = lines.map(([, ...cells]) => cells.map((cell) => Number(cell) + 0));
        expect(cells).toEqual(rows.map(({ values }) => values.map((value) => value + 0)));
      }),
    );
  });

  it('leaves a cell empty where there is no number', () => {
    expect(csv({ columns: ['a', 'b'], rows: [{ name: 'x', values: [1.5] }] })).toBe(',a,b\r\nx,1.5,\r\n');
  });
});
