/** @file `npm run train -- translation|dates --mechanism additive [--seed 1] [--steps N] [--out FOLDER] [--set name=value]`: trains a model and ships it. */

import { parseArgs } from 'node:util';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { packHalves } from '../models/seq2seq/float16.ts';
import { lengthBuckets } from '../tasks/translation/splits.ts';
import { defaultSettings } from '../training/settings.ts';
import { translationTrainer } from '../training/translationTrainer.ts';
import { developmentBatches, developmentScore } from '../training/development.ts';
import { loadWasmKernels } from './loadWasmKernels.ts';
import { taskSettings } from '../training/taskSettings.ts';
import { shipTask } from './train/taskModel.ts';
import { readCheckpoint, writeCheckpoint, writeModel } from './train/files.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    mechanism: { type: 'string', default: 'additive' },
    seed: { type: 'string' },
    steps: { type: 'string' },
    out: { type: 'string', default: 'public/models' },
    checkpoint: { type: 'string' },
    set: { type: 'string', multiple: true, default: [] },
  },
});

/** `name=value` settings given by hand; each must be a number of the default settings. */
function changed<S extends object>(settings: S): Partial<S> {
  const pairs = [
    ...values.set,
    ...(values.seed === undefined ? [] : [`seed=${values.seed}`]),
    ...(values.steps === undefined ? [] : [`steps=${values.steps}`]),
  ];
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', text = ''] = pair.split('=');
      const known = typeof settings[name as keyof S] === 'number';
      const value = Number(text);
      if (!known || text === '' || !Number.isFinite(value))
        throw new Error(`--set ${pair}: expected a setting's name and a number`);
      return [name, value];
    }),
  ) as Partial<S>;
}

/** What was asked for, without where it is to be written. */
function commandWords(): string[] {
  return process.argv.slice(2).filter((word, k, all) => word !== '--out' && all[k - 1] !== '--out');
}

function main(): void {
  const [task] = positionals;
  if (task === 'dates') {
    const changes = { ...changed(taskSettings(task)), mechanism: values.mechanism };
    shipTask(task, values.out, changes, ['npm run train --', ...commandWords()].join(' '));
    return;
  }
  if (task !== 'translation') throw new Error(`task: ${task ?? 'none given'}; expected translation or dates`);
  const settings = { ...defaultSettings, ...changed(defaultSettings), mechanism: values.mechanism };
  const file =
    values.checkpoint ??
    join('node_modules', '.cache', 'lookback', `${settings.mechanism}-${settings.seed}.checkpoint`);
  const trainer = translationTrainer(loadWasmKernels(), settings);
  if (existsSync(file)) {
    const saved = readCheckpoint(file);
    if (JSON.stringify(saved.settings) === JSON.stringify(settings)) trainer.resume(saved);
  }
  console.error(
    `${settings.mechanism}: ${trainer.store.parameterCount} parameters, step ${trainer.step} of ${settings.steps}`,
  );
  const development = developmentBatches(lengthBuckets);
  const start = performance.now();
  let [words, loss, reported, since] = [0, 0, performance.now(), 0];
  let best = { score: -1, numbers: trainer.store.save() };
  const firstStep = trainer.step;
  while (trainer.step < settings.steps) {
    const report = trainer.next();
    words += report.words;
    loss += report.loss;
    since += 1;
    const last = trainer.step === settings.steps;
    if (trainer.step % 250 !== 0 && !last) continue;
    const now = performance.now();
    const score = developmentScore(trainer, development);
    if (score.right >= best.score) best = { score: score.right, numbers: trainer.store.save() };
    const left = ((now - start) / (trainer.step - firstStep)) * (settings.steps - trainer.step);
    console.error(
      `step ${trainer.step}/${settings.steps}  loss ${(loss / since).toFixed(4)}  held-out loss ${score.loss.toFixed(4)}  accuracy ${(100 * score.right).toFixed(2)} %  ` +
        `${Math.round((1000 * words) / (now - reported))} words/s  ${Math.ceil(left / 60_000)} min left`,
    );
    [words, loss, reported, since] = [0, 0, performance.now(), 0];
    mkdirSync(join(file, '..'), { recursive: true });
    writeCheckpoint(file, trainer.checkpoint());
  }
  // Early stopping: the parameters that did best on held-out sentences are the ones that are kept.
  trainer.store.restore(best.numbers);
  const weights = packHalves(trainer.store.get().map(({ values: numbers }) => numbers));
  writeModel(
    values.out,
    settings,
    weights,
    trainer.store.parameterCount,
    (performance.now() - start) / 60_000,
  );
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
