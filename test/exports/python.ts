/** @file Runs exported programs with a real Python and reads what they print. */

import { spawnSync } from 'node:child_process';

/** What a program printed: nested lists of numbers by name. */
export type PrintedNumbers = ReadonlyMap<string, unknown>;

/** Runs each program of a JSON list on standard input as Python runs a file, and prints what each printed, or its traceback. */
const RUNNER = `
import contextlib, io, json, sys, traceback, warnings
warnings.simplefilter("error")
answers = []
for text in json.load(sys.stdin):
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(text, "program.py", "exec"), {"__name__": "__main__"})
        answers.append({"out": out.getvalue()})
    except Exception:
        answers.append({"error": traceback.format_exc()})
print(json.dumps(answers))
`;

interface Answer {
  readonly out?: string;
  readonly error?: string;
}

function read(out: string): PrintedNumbers {
  const lines = out.trimEnd().split('\n');
  return new Map(
    lines.map((line): [string, unknown] => {
      const [, name = '', list = ''] = /^(\S+) = (.*)$/.exec(line) ?? [];
      return [name, JSON.parse(list.replaceAll(/-?\binf\b|\bnan\b/g, (word) => `"${word}"`))];
    }),
  );
}

/** The cells of a printed list, one after the other. */
export function flat(list: unknown): number[] {
  if (Array.isArray(list)) return list.flatMap(flat);
  if (list === '-inf') return [-Infinity];
  return list === 'inf' ? [Infinity] : [Number(list)];
}

/** The shape of a printed list. */
export function shapeOf(list: unknown): number[] {
  return Array.isArray(list) ? [list.length, ...shapeOf(list[0])] : [];
}

/** Runs all programs in one process. Throws with Python's own words where one fails. */
export function runPython(python: string, programs: readonly string[]): PrintedNumbers[] {
  const result = spawnSync(python, ['-c', RUNNER], {
    input: JSON.stringify(programs),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (result.status !== 0) throw new Error(`Python failed: ${result.stderr}`);
  return (JSON.parse(result.stdout) as Answer[]).map(({ out, error }, k) => {
    if (out === undefined) throw new Error(`${error ?? ''}\n${programs[k] ?? ''}`);
    return read(out);
  });
}
