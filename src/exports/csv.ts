/** @file A table of numbers as CSV (RFC 4180): every double exactly, with the words of its rows and columns. */

/** Rows and columns with their names. A cell that there is no number for is left empty. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly values: ArrayLike<number> }[];
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The table's text; lines end as RFC 4180 says, with a carriage return and a line feed. */
export function csv({ columns, rows }: Table): string {
  const lines = [
    ['', ...columns].map(field),
    ...rows.map(({ name, values }) => [field(name), ...columns.map((_, k) => String(values[k] ?? ''))]),
  ];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}
