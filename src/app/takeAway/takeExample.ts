/** @file What can be taken away of a worked example: everything but a picture, from its inputs and parameters. */
import type { Trace } from '../../engine/trace.ts';
import type { Table } from '../../exports/csv.ts';
import { cellsLatex } from '../../exports/latex.ts';
import { wholeSelection } from '../../exports/selection.ts';
import { cellsIn } from '../../geometry/tensorIndex.ts';
import { takeAway as said } from '../../messages/en/takeAway.ts';
import type { Formatter } from '../../messages/formatter.ts';
import { fileNameOf, type Taken } from './taken.ts';

export interface ExampleToTake {
  readonly id: string;
  readonly title: string;
  readonly trace: Trace;
  /** The case file that it was computed from. */
  readonly caseFile: object;
  /** The words of the columns. */
  readonly columns: readonly string[];
  readonly formatter: Formatter;
  /** The whole address of the example. */
  readonly link: string;
}

/** The rows of every result that has a number for each place that is asked. */
function tableOf({ trace, columns }: ExampleToTake, results: readonly number[]): Table {
  const rows = results.flatMap((id) => {
    const tensor = trace.tensors[id];
    const axis = tensor?.axes.at(-1);
    if (tensor === undefined || axis?.name !== 'j' || axis.size !== columns.length) return [];
    const cells = cellsIn(trace, tensor);
    const count = cells.length / columns.length;
    return Array.from({ length: count }, (_, k) => ({
      name: count === 1 ? tensor.name : `${tensor.name} ${k + 1}`,
      values: cells.subarray(k * columns.length, (k + 1) * columns.length),
    }));
  });
  return { columns, rows };
}

/** The formats that there are of a worked example. */
export function takeExample(example: ExampleToTake): Taken {
  const { id, title, trace, caseFile, columns, formatter, link } = example;
  const selection = wholeSelection(trace);
  const results = selection.printed.flatMap(({ tensors }) => tensors);
  const head = formatter.text(said.code.head, { title, link });
  const stages = { ...said.code.stages, prepare: said.code.prepare };
  return {
    title,
    fileName: fileNameOf(id, 'by-hand'),
    link,
    description: title,
    program: {
      trace,
      ...selection,
      name: 'attend',
      words: { head, numbers: formatter.text(said.code.numbers.whole), stages },
      labels: { j: columns },
    },
    latex: () =>
      cellsLatex(
        trace,
        trace.tensors.filter((tensor) => results.includes(tensor.id)),
        head,
      ),
    table: tableOf(example, results),
    caseFile: () => ({ ...caseFile, source: `${title} (${link})` }),
  };
}
