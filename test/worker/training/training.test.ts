/** @file Training over a channel: to the end, paused, stepped, repeated, killed and gone on with, and traced at any checkpoint. */
import { afterEach, describe, expect, it } from 'vitest';
import { finish, translate } from '../../../src/models/seq2seq/translate.ts';
import { modelOf } from '../../../src/training/plainModel.ts';
import type { TaskSettings } from '../../../src/training/settings.ts';
import { taskSettings, widthsOf } from '../../../src/training/taskSettings.ts';
import { TrainingClient, type TrainingNews } from '../../../src/worker/training/trainingClient.ts';
import { startTestTrainer, type TestTrainer } from './channel.ts';

const settings: TaskSettings = {
  ...taskSettings('reversal'),
  longest: 5,
  steps: 100,
  data: 500,
  batch: 16,
  widths: widthsOf(12),
};

type Of<Kind extends TrainingNews['kind']> = Extract<TrainingNews, { kind: Kind }>;

class Rig {
  readonly news: TrainingNews[] = [];
  readonly workers: TestTrainer[] = [];
  private heard = new Set<() => void>();
  private readonly seconds = new Set<() => void>();
  readonly client = new TrainingClient({
    start: () => {
      const worker = startTestTrainer();
      this.workers.push(worker);
      return worker;
    },
    beat: (callback) => {
      this.seconds.add(callback);
      return () => this.seconds.delete(callback);
    },
    onNews: (news) => {
      this.news.push(news);
      for (const look of this.heard) look();
    },
  });

  all<Kind extends TrainingNews['kind']>(kind: Kind): Of<Kind>[] {
    return this.news.filter((news): news is Of<Kind> => news.kind === kind);
  }

  /** Waits for news that a test looks for. */
  until(found: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!found()) return;
        this.heard.delete(look);
        resolve();
      };
      this.heard.add(look);
      look();
    });
  }

  /** So many seconds of the client's clock. */
  pass(seconds: number): void {
    for (let k = 0; k < seconds; k++) for (const callback of this.seconds) callback();
  }

  state(): string | undefined {
    return this.all('progress').at(-1)?.state;
  }

  weights(): number[] {
    return [...(this.all('check').at(-1)?.check.numbers ?? [])];
  }
}

const rigs: Rig[] = [];
function rig(): Rig {
  const made = new Rig();
  rigs.push(made);
  return made;
}
afterEach(() => {
  for (const one of rigs.splice(0)) one.client.stop();
});

/** Trains to the end. */
async function trained(of = settings): Promise<Rig> {
  const one = rig();
  one.client.begin(of, ['1', '2', '3']);
  one.client.go(true);
  await one.until(() => one.state() === 'done' || one.all('failed').length > 0);
  return one;
}

describe('training', () => {
  it('goes from the first values to the end, telling loss, accuracy, norms, alignment, examples and checkpoints', async () => {
    const one = await trained();
    expect(one.all('begun')).toEqual([
      { kind: 'begun', run: 1, step: 0, parameters: expect.any(Number) as number },
    ]);
    const checks = one.all('check').map(({ check }) => check);
    expect(checks.map(({ step }) => step)).toEqual(Array.from({ length: 51 }, (_, k) => 2 * k));
    expect(checks.at(-1)?.heldOut.loss).toBeLessThan(0.8 * (checks[0]?.heldOut.loss ?? 0));
    for (const { examples, heldOut } of checks) {
      expect(examples).toHaveLength(8);
      expect(heldOut.exact).toBeGreaterThanOrEqual(0);
      const isWrong = examples.map(({ target, written }) => target.join('') !== written.join(''));
      // Wrong ones stand first, and all shown are right only where none is wrong.
      expect(isWrong).toEqual(isWrong.toSorted((a, b) => Number(b) - Number(a)));
      expect(isWrong[0]).toBe(heldOut.exact < 1);
    }
    const last = one.all('progress').at(-1)?.progress;
    expect(last?.step).toBe(100);
    expect(last?.train?.loss).toBeGreaterThan(0);
    expect(Object.values(last?.norms ?? {})).toHaveLength(5);
    expect(last?.alignment?.source).toEqual(['1', '2', '3']);
    for (const row of last?.alignment?.alpha ?? []) {
      expect(row).toHaveLength(3);
      expect(row.reduce((sum, cell) => sum + cell, 0)).toBeCloseTo(1, 4);
    }
  });

  it('gives the same weights for the same seed, paused and stepped in between or not', async () => {
    const whole = await trained();
    const stepped = rig();
    stepped.client.begin(settings, []);
    await stepped.until(() => stepped.all('begun').length > 0);
    for (let k = 0; k < 3; k++) stepped.client.step();
    await stepped.until(() => stepped.all('progress').at(-1)?.progress.step === 3);
    expect(stepped.state()).toBe('paused');
    stepped.client.go(true);
    stepped.client.go(false);
    await stepped.until(
      () => stepped.state() === 'paused' && (stepped.all('progress').at(-1)?.progress.step ?? 0) > 3,
    );
    stepped.client.watch(['9', '8']);
    stepped.client.go(true);
    await stepped.until(() => stepped.state() === 'done');
    expect(stepped.weights()).toEqual(whole.weights());
    const other = await trained({ ...settings, seed: 2 });
    expect(other.weights()).not.toEqual(whole.weights());
  });

  it.each([
    ['is known to have died', true],
    ['falls silent', false],
  ])(
    'goes on from the last checkpoint when the worker %s half-way, and ends with the same weights',
    async (_, told) => {
      const whole = await trained();
      const one = rig();
      one.client.begin(settings, ['4']);
      one.client.go(true);
      await one.until(() => one.all('check').length > 20);
      one.workers[0]?.kill(told);
      if (!told) {
        one.pass(15);
        expect(one.all('died')).toEqual([]);
        one.pass(1);
      }
      const [died] = one.all('died');
      const kept = one.all('check').at(-1)?.check.step;
      expect(died?.step).toBe(kept);
      await one.until(() => one.all('begun').length === 2);
      expect(one.all('begun')[1]?.step).toBe(kept);
      one.client.go(true);
      await one.until(() => one.state() === 'done');
      expect(one.workers).toHaveLength(2);
      expect(one.weights()).toEqual(whole.weights());
    },
  );

  it('traces a sentence with the weights of any checkpoint, while it learns', async () => {
    const one = rig();
    one.client.begin(settings, []);
    one.client.go(true);
    await one.until(() => one.all('check').length > 10);
    const { numbers } = one.all('check')[10]?.check ?? {};
    if (numbers === undefined) throw new Error('a checkpoint');
    const model = { settings, numbers };
    const traced = await one.client.trace(model, ['5', '6', 'x']);
    const again = finish(translate(modelOf(model), ['5', '6', 'x']));
    expect(traced.target).toEqual(again.target);
    expect(traced.unknown).toEqual([2]);
    expect(traced.trace.data).toEqual(again.trace.data);
    await one.until(() => one.state() === 'done');
  });

  it('refuses what cannot be traced or trained, saying why', async () => {
    const one = rig();
    const numbers = new Float32Array(3);
    await expect(one.client.trace({ settings, numbers }, ['1'])).rejects.toThrow(
      /numbers: there are 3; expected \d+/,
    );
    await expect(one.client.trace({ settings, numbers }, [])).rejects.toThrow('expected 1 to 40');
    one.client.begin({ ...settings, longest: 77 }, []);
    await one.until(() => one.all('failed').length > 0);
    expect(one.all('failed')[0]?.message).toContain('longest is 77');
  });

  it('does not take a worker that has nothing to do for dead', async () => {
    const one = await trained();
    one.client.go(true);
    one.pass(100);
    expect(one.all('died')).toEqual([]);
  });

  it('lets a run take the place of another, of which nothing more is heard', async () => {
    const one = rig();
    one.client.begin({ ...settings, steps: 20_000 }, []);
    one.client.go(true);
    await one.until(() => one.all('check').length > 1 || one.all('progress').length > 3);
    const run = one.client.begin(settings, []);
    const before = one.news.length;
    one.client.go(true);
    await one.until(() => one.state() === 'done');
    for (const news of one.news.slice(before)) if (news.kind !== 'ready') expect(news.run).toBe(run);
  });
});
