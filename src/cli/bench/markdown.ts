/** @file Tables in Markdown that are also easy to read in a terminal, and the page that holds them. */

/** A table with its columns lined up; all columns but the first `texts` are numbers and stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], texts = 1): string {
  const widths = head.map((title, k) => Math.max(3, title.length, ...rows.map((row) => row[k]?.length ?? 0)));
  const line = (cells: readonly string[]): string => {
    const padded = widths.map((width, k) =>
      k < texts ? (cells[k] ?? '').padEnd(width) : (cells[k] ?? '').padStart(width),
    );
    return `| ${padded.join(' | ')} |`;
  };
  const rule = widths.map((width, k) => (k < texts ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Where the part of that name begins and ends in the page. */
function marks(name: string): { start: string; end: string } {
  return { start: `<!-- ${name}: written by the benchmark -->`, end: `<!-- end of ${name} -->` };
}

/** The page with the text of one part replaced. Throws if the page has no such part. */
export function withPart(page: string, name: string, text: string): string {
  const { start, end } = marks(name);
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page of benchmarks has no part ${name} between its marks`);
  return `${page.slice(0, from + start.length)}\n${text.trim()}\n${page.slice(to)}`;
}
