/** @file What the experiment "length" leaves behind: a file a run, an index of them all, the kept weights, and sentences to look at. */

import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testedRanges, testSentences, type RangeResult } from '../../training/lengthExperiment.ts';
import { withTables } from './lengthPage.ts';
import type { TrainingSettings } from '../../training/settings.ts';

/** One run, as its file holds it. */
export interface Run {
  readonly experiment: 'length';
  readonly mechanism: string;
  readonly seed: number;
  readonly grammarVersion: number;
  /** What repeats it. */
  readonly command: string;
  readonly parameters: number;
  /** Of the weights as 16-bit numbers. */
  readonly bytes: number;
  /** First 8 hexadecimal digits of their SHA-256. */
  readonly hash: string;
  /** Of processor time. */
  readonly trainingMinutes: number;
  readonly testMinutes: number;
  readonly settings: TrainingSettings;
  readonly results: readonly RangeResult[];
}

/** How many sentences of each range the app can open. */
const OPENED = 12;

/** The name of a run's file. */
export function runFile(mechanism: string, seed: number): string {
  return `${mechanism}-${seed}.json`;
}

/** The file is complete or not there: it is written beside and renamed. */
function write(folder: string, name: string, content: string | Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.new`), content);
  renameSync(join(folder, `${name}.new`), join(folder, name));
}

function json(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** Writes down a finished run. */
export function writeRun(folder: string, run: Run): void {
  write(folder, runFile(run.mechanism, run.seed), json(run));
}

/** Writes the weights that the app opens sentences with. */
export function writeWeights(folder: string, mechanism: string, weights: Uint8Array): void {
  write(folder, `${mechanism}.bin`, weights);
}

/** Writes the first held-out sentences of every range, with their gold translations. */
export function writeSentences(folder: string): void {
  const ranges = testedRanges.map((range) => ({
    from: range[0],
    to: range[1],
    sentences: testSentences(range, OPENED).map(({ source, target }) => ({
      english: source.join(' '),
      french: target.join(' '),
    })),
  }));
  write(folder, 'sentences.json', json(ranges));
}

/** Every run that has its file. */
function runsIn(folder: string): Run[] {
  return readdirSync(folder)
    .filter((name) => /^[a-z-]+-\d+\.json$/.test(name))
    .toSorted()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Run);
}

/** Writes the tables of the documentation anew. */
export function writeTables(folder: string, page: string): void {
  writeFileSync(page, withTables(readFileSync(page, 'utf8'), runsIn(folder)));
}

/** Writes the index that the chart is drawn from: every run that has its file, with its figures and the fate of the sentences to open. */
export function writeIndex(folder: string): void {
  const runs = runsIn(folder).map(
    ({ mechanism, seed, parameters, bytes, hash, trainingMinutes, settings, results }) => ({
      mechanism,
      seed,
      parameters,
      bytes,
      hash,
      trainingMinutes,
      widths: settings.widths,
      results: results.map((row) => ({ ...row, right: row.right.slice(0, OPENED) })),
    }),
  );
  write(folder, 'index.json', json(runs));
}
