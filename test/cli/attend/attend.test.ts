/** @file `npm run attend` from outside: its lines, its messages, its exit codes. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byCodePoints } from '../../../src/cli/attend/caseFiles.ts';
import { root } from '../../../src/cli/setUp/run.mjs';
import { casesFolder } from '../../models/cases/files.ts';

interface Answer {
  readonly file: string;
  readonly outputs: Record<string, { shape: number[]; data: (number | string)[] }>;
  readonly maxError?: number;
  readonly pass?: boolean;
  readonly failed?: string[];
}

function attend(
  args: readonly string[],
  input = '',
): { status: number | null; answers: Answer[]; lines: string[] } {
  const command = ['--import', 'tsx', path.join(root, 'src/cli/attend.ts'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
  return { status, answers: lines(stdout).map((line) => JSON.parse(line) as Answer), lines: lines(stderr) };
}

const softmax = '{"mechanism": "softmax", "inputs": {"x": {"shape": [2], "data": [0, 0]}}}';
const wrong = `${softmax.slice(0, -1)}, "expected": {"y": {"shape": [2], "data": [1, 0]}}}`;

describe('attend on files that must be refused', () => {
  const expected = JSON.parse(readFileSync(path.join(casesFolder, 'bad/expected.json'), 'utf8')) as Record<
    string,
    { field: string | null; says: string[] }
  >;
  const names = Object.keys(expected);
  let ran: ReturnType<typeof attend>;
  beforeAll(() => {
    ran = attend(names.map((name) => path.join(casesFolder, 'bad', name)));
  });

  it('prints nothing on standard output, one line a file on standard error, and ends with 2', () => {
    expect(ran.status).toBe(2);
    expect(ran.answers).toEqual([]);
    expect(ran.lines).toHaveLength(names.length);
  });

  it.each(names)('%s: names the file, the field and what was expected', (name) => {
    const file = path.join(casesFolder, 'bad', name);
    const line = ran.lines[names.indexOf(name)] ?? '';
    expect(line.startsWith(`${file}: `)).toBe(true);
    const said = line.slice(file.length);
    const { field, says } = expected[name] ?? { field: null, says: [] };
    if (field !== null) expect(said).toMatch(new RegExp(`(^|[^A-Za-z0-9_])(${field})($|[^A-Za-z0-9_])`));
    for (const one of says) expect(said).toMatch(new RegExp(one, 'i'));
    expect(said).not.toMatch(/\bat .*:\d+:\d+/);
  });
});

describe('attend on files with expectations', () => {
  const folder = path.join(casesFolder, 'verdicts');
  const expected = readFileSync(path.join(folder, 'expected.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Partial<Answer> & { file: string });
  let ran: ReturnType<typeof attend>;
  beforeAll(() => {
    ran = attend([folder]);
  });

  it('answers a folder in the order of its names and ends with 1 where a case is over its tolerance', () => {
    expect(ran.status).toBe(1);
    expect(ran.lines).toEqual([]);
    expect(ran.answers.map(({ file }) => path.basename(file))).toEqual(expected.map(({ file }) => file));
  });

  it.each(expected.map((one) => [one.file, one] as const))('%s: gives its verdict', (file, want) => {
    const got = ran.answers.find((answer) => path.basename(answer.file) === file);
    expect(got?.pass).toBe(want.pass);
    if (want.maxError !== undefined) expect(got?.maxError).toBeCloseTo(want.maxError, 12);
    if (want.failed !== undefined) expect(got?.failed).toEqual(want.failed);
    if (want.pass === undefined) expect(Object.keys(got ?? {})).toEqual(['file', 'mechanism', 'outputs']);
  });
});

describe('attend', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'attend-'));
    mkdirSync(path.join(folder, 'cases/sub.json'), { recursive: true });
    writeFileSync(path.join(folder, 'cases/sub.json/inner.json'), 'not read');
    for (const name of ['b.json', 'B.json', 'a10.json', 'a9.json', 'é.json']) {
      writeFileSync(path.join(folder, 'cases', name), softmax);
    }
    writeFileSync(path.join(folder, 'cases/notes.txt'), 'not read');
    writeFileSync(path.join(folder, 'wrong.json'), wrong);
    mkdirSync(path.join(folder, 'nothing'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('takes the .json files of a folder in code-point order, and no sub-folder', () => {
    const { status, answers } = attend([path.join(folder, 'cases')]);
    expect(status).toBe(0);
    expect(answers.map(({ file }) => path.basename(file))).toEqual([
      'B.json',
      'a10.json',
      'a9.json',
      'b.json',
      'é.json',
    ]);
  });

  it('reads - from standard input, a byte order mark included', () => {
    const { status, answers } = attend(['-'], `\uFEFF${softmax}`);
    expect(status).toBe(0);
    expect(answers).toEqual([
      { file: '-', mechanism: 'softmax', outputs: { y: { shape: [2], data: [0.5, 0.5] } } },
    ]);
  });

  it('still answers good files among bad ones, in the order of the arguments, and the worst decides the exit code', () => {
    const { status, answers, lines } = attend(
      ['-', path.join(folder, 'none.json'), path.join(folder, 'wrong.json')],
      softmax,
    );
    expect(status).toBe(2);
    expect(answers.map(({ file, pass }) => [path.basename(file), pass])).toEqual([
      ['-', undefined],
      ['wrong.json', false],
    ]);
    expect(lines).toEqual([
      `${path.join(folder, 'none.json')}: there is no such file; expected a case file or a folder of them`,
    ]);
  });

  it('says what it expected when no file is named, a folder holds none or standard input is empty', () => {
    for (const [args, message] of [
      [[], /^attend: no file is named; expected/],
      [[path.join(folder, 'nothing')], /nothing: the folder holds no \.json file; expected/],
      [['-'], /^-: the file is empty; expected a JSON object$/],
    ] as const) {
      const { status, answers, lines } = attend(args);
      expect(status).toBe(2);
      expect(answers).toEqual([]);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(message);
    }
  });

  it('writes minus infinity as a text, and a gradient under its name', () => {
    const json = {
      mechanism: 'dot',
      inputs: {
        s: { shape: [1, 1], data: [2] },
        h: { shape: [2, 1], data: [3, 5] },
        mask: { shape: [1, 2], data: [1, 0] },
      },
      gradient: { of: 'c', upstream: { shape: [1, 1], data: [7] }, wrt: ['h', 's'] },
    };
    const { answers } = attend(['-'], JSON.stringify(json));
    expect(answers[0]?.outputs).toEqual({
      e: { shape: [1, 2], data: [6, 10] },
      masked: { shape: [1, 2], data: [6, '-Infinity'] },
      alpha: { shape: [1, 2], data: [1, 0] },
      c: { shape: [1, 1], data: [3] },
      'grad:h': { shape: [2, 1], data: [7, 0] },
      'grad:s': { shape: [1, 1], data: [0] },
    });
  });
});

describe('byCodePoints', () => {
  it('puts characters past U+FFFF after all others, which a plain comparison does not', () => {
    expect(['\u{1F600}', '\uFF5E', 'a', 'ab', ''].toSorted(byCodePoints)).toEqual([
      '',
      'a',
      'ab',
      '\uFF5E',
      '\u{1F600}',
    ]);
  });
});
