/** @file `npm run train -- dates`: trains the model of a task that the app ships, judges it and writes it with its card. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packHalves, unpackHalves } from '../../models/seq2seq/float16.ts';
import { taskOf, type TaskId } from '../../tasks/all.ts';
import { JudgingSet } from '../../training/judging.ts';
import { modelOf } from '../../training/plainModel.ts';
import type { TaskSettings } from '../../training/settings.ts';
import { evaluateTask, taskTestSet, type TaskRow } from '../../training/taskEvaluation.ts';
import { taskSettings } from '../../training/taskSettings.ts';
import { taskTrainer } from '../../training/taskTrainer.ts';
import { loadWasmKernels } from '../loadWasmKernels.ts';

/** What the card of such a model holds; the app checks it field by field. */
export interface ShippedTask {
  readonly id: string;
  readonly task: string;
  readonly command: string;
  readonly parameters: number;
  readonly bytes: number;
  readonly compressed: number;
  readonly hash: string;
  readonly training: { readonly examples: number; readonly seconds: number };
  readonly settings: TaskSettings;
  readonly results: readonly TaskRow[];
  readonly limits: readonly string[];
}

/** What a shipped model learns longer and from more examples than one in the page. */
const shippedSettings: Partial<TaskSettings> = { steps: 3000, data: 50_000 };

const SIZE = 2000;

/** The model and the card of a task that lie in a folder. */
export function shippedTask(id: TaskId, folder: string): { card: ShippedTask; bytes: Uint8Array } {
  const card = JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as ShippedTask;
  return { card, bytes: readFileSync(join(folder, `${id}.bin`)) };
}

/** Judges the weights as they are shipped. */
export function judgeShipped(settings: TaskSettings, weights: Uint8Array): TaskRow[] {
  const model = modelOf({ settings, numbers: Float32Array.from(unpackHalves(weights)) });
  const task = taskOf(settings.task, settings.longest);
  return [evaluateTask(model, 'held-out', taskTestSet(task, SIZE))];
}

/** Trains, keeping what did best on held-out examples; returns half-precision weights. */
function trained(settings: TaskSettings): { weights: Uint8Array; parameters: number; seconds: number } {
  const { task, trainer } = taskTrainer(loadWasmKernels(), settings);
  const held = new JudgingSet(task, task.heldOut(1024, 2, 'development'));
  const start = performance.now();
  let best = { exact: -1, loss: Infinity, saved: trainer.store.save() };
  while (trainer.step < settings.steps) {
    const { step, loss } = trainer.next();
    if (step % 100 !== 0 && step < settings.steps) continue;
    const { score } = held.judge(trainer);
    const isBetter = score.exact > best.exact || (score.exact === best.exact && score.loss < best.loss);
    if (isBetter) best = { exact: score.exact, loss: score.loss, saved: trainer.store.save() };
    console.error(
      `step ${step}/${settings.steps}  loss ${loss.toFixed(4)}  held-out loss ${score.loss.toFixed(4)}  exact ${(100 * score.exact).toFixed(2)} %`,
    );
  }
  trainer.store.restore(best.saved);
  const weights = packHalves(trainer.store.get().map(({ values }) => values));
  const seconds = (performance.now() - start) / 1000;
  return { weights, parameters: trainer.store.parameterCount, seconds };
}

/** Trains the model of a task and writes it into a folder. `changed` are settings given by hand, as they stand in the command. */
export function trainShippedTask(
  id: TaskId,
  folder: string,
  changed: Partial<TaskSettings>,
  command: string,
): void {
  const settings = { ...taskSettings(id), ...shippedSettings, ...changed };
  const { weights, parameters, seconds } = trained(settings);
  const results = judgeShipped(settings, weights);
  const card: ShippedTask = {
    id,
    task: 'dates as people write them, to 2009-05-03',
    command,
    parameters,
    bytes: weights.length,
    compressed: gzipSync(weights, { level: 9 }).length,
    hash: createHash('sha256').update(weights).digest('hex').slice(0, 8),
    training: { examples: settings.steps * settings.batch, seconds: Math.round(10 * seconds) / 10 },
    settings,
    results,
    limits: [
      'It knows the ways of writing a date that its task has, in English and French, for the years 1800 to 2199.',
      'It writes a date for anything that it is given, dates that do not exist among them.',
      'Its weights show where it read, which is no proof of why it wrote a digit.',
    ],
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${id}.bin`), weights);
  writeFileSync(join(folder, `${id}.json`), `${JSON.stringify(card, null, 2)}\n`);
  for (const { set, examples, exact, aligned } of results)
    console.error(
      `${set}: ${(100 * exact).toFixed(2)} % of ${examples} exact, ${(100 * (aligned ?? 0)).toFixed(1)} % of symbols looked at where they come from`,
    );
}
