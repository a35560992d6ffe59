/** @file The runs of the experiment "length": one after the other, each written down as it ends, so that a killed one is all that is lost. */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packHalves } from '../../models/seq2seq/float16.ts';
import { mechanismOf } from '../../models/seq2seq/mechanismOf.ts';
import { modelFromWeights, type Model } from '../../models/seq2seq/model.ts';
import { sourceVocabulary, targetVocabulary } from '../../tasks/translation/vocabulary.ts';
import { grammarVersion } from '../../tasks/translation/splits.ts';
import {
  fittedReadout,
  lengthSettings,
  resultsByLength,
  translatedBy,
  translatedInPhrases,
} from '../../training/lengthExperiment.ts';
import type { TrainingSettings } from '../../training/settings.ts';
import type { Trainer } from '../../training/trainer.ts';
import { turnedTrainer } from '../../training/turnedBatches.ts';
import { translationTrainer } from '../../training/translationTrainer.ts';
import { loadWasmKernels } from '../loadWasmKernels.ts';
import {
  runFile,
  writeIndex,
  writeRun,
  writeSentences,
  writeTables,
  writeWeights,
  type Run,
} from './files.ts';

/** Held-out sentences a range of lengths. */
const SENTENCES = 200;

/** The first of them that are translated in phrases. */
const SENTENCES_IN_PHRASES = 100;

/** The seed whose weights are kept, for sentences to be looked at in the app. */
const KEPT_SEED = 1;

type TrainerOf = typeof translationTrainer;

/** A run that is over. */
interface Finished {
  readonly run: Run;
  readonly weights: Uint8Array;
}

/** Which runs, and where they go. */
export interface LengthOptions {
  readonly mechanisms: readonly string[];
  readonly seeds: readonly number[];
  readonly folder: string;
  /** Repeat runs that are there already. */
  readonly again: boolean;
  /** The page of the documentation that holds the tables; undefined: it is left as it is. */
  readonly tables: string | undefined;
}

/** The settings of a run, its read-out fitted to the budget of parameters. */
function fitted(mechanism: string, seed: number, trainerOf: TrainerOf): TrainingSettings {
  const count = (readout: number): number =>
    trainerOf(loadWasmKernels(), lengthSettings(mechanism, seed, readout)).store.parameterCount;
  return lengthSettings(mechanism, seed, fittedReadout(count));
}

/** Trains to the last step, telling how far it is. */
function trained(trainer: Trainer<TrainingSettings>): Trainer<TrainingSettings> {
  const { steps } = trainer.settings;
  const [start, every] = [performance.now(), steps / 4];
  let loss = 0;
  while (trainer.step < steps) {
    loss += trainer.next().loss;
    if (trainer.step % every !== 0) continue;
    const seconds = Math.round((performance.now() - start) / 1000);
    console.error(`  step ${trainer.step}/${steps}  loss ${(loss / every).toFixed(4)}  ${seconds} s`);
    loss = 0;
  }
  return trainer;
}

const words = { source: sourceVocabulary.words, target: targetVocabulary.words };

/** The model as it would be shipped: its numbers rounded to 16 bits. `turned`: from French to English. */
function modelOf(settings: TrainingSettings, weights: Uint8Array, turned = false): Model {
  const { source, target } = turned ? { source: words.target, target: words.source } : words;
  const widths = { ...settings.widths, sourceWords: source.length, targetWords: target.length };
  return modelFromWeights(mechanismOf(settings.mechanism), widths, { source, target }, weights);
}

/** Minutes of processor time that this process has used: other work on the machine does not lengthen them. */
function processorMinutes(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 60e6;
}

/** A model of the experiment before it was tested. */
interface Made {
  readonly settings: TrainingSettings;
  readonly weights: Uint8Array;
  readonly parameters: number;
  readonly minutes: number;
}

function train(mechanism: string, seed: number, trainerOf: TrainerOf): Made {
  const settings = fitted(mechanism, seed, trainerOf);
  const before = processorMinutes();
  const { store } = trained(trainerOf(loadWasmKernels(), settings));
  const weights = packHalves(store.get().map(({ values }) => values));
  return { settings, weights, parameters: store.parameterCount, minutes: processorMinutes() - before };
}

/** The run's file, without results; `parameters` are all that translating a sentence takes. */
function runOf(
  mechanism: string,
  { settings, weights, minutes }: Made,
  parameters: number,
): Omit<Run, 'results' | 'testMinutes'> {
  return {
    experiment: 'length',
    mechanism,
    seed: settings.seed,
    grammarVersion,
    command: `npm run experiment -- length --only ${mechanism} --seeds ${settings.seed}`,
    parameters,
    bytes: weights.length,
    hash: hashOf(weights),
    trainingMinutes: rounded(minutes),
    settings,
  };
}

function hashOf(weights: Uint8Array): string {
  return createHash('sha256').update(weights).digest('hex').slice(0, 8);
}

function rounded(minutes: number): number {
  return Math.round(100 * minutes) / 100;
}

/** One run: training, then the held-out sentences of every length. */
function run(mechanism: string, seed: number): Finished {
  const made = train(mechanism, seed, translationTrainer);
  const before = processorMinutes();
  const results = resultsByLength(translatedBy(modelOf(made.settings, made.weights)), SENTENCES);
  keepForLater(mechanism, seed, made.weights);
  return {
    run: {
      ...runOf(mechanism, made, made.parameters),
      testMinutes: rounded(processorMinutes() - before),
      results,
    },
    weights: made.weights,
  };
}

/**
 * The run of translating in phrases: trains the way back, and takes the model without attention of the same seed, which is trained again
 * where its weights are not at hand. Every span of every sentence is translated, so there are fewer sentences, in float32.
 */
function runInPhrases(seed: number, folder: string): Finished {
  const back = train('none', seed, turnedTrainer);
  const settings = fitted('none', seed, translationTrainer);
  const weights = kept('none', seed, folder) ?? train('none', seed, translationTrainer).weights;
  const before = processorMinutes();
  const kernels = loadWasmKernels();
  const pair = {
    forward: { ...modelOf(settings, weights), kernels },
    backward: { ...modelOf(back.settings, back.weights, true), kernels },
  };
  const results = resultsByLength(translatedInPhrases(pair), SENTENCES_IN_PHRASES);
  return {
    run: {
      ...runOf('segmentation', back, back.parameters + weights.length / 2),
      testMinutes: rounded(processorMinutes() - before),
      results,
    },
    weights: back.weights,
  };
}

/** Where the weights of all seeds wait for the runs that build on them; they are no part of the results. */
const CACHE = join('node_modules', '.cache', 'lookback', 'length');

function keepForLater(mechanism: string, seed: number, weights: Uint8Array): void {
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(join(CACHE, `${mechanism}-${seed}.bin`), weights);
}

/** The weights of a run that is over, where they wait and are those that its file tells of. */
function kept(mechanism: string, seed: number, folder: string): Uint8Array | undefined {
  const [file, told] = [join(CACHE, `${mechanism}-${seed}.bin`), join(folder, runFile(mechanism, seed))];
  if (!existsSync(file) || !existsSync(told)) return undefined;
  const weights = readFileSync(file);
  return hashOf(weights) === (JSON.parse(readFileSync(told, 'utf8')) as Run).hash ? weights : undefined;
}

/** Does the runs that are not there yet, seed by seed, so that each seed's chart is whole as early as can be. */
export function runLength({ mechanisms, seeds, folder, again, tables }: LengthOptions): void {
  writeSentences(folder);
  // Runs may have been put there by others: another machine, or one that was stopped.
  writeIndex(folder);
  for (const seed of seeds) {
    for (const mechanism of mechanisms) {
      if (!again && existsSync(join(folder, runFile(mechanism, seed)))) continue;
      console.error(`${mechanism}, seed ${seed}`);
      const done = mechanism === 'segmentation' ? runInPhrases(seed, folder) : run(mechanism, seed);
      if (seed === KEPT_SEED) writeWeights(folder, mechanism, done.weights);
      writeRun(folder, done.run);
      writeIndex(folder);
      console.error(
        done.run.results
          .map(
            ({ from, to, exact, bleu }) =>
              `  ${from}–${to}  exact ${exact.toFixed(3)}  BLEU ${(100 * bleu).toFixed(1)}`,
          )
          .join('\n'),
      );
    }
  }
  if (tables !== undefined) writeTables(folder, tables);
}
