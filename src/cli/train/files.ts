/** @file Checkpoints and shipped models on disk. */

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { grammarVersion } from '../../tasks/translation/splits.ts';
import type { EvaluationRow } from '../../training/evaluation.ts';
import { defaultSettings, type TrainingSettings } from '../../training/settings.ts';
import type { Checkpoint } from '../../training/trainer.ts';

/** Writes a checkpoint: a line of JSON, then the numbers. The file is complete or not there: it is written beside and renamed. */
export function writeCheckpoint(file: string, { store, ...rest }: Checkpoint): void {
  const { numbers, ...counts } = store;
  const head = Buffer.from(`${JSON.stringify({ ...rest, store: counts })}\n`);
  const body = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  writeFileSync(`${file}.new`, Buffer.concat([head, body]));
  renameSync(`${file}.new`, file);
}

/** Reads what `writeCheckpoint` wrote. */
export function readCheckpoint(file: string): Checkpoint<TrainingSettings> {
  const bytes = readFileSync(file);
  const end = bytes.indexOf(10);
  const { store, ...rest } = JSON.parse(bytes.subarray(0, end).toString()) as Checkpoint<TrainingSettings>;
  const body = bytes.subarray(end + 1);
  const numbers = new Float32Array(body.buffer.slice(body.byteOffset, body.byteOffset + body.byteLength));
  return { ...rest, store: { ...store, numbers } };
}

/** What is known of a model when its training ends; `evaluate` adds the results. */
export interface Shipped {
  /** What has to be said first. */
  readonly note?: string;
  readonly id: string;
  readonly task: string;
  readonly grammarVersion: number;
  readonly seed: number;
  readonly command: string;
  readonly parameters: number;
  readonly bytes: number;
  readonly compressed: number;
  readonly hash: string;
  readonly training: { readonly sentences: number; readonly minutes: number };
  readonly settings: TrainingSettings;
  readonly widths: TrainingSettings['widths'];
  readonly results: readonly EvaluationRow[];
  /** Of the eight example sentences, how many come out exactly; not known before the model is judged, as is what follows. */
  readonly examplesExact?: number;
  /** Share of sentences with one unknown noun whose other words all come out right. */
  readonly unknownNoun?: number;
  readonly limits: readonly string[];
}

/** The command that repeats a run: what differs from the default settings is written out. */
function commandOf(settings: TrainingSettings): string {
  const changed = Object.entries(settings).flatMap(([name, value]) =>
    typeof value === 'number' && value !== defaultSettings[name as keyof TrainingSettings]
      ? [` --set ${name}=${value}`]
      : [],
  );
  return `npm run train -- translation --mechanism ${settings.mechanism}${changed.join('')}`;
}

/** Writes the weight file and its card into a folder. */
export function writeModel(
  folder: string,
  settings: TrainingSettings,
  weights: Uint8Array,
  parameters: number,
  minutes: number,
): void {
  mkdirSync(folder, { recursive: true });
  const card: Shipped = {
    id: settings.mechanism,
    task: 'English to French, sentences of a small grammar',
    grammarVersion,
    seed: settings.seed,
    command: commandOf(settings),
    parameters,
    bytes: weights.length,
    compressed: gzipSync(weights, { level: 9 }).length,
    hash: createHash('sha256').update(weights).digest('hex').slice(0, 8),
    training: { sentences: settings.steps * settings.batch, minutes: Math.round(10 * minutes) / 10 },
    settings,
    widths: settings.widths,
    results: [],
    limits: [
      'It knows the words and the grammar of its task and no others.',
      'It has read sentences of 3 to 40 words.',
      settings.mechanism === 'none'
        ? 'It attends nothing: one vector of fixed size holds the whole sentence, and long ones suffer.'
        : 'Its weights show where it read, which is no proof of why it wrote a word.',
    ],
  };
  writeFileSync(join(folder, `${settings.mechanism}.bin`), weights);
  writeFileSync(join(folder, `${settings.mechanism}.json`), `${JSON.stringify(card, null, 2)}\n`);
}
