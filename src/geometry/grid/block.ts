/** @file A block of numbers as text: read from a spreadsheet, a list with commas, NumPy or JSON; written with tabs. */

/** What a text was read as. */
export type Block =
  | { readonly ok: true; readonly rows: readonly (readonly number[])[] }
  /** `text` is the piece that is no finite number, or that can be read in two ways. */
  | {
      readonly ok: false;
      readonly reason: 'empty' | 'ragged' | 'number' | 'ambiguous';
      readonly text: string;
    };

const refuse = (reason: 'empty' | 'ragged' | 'number' | 'ambiguous', text = ''): Block => ({
  ok: false,
  reason,
  text,
});

const spelling = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** One finite number; a comma stands for the point where `comma` says so. Undefined for anything else. */
function numberOf(text: string, comma: boolean): number | undefined {
  const plain = text.trim().replace(/^[\u2212\u2013]/, '-');
  const pointed = comma && /^[^.,]*,[^.,]*$/.test(plain) ? plain.replace(',', '.') : plain;
  if (!spelling.test(pointed)) return undefined;
  const value = Number(pointed);
  return Number.isFinite(value) ? (value === 0 ? 0 : value) : undefined;
}

/** One typed cell: a comma can only be a decimal comma there. */
export function cellOf(text: string): number | undefined {
  return numberOf(text, true);
}

/** Reads a pasted block. A comma inside numbers is understood where tabs or semicolons stand between them. */
export function parseBlock(text: string): Block {
  const plain = text
    .replaceAll(/[\u2212\u2013]/g, '-')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');
  if (plain.trim() === '') return refuse('empty');
  return plain.includes('[') ? bracketed(plain) : lined(plain);
}

/** `[[1, 2], [3, 4]]`, `array([[1., 2.],\n [3., 4.]])`, `[[1. 2.]\n [3. 4.]]`, `tensor(…)`; one pair of brackets is one row. */
function bracketed(text: string): Block {
  const inside = text.slice(text.indexOf('['), text.lastIndexOf(']') + 1);
  if (inside === '' || /\[[^[\]]*\[[^[\]]*\[/.test(inside)) return refuse('number', text.trim().slice(0, 40));
  const lists = [...inside.matchAll(/\[([^[\]]*)\]/g)].map((found) => found[1] ?? '');
  const around = inside.replaceAll(/\[[^[\]]*\]/g, '').replaceAll(/[\s,[\]]/g, '');
  if (lists.length === 0 || around !== '') return refuse('number', around || text.trim().slice(0, 40));
  return rowsOf(
    lists.map((list) =>
      list
        .trim()
        .replace(/,$/, '')
        .split(list.includes(',') ? ',' : /\s+/),
    ),
    false,
  );
}

/** Lines of numbers: the separator is the one that leaves no doubt. */
function lined(text: string): Block {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  for (const mark of ['\t', ';']) {
    if (text.includes(mark)) {
      return rowsOf(
        lines.map((line) => line.replace(mark === ';' ? /;\s*$/ : /\t$/, '').split(mark)),
        true,
      );
    }
  }
  if (!text.includes(','))
    return rowsOf(
      lines.map((line) => line.trim().split(/\s+/)),
      false,
    );
  if (isSeparated(text))
    return rowsOf(
      lines.map((line) => line.trim().replace(/,$/, '').split(',')),
      false,
    );
  return refuse('ambiguous', lines[0]?.trim().slice(0, 40) ?? '');
}

/** Whether the commas of a text can only stand between numbers: beside a space, with a point in the numbers, or two in a row of digits. */
function isSeparated(text: string): boolean {
  return /,\s|\s,/.test(text) || text.includes('.') || /,[^\s,]*,/.test(text);
}

function rowsOf(cells: readonly (readonly string[])[], comma: boolean): Block {
  const rows: number[][] = [];
  for (const line of cells) {
    const row: number[] = [];
    for (const cell of line) {
      const value = numberOf(cell, comma);
      if (value === undefined) return refuse('number', cell.trim());
      row.push(value);
    }
    rows.push(row);
  }
  const width = rows[0]?.length ?? 0;
  return rows.some((row) => row.length !== width) ? refuse('ragged') : { ok: true, rows };
}

/** The block as text for a spreadsheet: exact numbers, tabs between them, a line a row. */
export function blockText(rows: readonly (readonly number[])[]): string {
  return rows.map((row) => row.map(String).join('\t')).join('\n');
}
