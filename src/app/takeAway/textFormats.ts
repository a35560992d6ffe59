/** @file The formats that are text: how each is written and what its file is called. */
import { caseText } from '../../exports/caseFile.ts';
import { csv } from '../../exports/csv.ts';
import { numpy } from '../../exports/numpy.ts';
import { program, programPreview, programText } from '../../exports/program/program.ts';
import { torch } from '../../exports/torch.ts';
import type { Taken } from './taken.ts';

export type TextFormatId = 'numpy' | 'torch' | 'latex' | 'csv' | 'json';

/** A file of text, ready to be shown, copied and saved. */
export interface TextFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  /** The beginning, or all but long lists of numbers. */
  readonly preview: string;
}

export interface TextFormat {
  readonly id: TextFormatId;
  readonly write: () => TextFile;
}

/** Letters of a text, and of one of its lines, that are shown. */
const SHOWN = 3000;
const LINE = 160;

function shortened(text: string): string {
  const part = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return part
    .split('\n')
    .map((line) => (line.length > LINE ? `${line.slice(0, LINE)}…` : line))
    .join('\n');
}

function format(id: TextFormatId, name: string, type: string, text: () => string): TextFormat {
  return {
    id,
    write: () => {
      const written = text();
      return { name, type, text: written, preview: shortened(written) };
    },
  };
}

/** The text formats that there are of what is taken, in the order in which they are offered. */
export function textFormats(taken: Taken): TextFormat[] {
  const { fileName, program: request, latex, table, caseFile } = taken;
  const python = (id: 'numpy' | 'torch', name: string): TextFormat[] => {
    if (request === undefined) return [];
    const write = (): TextFile => {
      const made = program(request, id === 'numpy' ? numpy : torch);
      return { name, type: 'text/x-python', text: programText(made), preview: programPreview(made) };
    };
    return [{ id, write }];
  };
  return [
    ...python('numpy', `${fileName}.py`),
    ...python('torch', `${fileName}-torch.py`),
    ...(latex === undefined ? [] : [format('latex', `${fileName}.tex`, 'application/x-tex', latex)]),
    ...(table === undefined ? [] : [format('csv', `${fileName}.csv`, 'text/csv', () => csv(table))]),
    ...(caseFile === undefined
      ? []
      : [format('json', `${fileName}.json`, 'application/json', () => caseText(caseFile()))]),
  ];
}
