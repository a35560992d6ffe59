/** @file Training on any task: it learns, repeats itself, judges as greedy decoding would, and plans its memory once. */
import { describe, expect, it } from 'vitest';
import { loadWasmKernels } from '../../src/cli/loadWasmKernels.ts';
import { createPlainKernels } from '../../src/engine/kernels/plain.ts';
import type { Model } from '../../src/models/seq2seq/model.ts';
import { finish, lengthCap, translate } from '../../src/models/seq2seq/translate.ts';
import { taskIds, taskOf } from '../../src/tasks/all.ts';
import { numbered } from '../../src/training/dataSet.ts';
import { GreedyDecoder } from '../../src/training/greedyDecoder.ts';
import { JudgingSet } from '../../src/training/judging.ts';
import { partOf, parts } from '../../src/training/parts.ts';
import { taskSettings, widthsOf } from '../../src/training/taskSettings.ts';
import { taskTrainer, type TaskRun } from '../../src/training/taskTrainer.ts';

const small = {
  ...taskSettings('reversal'),
  longest: 5,
  data: 1000,
  steps: 150,
  batch: 32,
  widths: widthsOf(16),
};

/** The weights as they are, for the slow, exact decoder. */
function modelOf({ task, trainer }: TaskRun): Model {
  return {
    mechanism: trainer.mechanism,
    options: trainer.options,
    sourceWords: task.source.words,
    targetWords: task.target.words,
    parameters: trainer.store.get(),
    kernels: createPlainKernels(),
  };
}

const numbersOf = ({ trainer }: TaskRun): number[] =>
  trainer.store.get().flatMap(({ values }) => [...values]);

describe('taskTrainer', () => {
  it.each(['additive', 'dot'])('learns to reverse short rows with %s attention', (mechanism) => {
    const run = taskTrainer(loadWasmKernels(), { ...small, mechanism, steps: 300 });
    const held = new JudgingSet(run.task, run.task.heldOut(128, 1, 'development'));
    expect(held.judge(run.trainer).score.exact).toBeLessThan(0.1);
    while (run.trainer.step < 300) run.trainer.next();
    expect(held.judge(run.trainer).score.exact).toBeGreaterThan(0.75);
  });

  it.each(taskIds)('repeats %s bit for bit from its seed, judged in between or not', (task) => {
    const settings = { ...taskSettings(task), data: 500, batch: 8, widths: widthsOf(8) };
    const [one, other, third] = [1, 1, 2].map((seed) =>
      taskTrainer(loadWasmKernels(), { ...settings, seed }),
    );
    if (one === undefined || other === undefined || third === undefined) throw new Error('three runs');
    const held = new JudgingSet(other.task, other.task.heldOut(20, 1, 'development'));
    for (let k = 0; k < 12; k++) {
      one.trainer.next();
      other.trainer.next();
      third.trainer.next();
      held.judge(other.trainer);
    }
    expect(numbersOf(one)).toEqual(numbersOf(other));
    expect(numbersOf(one)).not.toEqual(numbersOf(third));
  });

  it('goes on from a checkpoint as if it had never stopped', () => {
    const whole = taskTrainer(loadWasmKernels(), small);
    for (let k = 0; k < 7; k++) whole.trainer.next();
    const saved = whole.trainer.checkpoint();
    const resumed = taskTrainer(loadWasmKernels(), small);
    resumed.trainer.resume(structuredClone(saved));
    for (let k = 0; k < 5; k++) {
      whole.trainer.next();
      resumed.trainer.next();
    }
    expect(numbersOf(resumed)).toEqual(numbersOf(whole));
  });

  it('needs no more memory once it has seen its shapes, over hundreds of steps', () => {
    const kernels = loadWasmKernels();
    const run = taskTrainer(kernels, { ...small, steps: 1000 });
    const held = new JudgingSet(run.task, run.task.heldOut(60, 1, 'development'));
    const decoder = new GreedyDecoder(run.trainer.store, run.trainer);
    const round = (): void => {
      for (let k = 0; k < 100; k++) run.trainer.next();
      held.judge(run.trainer);
      for (let length = 1; length <= 5; length++) decoder.decode([new Float32Array(length).fill(4)], 20);
    };
    round();
    const size = kernels.heap.length;
    round();
    round();
    expect(kernels.heap.length).toBe(size);
    expect([...kernels.fallbacks]).toEqual([]);
  });

  it('tells the last batch as evaluate does, but for what was learned from it', () => {
    const run = taskTrainer(loadWasmKernels(), small);
    expect(run.trainer.judgeLast()).toBeUndefined();
    const report = run.trainer.next();
    const judged = run.trainer.judgeLast();
    expect(judged?.loss).toBe(report.loss);
    expect(judged?.examples).toBe(small.batch);
  });
});

describe.each(['additive', 'local-m', 'location', 'none'])('GreedyDecoder with %s', (mechanism) => {
  const run = taskTrainer(loadWasmKernels(), { ...small, mechanism, D: 2 });
  for (let k = 0; k < 150; k++) run.trainer.next();
  const decoder = new GreedyDecoder(run.trainer.store, run.trainer);
  const examples = run.task.heldOut(60, 2, 'test').filter(({ source }) => source.length === 4);
  const model = modelOf(run);

  it('writes what the float64 decoder writes, with its weights, many sources at once', () => {
    expect(examples.length).toBeGreaterThan(5);
    const sources = examples.map((example) => numbered(run.task, example).source);
    const cap = lengthCap(4);
    const together = decoder.decode(sources, cap);
    examples.forEach(({ source }, k) => {
      const exact = finish(translate(model, source));
      const made = together[k];
      expect(made?.target.map((id) => run.task.target.word(id))).toEqual(exact.target);
      expect(made?.finished).toBe(exact.hypotheses[0]?.finished);
      const rows = exact.trace.tensors
        .filter(({ name }) => name === 'alpha')
        .map(({ at }) => [...exact.trace.data.subarray(at, at + 4)]);
      expect(made?.alpha).toHaveLength(rows.length);
      rows.forEach((row, t) => row.forEach((cell, j) => expect(made?.alpha[t]?.[j]).toBeCloseTo(cell, 4)));
      // Alone it writes the same.
      expect(decoder.decode([sources[k] ?? []], cap)[0]?.target).toEqual(made?.target);
    });
  });

  it('is without a mistake exactly on the examples that judging with the right symbols calls exact', () => {
    const all = run.task.heldOut(200, 3, 'test');
    const { score, wrong } = new JudgingSet(run.task, all).judge(run.trainer);
    const mistaken = all.filter((example) => {
      const { source, target } = numbered(run.task, example);
      const [made] = decoder.decode([source], lengthCap(source.length));
      return made === undefined || !made.finished || made.target.join(' ') !== Array.from(target).join(' ');
    });
    expect(new Set(wrong)).toEqual(new Set(mistaken));
    expect(wrong.length).toBeGreaterThan(0);
    expect(score.exact).toBeCloseTo(1 - mistaken.length / all.length, 12);
  });
});

describe('gradientNorms', () => {
  it('split the whole norm into the parts, none of which is empty', () => {
    const run = taskTrainer(loadWasmKernels(), small);
    const { gradientNorm } = run.trainer.next();
    const norms = run.trainer.store.gradientNorms(partOf);
    expect([...norms.keys()].toSorted()).toEqual([...parts].toSorted());
    const squares = [...norms.values()].reduce((sum, norm) => sum + norm * norm, 0);
    expect(Math.sqrt(squares)).toBeCloseTo(gradientNorm, 4);
    for (const norm of norms.values()) expect(norm).toBeGreaterThan(0);
  });
});

describe('DataSet', () => {
  it('draws batches of one length from its own examples', () => {
    const run = taskTrainer(loadWasmKernels(), small);
    const seen = new Set<number>();
    for (let step = 0; step < 40; step++) {
      const { sourceLength, targetLength, source, target, size } = run.data.next();
      seen.add(sourceLength);
      expect(targetLength).toBe(sourceLength + 1);
      for (let b = 0; b < size; b++) {
        const row = Array.from({ length: sourceLength }, (_, j) => source[j * size + b]);
        const answer = Array.from({ length: sourceLength }, (_, t) => target[t * size + b]);
        expect(answer).toEqual(row.toReversed());
      }
    }
    expect(seen.size).toBe(5);
  });

  it('names a length that the task does not have', () => {
    expect(() => taskTrainer(loadWasmKernels(), { ...small, longest: 99 })).toThrow('longest is 99');
    expect(() => taskOf('copy', 0)).toThrow('longest is 0');
  });
});
