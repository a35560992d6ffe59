/** @file What a run is after each piece of news from its worker: pure functions of the run before. */
import type { TrainingNews } from '../../../worker/training/trainingClient.ts';
import type { TaskSettings } from '../../../training/settings.ts';
import type { CurvePoint, KeptCheck, TrainRun } from './slice.ts';

/** The most points of a curve; then two become one. */
const POINTS = 400;

/** A run that was asked for, of which nothing is known yet. */
export function newRun(number: number, settings: TaskSettings): TrainRun {
  return {
    number,
    settings,
    state: 'making',
    parameters: null,
    step: 0,
    progress: null,
    stepsPerSecond: null,
    curve: [],
    checks: [],
    message: '',
    restartedAt: null,
  };
}

/** Half as many points, each the mean of two that stood side by side, at the later one's step. */
function halved(curve: readonly CurvePoint[]): CurvePoint[] {
  return curve.flatMap((point, k) => {
    const before = curve[k - 1];
    if (k % 2 === 0) return k === curve.length - 1 ? [point] : [];
    if (before === undefined) return [point];
    const mean = (key: 'loss' | 'symbols'): number => (before[key] + point[key]) / 2;
    return [{ step: point.step, loss: mean('loss'), symbols: mean('symbols') }];
  });
}

function withPoint(curve: readonly CurvePoint[], point: CurvePoint): readonly CurvePoint[] {
  if (curve.at(-1)?.step === point.step) return curve;
  const longer = [...curve, point];
  return longer.length > POINTS ? halved(longer) : longer;
}

/** The run after news of it. */
export function runAfter(run: TrainRun, news: TrainingNews): TrainRun {
  switch (news.kind) {
    case 'ready':
      return run;
    case 'begun':
      return { ...run, state: 'paused', step: news.step, parameters: news.parameters };
    case 'progress': {
      const { progress, state, stepsPerSecond } = news;
      const { step, train } = progress;
      return {
        ...run,
        state,
        step,
        progress,
        stepsPerSecond: stepsPerSecond ?? (state === 'running' ? run.stepsPerSecond : null),
        curve: train === null || step === 0 ? run.curve : withPoint(run.curve, { step, ...train }),
      };
    }
    case 'check': {
      const { step, heldOut, examples, numbers } = news.check;
      const check: KeptCheck = { step, heldOut, examples, numbers };
      return { ...run, step, checks: [...run.checks.filter((one) => one.step < step), check] };
    }
    case 'failed':
      return { ...run, state: 'failed', message: news.message };
    case 'died': {
      // What was learned after the last checkpoint is lost, and is not shown as if it were there.
      const step = news.step ?? 0;
      const curve = run.curve.filter((point) => point.step <= step);
      return { ...run, state: 'making', step, curve, restartedAt: step, stepsPerSecond: null };
    }
  }
}
