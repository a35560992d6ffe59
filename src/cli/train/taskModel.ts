/** @file `npm run train -- dates`: trains the model of a task that the app ships, judges it and writes it with its card. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packHalves, unpackHalves } from '../../models/seq2seq/float16.ts';
import { taskOf, type TaskId } from '../../tasks/all.ts';
import { JudgingSet } from '../../training/judging.ts';
import { modelOf, numbersOf, type PlainModel } from '../../training/plainModel.ts';
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

const SIZE = 2000;

/** Judges the weights as they are shipped. */
export function judgeShipped(settings: TaskSettings, weights: Uint8Array): TaskRow[] {
  const model = modelOf({ settings, numbers: Float32Array.from(unpackHalves(weights)) });
  const task = taskOf(settings.task, settings.longest);
  return [evaluateTask(model, 'held-out', taskTestSet(task, SIZE))];
}

/** The numbers that the settings lead to, the same as in the page; `tick` is told of every hundredth step. */
export function trainTask(
  settings: TaskSettings,
  tick: (step: number, loss: number, exact: number) => void = () => undefined,
): Float32Array {
  const { task, trainer } = taskTrainer(loadWasmKernels(), settings);
  const held = new JudgingSet(task, task.heldOut(256, 1, 'development'));
  while (trainer.step < settings.steps) {
    const { step, loss } = trainer.next();
    if (step % 100 === 0 || step === settings.steps) tick(step, loss, held.judge(trainer).score.exact);
  }
  return numbersOf(trainer.store);
}

/** Writes the weight file and its card into a folder, with the results of the weights as they are shipped. */
function writeTaskModel(
  folder: string,
  { settings, numbers }: PlainModel,
  { command, seconds }: { readonly command: string; readonly seconds: number },
): ShippedTask {
  const weights = packHalves([numbers]);
  const card: ShippedTask = {
    id: settings.task,
    task: 'dates as people write them, to 2009-05-03',
    command,
    parameters: numbers.length,
    bytes: weights.length,
    compressed: gzipSync(weights, { level: 9 }).length,
    hash: createHash('sha256').update(weights).digest('hex').slice(0, 8),
    training: { examples: settings.steps * settings.batch, seconds: Math.round(10 * seconds) / 10 },
    settings,
    results: judgeShipped(settings, weights),
    limits: [
      'It knows the ways of writing a date that its task has, in English and French, for the years 1800 to 2199.',
      'It writes a date for anything that it is given, dates that do not exist among them.',
      'Its weights show where it read, which is no proof of why it wrote a digit.',
    ],
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${card.id}.bin`), weights);
  writeFileSync(join(folder, `${card.id}.json`), `${JSON.stringify(card, null, 2)}\n`);
  return card;
}

/** Trains the model of a task and writes it into a folder. `changed` are settings given by hand, as they stand in the command. */
export function shipTask(id: TaskId, folder: string, changed: Partial<TaskSettings>, command: string): void {
  const settings = { ...taskSettings(id), ...changed };
  const start = performance.now();
  const numbers = trainTask(settings, (step, loss, exact) =>
    console.error(
      `step ${step}/${settings.steps}  loss ${loss.toFixed(4)}  held-out exact ${(100 * exact).toFixed(2)} %`,
    ),
  );
  const seconds = (performance.now() - start) / 1000;
  const { results } = writeTaskModel(folder, { settings, numbers }, { command, seconds });
  for (const { set, examples, exact, aligned } of results)
    console.error(
      `${set}: ${(100 * exact).toFixed(2)} % of ${examples} exact, ${(100 * (aligned ?? 0)).toFixed(1)} % of symbols looked at where they come from`,
    );
}
