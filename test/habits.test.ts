/** @file Habits of the house that no linter knows: what a file starts with, what it may be called. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../src/cli/setUp/run.mjs';
import { sourcesIn } from './support/syntax.ts';

const files = [...sourcesIn('src'), ...sourcesIn('test')].filter((file) => !file.includes('/node_modules/'));

/** Names that say nothing about what a file is for. */
const empty = /^(?:utils?|helpers?|common|managers?|misc|index|types)$/i;

/** The entry of the AssemblyScript module has the name that its compiler looks for. */
const exempt = new Set(['src/engine/kernels/assembly/index.ts']);

/** The name of a file without its folder and endings. */
function nameOf(file: string): string {
  return path.posix.basename(file).replace(/(?:\.test|\.d|\.config)?\.\w+$/, '');
}

/** What is wrong with a name, if anything. */
function isWellNamed(file: string): boolean {
  const name = nameOf(file);
  if (empty.test(name) && !exempt.has(file)) return false;
  return file.endsWith('.tsx') ? /^[A-Za-z][A-Za-z0-9]*$/.test(name) : /^[a-z][A-Za-z0-9]*$/.test(name);
}

describe('every file', () => {
  it('starts with one sentence that says what it is for', () => {
    const silent = files.filter(
      (file) => !/^(?:#!.*\n)?\/\*\*\s+(?:\* )?@file \S/.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(silent).toEqual([]);
  });

  it('is named for what it exports', () => {
    expect(files.filter((file) => !isWellNamed(file))).toEqual([]);
  });

  it('would be found with a wrong name', () => {
    const wrong = [
      'src/lib/utils.ts',
      'src/lib/Random.ts',
      'src/lib/my-file.ts',
      'src/views/my_view.tsx',
      'src/engine/index.ts',
    ];
    expect(wrong.filter(isWellNamed)).toEqual([]);
  });

  it('mentions no path of one machine and leaves no test out', () => {
    const tests = /\b(?:it|test|describe)\.(?:skip|only|todo|fails)\b/;
    const machine = /\/(?:home|Users)\/\w+\//;
    const found = files.filter((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return file !== 'test/habits.test.ts' && (machine.test(text) || tests.test(text));
    });
    expect(found).toEqual([]);
  });
});
