/** @file Which files the arguments stand for, and what is in them. */

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** A file to be run, or why there is none. */
export type Source = { readonly file: string } | { readonly file: string; readonly error: string };

/** The files that an argument stands for: itself, or, of a directory, its `.json` files in code-point order without sub-folders. */
export function filesOf(argument: string): Source[] {
  if (argument === '-') return [{ file: '-' }];
  try {
    if (!statSync(argument).isDirectory()) return [{ file: argument }];
    const names = readdirSync(argument)
      .filter((name) => name.endsWith('.json') && !statSync(join(argument, name)).isDirectory())
      .toSorted(byCodePoints);
    if (names.length > 0) return names.map((name) => ({ file: join(argument, name) }));
    return [{ file: argument, error: 'the folder holds no .json file; expected at least one' }];
  } catch (error) {
    return [{ file: argument, error: reason(error) }];
  }
}

/** The order of the characters' numbers (a plain comparison would put those past U+FFFF too early). */
export function byCodePoints(a: string, b: string): number {
  const numbers = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const [left, right] = [numbers(a), numbers(b)];
  for (let k = 0; k < Math.min(left.length, right.length); k++) {
    const difference = (left[k] as number) - (right[k] as number);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** The JSON value in a file or, for `-`, on standard input. Throws an Error that says what was expected. */
export async function readJson(file: string): Promise<unknown> {
  const content = (file === '-' ? await text(process.stdin) : read(file)).replace(/^\uFEFF/, '');
  if (content.trim() === '') throw new Error('the file is empty; expected a JSON object');
  try {
    return JSON.parse(content);
  } catch (error) {
    const why = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : 'unreadable';
    throw new Error(`the text is not JSON (${why}); expected one JSON object`, { cause: error });
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(reason(error), { cause: error });
  }
}

/** Why a file could not be had, in words. */
function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known: Record<string, string> = {
    ENOENT: 'there is no such file; expected a case file or a folder of them',
    EACCES: 'the file may not be read; expected one that may',
    EISDIR: 'this is a folder; expected a file',
  };
  return known[code] ?? `the file cannot be read (${error instanceof Error ? error.message : code})`;
}
