/** @file A run after each piece of news, and what settings a link asks for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRun, runAfter } from '../../../src/app/pages/train/trainRun.ts';
import { readingOf, settingsOf, taskOfSettings, textOf } from '../../../src/app/pages/train/settingsOf.ts';
import type { TrainRun } from '../../../src/app/pages/train/slice.ts';
import { taskOf } from '../../../src/tasks/all.ts';
import { taskSettings } from '../../../src/training/taskSettings.ts';
import { trainPage } from '../../../src/url/pages/train.ts';
import type { TrainingNews } from '../../../src/worker/training/trainingClient.ts';
import { trainPages } from '../../url/pages/train.ts';

const progressAt = (step: number, loss = 1): TrainingNews => ({
  kind: 'progress',
  run: 1,
  state: 'running',
  stepsPerSecond: 100,
  progress: { step, train: { loss, symbols: 0.5 }, norms: null, alignment: null },
});

const start = newRun(1, taskSettings('copy'));
const after = (news: readonly TrainingNews[]): TrainRun => news.reduce(runAfter, start);

describe('runAfter', () => {
  it('keeps the curve in the order of its steps and at most 400 points long, its mean unchanged by thinning', () => {
    const run = after(Array.from({ length: 1000 }, (_, k) => progressAt(k + 1, k)));
    const steps = run.curve.map(({ step }) => step);
    expect(run.curve.length).toBeLessThanOrEqual(400);
    expect(run.curve.length).toBeGreaterThan(190);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBe(1000);
  });

  it('goes back to the last checkpoint when the worker has died, and forgets the points after it', () => {
    const run = after([...[1, 2, 3, 4].map((step) => progressAt(step)), { kind: 'died', run: 1, step: 2 }]);
    expect(run).toMatchObject({ state: 'making', step: 2, restartedAt: 2 });
    expect(run.curve.map(({ step }) => step)).toEqual([1, 2]);
  });

  it('says why it failed', () => {
    expect(after([{ kind: 'failed', run: 1, id: null, message: 'no' }])).toMatchObject({
      state: 'failed',
      message: 'no',
    });
  });
});

describe('settingsOf', () => {
  it('gives settings that a run can have for every link, keys as wide as queries', () => {
    fc.assert(
      fc.property(trainPages, (page) => {
        const settings = settingsOf(page);
        expect(() => taskOf(settings.task, settings.longest)).not.toThrow();
        expect(settings.widths.decoder).toBe(2 * settings.widths.encoder);
        expect(settings.batch).toBeGreaterThan(0);
        expect(settings.steps).toBeGreaterThan(0);
        for (const width of Object.values(settings.widths))
          expect(Number.isInteger(width) && width > 0).toBe(true);
      }),
    );
  });

  it('is the task’s own where the link says nothing, and what the link says where it does', () => {
    expect(settingsOf(trainPage({ task: 'dates' }))).toEqual({ ...taskSettings('dates') });
    expect(
      settingsOf(trainPage({ width: '64', rate: '0.02', data: '300', steps: 50, seed: 9 })),
    ).toMatchObject({
      rate: 0.02,
      data: 300,
      steps: 50,
      seed: 9,
      widths: { embedding: 32, encoder: 32, decoder: 64, attention: 32, readout: 64 },
    });
  });
});

describe('the watched text', () => {
  it('is the task’s first sample until the reader writes one, and at most 40 symbols', () => {
    const task = taskOfSettings({ task: 'dates', longest: 40 });
    expect(textOf(trainPage(), task)).toBe(task.samples[0]);
    expect(textOf(trainPage({ text: '3 may' }), task)).toBe('3 may');
    const { symbols, cut } = readingOf('9'.repeat(60), task);
    expect(symbols).toHaveLength(40);
    expect(cut).toBe(true);
  });
});
