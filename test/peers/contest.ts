/** @file The contests: all contenders at one task, first whether they give the same numbers, then their times. */
import { attentionTask, ourAttention, type AttentionResult } from '../../src/cli/bench/attention.ts';
import type { Agreement, Contest, ContestSettings } from '../../src/cli/bench/contestReport.ts';
import { race } from '../../src/cli/bench/rounds.ts';
import { difference } from '../../src/cli/bench/statistics.ts';
import { ourTraining, trainingTask, type TrainingContender } from '../../src/cli/bench/training.ts';
import type { Kernels } from '../../src/engine/kernels/kernels.ts';
import { onnxAttention } from './onnx.ts';
import { tensorflowAttention } from './tensorflow.ts';
import { tensorflowTraining } from './tensorflowTraining.ts';

/** Steps that are compared before the timing. */
const COMPARED_STEPS = 3;

/** All contests of one part. `load` gives fresh kernels of ours. */
export async function contests(settings: ContestSettings, load: () => Promise<Kernels>): Promise<Contest[]> {
  if (settings.part === 'training') return [await training(settings, load)];
  const done: Contest[] = [];
  for (const n of settings.sizes) done.push(await attention(n, settings, load));
  return done;
}

async function attention(
  n: number,
  settings: ContestSettings,
  load: () => Promise<Kernels>,
): Promise<Contest> {
  const task = attentionTask(n);
  const contenders = [
    ourAttention(await load(), task),
    await tensorflowAttention('wasm', task),
    await onnxAttention(task),
    await tensorflowAttention('cpu', task),
  ];
  const results: AttentionResult[] = [];
  for (const contender of contenders) {
    await contender.before?.();
    await contender.run();
    results.push(await contender.read());
  }
  const [ours, ...others] = results as [AttentionResult, ...AttentionResult[]];
  const agreements = others.flatMap((other, k) =>
    (['products', 'scores', 'weights', 'context'] as const).map((what): Agreement => ({
      with: contenders[k + 1]?.name ?? '',
      what,
      ...difference(ours[what], other[what]),
    })),
  );
  return { name: `n = ${n}`, agreements, samples: await race(contenders, settings) };
}

async function training(settings: ContestSettings, load: () => Promise<Kernels>): Promise<Contest> {
  const task = trainingTask();
  const ours = ourTraining(await load(), task);
  const others = [await tensorflowTraining('wasm', task), await tensorflowTraining('cpu', task)];
  const agreements = await sameSteps(ours, others);
  return { name: 'one step', agreements, samples: await race([ours, ...others], settings) };
}

/** Gradients at the first weights, and the losses before each of the first steps. */
async function sameSteps(
  ours: TrainingContender,
  others: readonly TrainingContender[],
): Promise<Agreement[]> {
  const expected = await ours.gradients();
  const all = (gradients: ReadonlyMap<string, Float32Array>): number[] =>
    [...expected.keys()].flatMap((name) => [...(gradients.get(name) ?? [])]);
  const losses = await firstLosses(ours);
  const agreements: Agreement[] = [];
  for (const other of others) {
    await other.before?.();
    const gradients = difference(all(expected), all(await other.gradients()));
    agreements.push({ with: other.name, what: 'gradients', ...gradients });
    const loss = difference(losses, await firstLosses(other));
    agreements.push({ with: other.name, what: `losses of ${COMPARED_STEPS} steps`, ...loss });
  }
  return agreements;
}

async function firstLosses(contender: TrainingContender): Promise<number[]> {
  const losses: number[] = [];
  for (let step = 0; step < COMPARED_STEPS; step++) {
    losses.push(await contender.loss());
    await contender.run();
  }
  return losses;
}
