/** @file Reads a person's text character by character: lower case, plain spaces and apostrophes, known letters without their accents. */
import type { TaskReading } from './task.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What people and their keyboards write in place of a plain character. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ...Array.from('’‘ʼ＇´`′').map((one): [string, string] => [one, "'"]),
  ...Array.from('‐‑‒–—−－').map((one): [string, string] => [one, '-']),
  ...Array.from('／⁄∕').map((one): [string, string] => [one, '/']),
  ...Array.from('．。').map((one): [string, string] => [one, '.']),
  ...Array.from('，、').map((one): [string, string] => [one, ',']),
]);

/** One character as the task knows it; as it is where the task knows nothing like it. */
function known(character: string, vocabulary: Vocabulary): string {
  const plain = /\s/u.test(character) ? ' ' : (PLAIN.get(character) ?? character.toLowerCase());
  if (vocabulary.has(plain)) return plain;
  const bare = plain.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return vocabulary.has(bare) ? bare : plain;
}

/**
 * The characters of a text as a task reads them. Outer white space is left out, inner white space is one space, or nothing where the task
 * has no space.
 */
export function readCharacters(text: string, vocabulary: Vocabulary): TaskReading {
  const symbols: string[] = [];
  const spans: { start: number; end: number }[] = [];
  for (const match of text.matchAll(/\s+|\P{M}\p{M}*|\p{M}+/gu)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const symbol = known(match[0].normalize('NFC'), vocabulary);
    const isSpace = /^\s/u.test(match[0]);
    if (isSpace && (symbols.length === 0 || end === text.length || !vocabulary.has(' '))) continue;
    symbols.push(isSpace ? ' ' : symbol);
    spans.push({ start, end });
  }
  return { symbols, spans, changed: symbols.join('') !== text.trim() };
}
