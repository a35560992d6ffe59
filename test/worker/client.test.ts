/** @file Page and worker over a channel: answers, cancellation, death and restart. */
import { afterEach, describe, expect, it } from 'vitest';
import { cellsOf, findTensor, type Trace } from '../../src/engine/trace.ts';
import { Client, WorkerDied, WorkerError } from '../../src/worker/client.ts';
import type { Execute } from '../../src/worker/execute.ts';
import { inPieces } from '../../src/worker/pieces.ts';
import type { LoadRequest, TranslateRequest } from '../../src/worker/protocol.ts';
import { untrainedExecute, startTestWorker, type TestWorker } from './channel.ts';

const never = new AbortController().signal;
const load: LoadRequest = { kind: 'load', mechanism: 'additive' };

function translate(words: string, rest: Partial<TranslateRequest> = {}): TranslateRequest {
  return {
    kind: 'translate',
    mechanism: 'additive',
    words: words.split(' '),
    beam: 1,
    hypothesis: 0,
    forced: [],
    ...rest,
  };
}

interface Rig {
  readonly client: Client;
  readonly workers: TestWorker[];
  /** One second of the client's clock. */
  readonly second: () => void;
  readonly ready: { simd: boolean }[];
}

const rigs: Rig[] = [];

afterEach(() => {
  for (const rig of rigs.splice(0)) rig.client.stop();
});

function rig(execute: Execute): Rig {
  const workers: TestWorker[] = [];
  const seconds = new Set<() => void>();
  const ready: { simd: boolean }[] = [];
  const client = new Client({
    app: 'http://app.test/',
    start() {
      const worker = startTestWorker(execute);
      workers.push(worker);
      return worker;
    },
    beat(callback) {
      seconds.add(callback);
      return () => seconds.delete(callback);
    },
    onReady: (said) => ready.push(said),
  });
  const made = { client, workers, ready, second: () => seconds.forEach((callback) => callback()) };
  rigs.push(made);
  return made;
}

/** An executor whose work lasts until it is let go, and that notes what happens to it. */
function slowExecute(): { execute: Execute; log: string[]; finish: () => void } {
  const log: string[] = [];
  const state = { done: false };
  function* steps(name: string): Generator<void, string> {
    log.push(`begin ${name}`);
    while (!state.done) yield;
    return name;
  }
  const execute: Execute = async (request, work) => {
    const name = request.kind === 'load' ? request.mechanism : request.kind;
    try {
      await inPieces(steps(name), { ...work, onSteps: () => work.progress(0.5) });
    } catch (error) {
      log.push(`stopped ${name}`);
      throw error;
    }
    return { reply: { kind: 'without', probability: 1, without: [] }, transfer: [] };
  };
  return { execute, log, finish: () => (state.done = true) };
}

/** The cells of the last tensor of that name. */
function lastCells(trace: Trace, name: string): Float64Array | undefined {
  const tensor = trace.tensors.findLast((one) => one.name === name);
  return tensor && cellsOf(trace, tensor);
}

const soon = (): Promise<void> => new Promise((resume) => setTimeout(resume, 30));

describe('call', () => {
  it('brings a translation with its trace, whose numbers changed hands', async () => {
    const { client, ready } = rig(untrainedExecute());
    const made = await client.call(translate('the dog is a labrador'), { signal: never });
    expect(made.kind).toBe('translation');
    expect(made.trace.data).toBeInstanceOf(Float64Array);
    expect(made.trace.data.length).toBeGreaterThan(50_000);
    const alpha = findTensor(made.trace, 'alpha', 0);
    expect(alpha?.axes).toEqual([{ name: 'j', size: 5 }]);
    expect(ready).toEqual([{ simd: true }]);
  });

  it('brings a model’s card and words', async () => {
    const { client } = rig(untrainedExecute());
    const loaded = await client.call(load, { signal: never });
    expect(loaded.card.id).toBe('additive');
    expect(loaded.sourceWords).toContain('cat');
    expect(loaded.targetWords).toContain('chat');
  });

  it('rejects with the worker’s reason, naming field and range', async () => {
    const { client } = rig(untrainedExecute());
    const refusals: [TranslateRequest, RegExp][] = [
      [translate('cat', { beam: 9 }), /beam is 9; expected 1 to 8/],
      [translate('cat', { words: [] }), /words: there are 0; expected 1 to 60/],
      [translate('cat', { words: Array<string>(61).fill('cat') }), /words: there are 61; expected 1 to 60/],
      [
        translate('cat', { mechanism: 'telepathy' }),
        /mechanism is telepathy; expected one of none, additive, /,
      ],
    ];
    for (const [request, message] of refusals) {
      const refused = client.call(request, { signal: never });
      await expect(refused).rejects.toThrow(message);
      await expect(refused).rejects.toBeInstanceOf(WorkerError);
    }
  });

  it('tells of progress', async () => {
    const { execute, finish } = slowExecute();
    const { client } = rig(execute);
    const shares: number[] = [];
    const answer = client.call(load, {
      signal: never,
      onProgress(share) {
        shares.push(share);
        finish();
      },
    });
    await answer;
    expect(shares[0]).toBe(0.5);
  });
});

describe('a cancelled call', () => {
  it('is rejected at once with the signal’s reason, and its work is stopped', async () => {
    const { execute, log } = slowExecute();
    const { client } = rig(execute);
    const abort = new AbortController();
    const answer = client.call({ kind: 'load', mechanism: 'first' }, { signal: abort.signal });
    await soon();
    abort.abort(new Error('another key was pressed'));
    await expect(answer).rejects.toThrow('another key was pressed');
    expect(log).toEqual(['begin first']);
    await soon();
    expect(log).toEqual(['begin first', 'stopped first']);
  });

  it('that waits its turn is never begun, and the next one is', async () => {
    const { execute, log, finish } = slowExecute();
    const { client } = rig(execute);
    const abort = new AbortController();
    const first = client.call({ kind: 'load', mechanism: 'first' }, { signal: never });
    const second = client.call({ kind: 'load', mechanism: 'second' }, { signal: abort.signal });
    const third = client.call({ kind: 'load', mechanism: 'third' }, { signal: never });
    await soon();
    abort.abort();
    await expect(second).rejects.toThrow();
    finish();
    await Promise.all([first, third]);
    expect(log).toEqual(['begin first', 'begin third']);
  });

  it('before it was made asks nothing', async () => {
    const { execute, log } = slowExecute();
    const { client, workers } = rig(execute);
    await expect(client.call(load, { signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow('gone');
    expect(workers).toHaveLength(0);
    expect(log).toEqual([]);
  });

  it('does not disturb the one that follows, whose trace is the right one', async () => {
    const { client } = rig(untrainedExecute());
    const abort = new AbortController();
    const first = client.call(translate('the small child sees the white bird', { beam: 8 }), {
      signal: abort.signal,
    });
    await soon();
    abort.abort();
    const second = client.call(translate('the dog is a labrador'), { signal: never });
    await expect(first).rejects.toThrow();
    const alone = await rig(untrainedExecute()).client.call(translate('the dog is a labrador'), {
      signal: never,
    });
    const made = await second;
    expect(made.target).toEqual(alone.target);
    for (const name of ['alpha', 's', 'p'])
      expect(lastCells(made.trace, name)).toEqual(lastCells(alone.trace, name));
  });
});

describe('a worker that dies', () => {
  it('rejects every caller at once, and the next call starts another', async () => {
    const { execute, finish } = slowExecute();
    const { client, workers } = rig(execute);
    const calls = [client.call(load, { signal: never }), client.call(load, { signal: never })];
    await soon();
    workers[0]?.kill(true);
    for (const call of calls) await expect(call).rejects.toBeInstanceOf(WorkerDied);
    finish();
    await expect(client.call(load, { signal: never })).resolves.toBeDefined();
    expect(workers).toHaveLength(2);
  });

  it('without a word is found out by its silence, while it has work', async () => {
    const { execute } = slowExecute();
    const { client, workers, second } = rig(execute);
    const call = client.call(load, { signal: never });
    const rejected = expect(call).rejects.toBeInstanceOf(WorkerDied);
    await soon();
    workers[0]?.kill(false);
    for (let k = 0; k < 6; k++) second();
    await rejected;
    expect(workers[0]?.terminated()).toBe(true);
  });

  it('is asked once more by callAgain, which says so', async () => {
    const { execute, log, finish } = slowExecute();
    const { client, workers } = rig(execute);
    let restarts = 0;
    const answer = client.callAgain(load, { signal: never, onRestart: () => (restarts += 1) });
    await soon();
    workers[0]?.kill(true);
    await soon();
    expect(restarts).toBe(1);
    expect(log).toEqual(['begin additive', 'begin additive']);
    finish();
    await expect(answer).resolves.toBeDefined();
  });

  it('twice is given up', async () => {
    const { execute } = slowExecute();
    const { client, workers } = rig(execute);
    const answer = client.callAgain(load, { signal: never, onRestart: () => undefined });
    const rejected = expect(answer).rejects.toBeInstanceOf(WorkerDied);
    await soon();
    workers[0]?.kill(true);
    await soon();
    workers[1]?.kill(true);
    await rejected;
    expect(workers).toHaveLength(2);
  });

  it('is not heard any more: late replies are ignored by their id', async () => {
    const { execute, finish } = slowExecute();
    const { client, workers } = rig(execute);
    const abort = new AbortController();
    const call = client.call(load, { signal: abort.signal });
    await soon();
    abort.abort();
    await expect(call).rejects.toThrow();
    finish();
    await expect(client.call(load, { signal: never })).resolves.toBeDefined();
    expect(workers).toHaveLength(1);
  });
});
