/** @file Each side of the wall knows its own host: `document` is a compile error outside views and app. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../src/cli/setUp/run.mjs';
import { typeFaults } from './support/typeCheck.ts';

const projects = ['core', 'worker', 'app', 'cli'];

describe('the compiler', () => {
  it.each([
    ['core', 'document'],
    ['core', 'window'],
    ['core', 'postMessage'],
    ['core', 'process'],
    ['core', 'setTimeout'],
    ['worker', 'document'],
    ['worker', 'window'],
    ['cli', 'document'],
    ['app', 'process'],
  ])('in %s does not know %s', (project, name) => {
    expect(typeFaults(project, `export const found = ${name};\n`)).toMatch(
      new RegExp(`Cannot find name '${name}'`),
    );
  });

  it.each([
    ['core', 'new WebAssembly.Memory({ initial: 1 }).buffer'],
    ['worker', 'postMessage'],
    ['app', 'document'],
    ['cli', 'process'],
  ])('in %s knows %s', (project, expression) => {
    expect(typeFaults(project, `export const found: unknown = ${expression};\n`)).toBe('');
  });

  it('keeps the strictest rules: an element of a list may be missing, and an option is not undefined', () => {
    expect(typeFaults('core', 'export const first = (list: number[]): number => list[0];\n')).toMatch(
      /undefined/,
    );
    expect(typeFaults('core', 'export const none: { a?: number } = { a: undefined };\n')).toMatch(
      /exactOptional/,
    );
    expect(typeFaults('core', 'export enum Wrong {}\n')).toMatch(/erasableSyntaxOnly/);
  });
});

describe('the projects', () => {
  it('hold each folder of src exactly once', () => {
    const folders = readdirSync(path.join(root, 'src')).map((name) => `src/${name}`);
    const held = projects.flatMap((project) => {
      const text = readFileSync(path.join(root, `tsconfig.${project}.json`), 'utf8');
      return (JSON.parse(text) as { include: string[] }).include;
    });
    for (const folder of folders)
      expect(
        held.filter((one) => one === folder),
        folder,
      ).toHaveLength(1);
  });
});
