/** @file The runs of the experiment "length": one after the other, each written down as it ends, so that a killed one is all that is lost. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packHalves } from '../../models/seq2seq/float16.ts';
import { mechanismOf } from '../../models/seq2seq/mechanismOf.ts';
import { modelFromWeights, type Model } from '../../models/seq2seq/model.ts';
import { sourceVocabulary, targetVocabulary } from '../../tasks/translation/vocabulary.ts';
import { grammarVersion } from '../../tasks/translation/splits.ts';
import { fittedReadout, lengthSettings, resultsByLength } from '../../training/lengthExperiment.ts';
import type { TrainingSettings } from '../../training/settings.ts';
import type { Trainer } from '../../training/trainer.ts';
import { translationTrainer } from '../../training/translationTrainer.ts';
import { loadWasmKernels } from '../loadWasmKernels.ts';
import { runFile, writeIndex, writeRun, writeSentences, writeWeights, type Run } from './files.ts';

/** Held-out sentences a range of lengths. */
const SENTENCES = 200;

/** The seed whose weights are kept, for sentences to be looked at in the app. */
const KEPT_SEED = 1;

/** Which runs, and where they go. */
export interface LengthOptions {
  readonly mechanisms: readonly string[];
  readonly seeds: readonly number[];
  readonly folder: string;
  /** Repeat runs that are there already. */
  readonly again: boolean;
}

/** The settings of a run, its read-out fitted to the budget of parameters. */
function settingsOf(mechanism: string, seed: number): TrainingSettings {
  const count = (readout: number): number =>
    translationTrainer(loadWasmKernels(), lengthSettings(mechanism, seed, readout)).store.parameterCount;
  return lengthSettings(mechanism, seed, fittedReadout(count));
}

/** Trains to the last step, telling how far it is. */
function trained(settings: TrainingSettings): Trainer {
  const trainer = translationTrainer(loadWasmKernels(), settings);
  const [start, every] = [performance.now(), settings.steps / 8];
  let loss = 0;
  while (trainer.step < settings.steps) {
    loss += trainer.next().loss;
    if (trainer.step % every !== 0) continue;
    const seconds = Math.round((performance.now() - start) / 1000);
    console.error(
      `  step ${trainer.step}/${settings.steps}  loss ${(loss / every).toFixed(4)}  ${seconds} s`,
    );
    loss = 0;
  }
  return trainer;
}

/** The model as it would be shipped: its numbers rounded to 16 bits. */
function modelOf(settings: TrainingSettings, weights: Uint8Array): Model {
  const words = { source: sourceVocabulary.words, target: targetVocabulary.words };
  const widths = { ...settings.widths, sourceWords: words.source.length, targetWords: words.target.length };
  return modelFromWeights(mechanismOf(settings.mechanism), widths, words, weights);
}

/** Minutes of processor time that this process has used: other work on the machine does not lengthen them. */
function processorMinutes(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 60e6;
}

/** One run: training, then the held-out sentences of every length. */
function run(mechanism: string, seed: number): { run: Run; weights: Uint8Array } {
  const settings = settingsOf(mechanism, seed);
  const beforeTraining = processorMinutes();
  const trainer = trained(settings);
  const beforeTest = processorMinutes();
  const weights = packHalves(trainer.store.get().map(({ values }) => values));
  const results = resultsByLength(modelOf(settings, weights), SENTENCES);
  const rounded = (minutes: number): number => Math.round(100 * minutes) / 100;
  return {
    run: {
      experiment: 'length',
      mechanism,
      seed,
      grammarVersion,
      command: `npm run experiment -- length --only ${mechanism} --seeds ${seed}`,
      parameters: trainer.store.parameterCount,
      bytes: weights.length,
      hash: createHash('sha256').update(weights).digest('hex').slice(0, 8),
      trainingMinutes: rounded(beforeTest - beforeTraining),
      testMinutes: rounded(processorMinutes() - beforeTest),
      settings,
      results,
    },
    weights,
  };
}

/** Does the runs that are not there yet, seed by seed, so that each seed's chart is whole as early as can be. */
export function runLength({ mechanisms, seeds, folder, again }: LengthOptions): void {
  writeSentences(folder);
  for (const seed of seeds) {
    for (const mechanism of mechanisms) {
      if (!again && existsSync(join(folder, runFile(mechanism, seed)))) continue;
      console.error(`${mechanism}, seed ${seed}`);
      const done = run(mechanism, seed);
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
}
