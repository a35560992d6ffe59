/** @file The size budget follows the built page to all that is loaded first, and to nothing that is loaded later. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkSizes } from '../../../src/cli/setUp/sizeBudget.mjs';

let dist = '';

beforeEach(() => {
  dist = mkdtempSync(path.join(tmpdir(), 'built-'));
  mkdirSync(path.join(dist, 'assets'));
  mkdirSync(path.join(dist, 'models'));
  vi.spyOn(console, 'log').mockReturnValue(undefined);
  write(
    'index.html',
    '<script type="module" src="./assets/a-1.js"></script><link rel="stylesheet" href="./assets/a-1.css">',
  );
  write('assets/a-1.css', '');
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(dist, { recursive: true });
});

function write(file: string, text: string): void {
  writeFileSync(path.join(dist, file), text);
}

/** A comment that gzip cannot make smaller than about this many bytes. */
function bulk(bytes: number): string {
  return `/*${randomBytes(Math.ceil((bytes * 4) / 3)).toString('base64')}*/`;
}

describe('checkSizes', () => {
  it('lets a small app pass', () => {
    write('assets/a-1.js', 'start();');
    expect(checkSizes(dist)).toBe(true);
  });

  it.each([
    ['the page names', 'start();', 'a-1.css'],
    ['is imported', 'import{a}from"./b-2.js";', 'b-2.js'],
    ['is imported for its effect', 'start();import"./b-2.js";', 'b-2.js'],
    [
      'is a worker',
      'new Worker(new URL("" + new URL("b-2.js", import.meta.url).href, self.location))',
      'b-2.js',
    ],
    [
      'is a worker of this build',
      'new Worker(new URL(new URL(`b-2.js`,import.meta.url).href,``+import.meta.url))',
      'b-2.js',
    ],
    ['is a worker named directly', 'new Worker(new URL(`b-2.js`,import.meta.url),{type:`module`})', 'b-2.js'],
  ])('counts what %s', (_, code, large) => {
    write('assets/a-1.js', code);
    write(`assets/${large}`, bulk(161_000));
    expect(checkSizes(dist)).toBe(false);
  });

  it('does not count what is imported later', () => {
    write('assets/a-1.js', 'const later=()=>import("./b-2.js");');
    write('assets/b-2.js', bulk(161_000));
    expect(checkSizes(dist)).toBe(true);
  });

  it('holds every file of weights to its own budget', () => {
    write('assets/a-1.js', 'start();');
    writeFileSync(path.join(dist, 'models/dot.bin'), randomBytes(300_000));
    expect(checkSizes(dist)).toBe(true);
    writeFileSync(path.join(dist, 'models/additive.bin'), randomBytes(300_000));
    expect(checkSizes(dist)).toBe(false);
    rmSync(path.join(dist, 'models/additive.bin'));
    writeFileSync(path.join(dist, 'models/dot.bin'), randomBytes(401_000));
    expect(checkSizes(dist)).toBe(false);
  });

  it('throws when there is nothing to measure', () => {
    write('index.html', '<p>nothing</p>');
    expect(() => checkSizes(dist)).toThrow(/no script/);
    rmSync(path.join(dist, 'index.html'));
    expect(() => checkSizes(dist)).toThrow(/no built app/);
  });
});
