/** @file Arrays of numbers as Python writes them: every double exactly, in lines that can be read. */

import { numberText } from './code.ts';

const WIDTH = 100;

/** Numbers one after the other in lines of at most `WIDTH` characters. */
function wrapped(texts: readonly string[], indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const text of texts) {
    const longer = line === '' ? text : `${line}, ${text}`;
    if (line !== '' && indent.length + longer.length > WIDTH) {
      lines.push(`${line},`);
      line = text;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function listLines(
  data: ArrayLike<number>,
  from: number,
  shape: readonly number[],
  indent: string,
  module: string,
  labels: readonly string[],
): string[] {
  const [size = 1, ...rest] = shape;
  const inner = `${indent}    `;
  if (rest.length === 0) {
    const texts = Array.from({ length: size }, (_, k) => numberText(data[from + k] ?? Number.NaN, module));
    const lines = wrapped(texts, inner);
    const [only = ''] = lines;
    return lines.length === 1 && only.length + indent.length < WIDTH
      ? [`${indent}[${only}]`]
      : [`${indent}[`, ...lines.map((line) => inner + line), `${indent}]`];
  }
  const width = rest.reduce((product, one) => product * one, 1);
  const rows = Array.from({ length: size }, (_, k) => {
    const lines = listLines(data, from + k * width, rest, inner, module, []);
    const label = labels[k];
    const end = lines.length - 1;
    return lines.map((line, at) => {
      if (at !== end) return line;
      return label === undefined ? `${line},` : `${line},  # ${label.replaceAll(/\s+/g, ' ')}`;
    });
  });
  return [`${indent}[`, ...rows.flat(), `${indent}]`];
}

/** A nested list of the cells, row-major; `labels` say what the rows are, where there are any. A scalar is a number. */
export function listText(
  data: ArrayLike<number>,
  shape: readonly number[],
  module: string,
  labels: readonly string[] = [],
): string {
  if (shape.length === 0) return numberText(data[0] ?? Number.NaN, module);
  return listLines(data, 0, shape, '', module, labels).join('\n');
}
