/** @file The runner: what is shown follows what is wanted, one run at a time. */
import { describe, expect, it, vi } from 'vitest';
import { isOld } from '../../src/app/state/derived.ts';
import { WorkerError, WorkerDied } from '../../src/worker/client.ts';
import { createExecute } from '../../src/worker/execute.ts';
import { fetchFrom } from '../worker/channel.ts';
import { directClient, makeRig } from './rig.tsx';

describe('the runner', () => {
  it('translates the link’s sentence when it starts', async () => {
    const { store, settled } = makeRig({ link: '#/1/general?s=The+dog+sleeps!' });
    expect(store.getState().run.state).toBe('running');
    await settled();
    const { run, shown } = store.getState();
    expect(run).toEqual({ state: 'done' });
    expect(shown?.translation.mechanism).toBe('general');
    expect(shown?.scene.source).toEqual(['the', 'dog', 'sleeps']);
    expect(shown?.scene.target.length).toBeGreaterThan(0);
  });

  it('gives a run up when another key is pressed, and shows only the last', async () => {
    const { store, actions, settled, asked } = makeRig({ link: '#/1/additive?s=the+dog' });
    await settled();
    const shown: string[] = [];
    store.subscribe((state, before) => {
      if (state.shown !== before.shown) shown.push(state.shown?.scene.source.join(' ') ?? '');
    });
    for (const text of ['the dog s', 'the dog sl', 'the dog sleeps']) actions.type(text);
    expect(isOld(store.getState())).toBe(true);
    await settled();
    expect(isOld(store.getState())).toBe(false);
    expect(shown).toEqual(['the dog sleeps']);
    expect(asked.at(-1)).toBe('additive: the dog sleeps');
  });

  it('asks nothing for the same words typed otherwise', async () => {
    const { actions, settled, asked, store } = makeRig({ link: '#/1/additive?s=the+dog' });
    await settled();
    const before = asked.length;
    actions.type('The dog');
    actions.type('The  dog. ');
    expect(store.getState().run.state).toBe('done');
    expect(isOld(store.getState())).toBe(false);
    expect(asked).toHaveLength(before);
  });

  it('asks nothing for a step', async () => {
    const { actions, settled, asked, store } = makeRig({ link: '#/1/additive?s=the+dog' });
    await settled();
    const before = asked.length;
    const trace = store.getState().shown?.translation.trace;
    for (let step = 0; step < 20; step += 1) actions.move('next');
    expect(store.getState().link.t).toBe(5);
    expect(asked).toHaveLength(before);
    expect(store.getState().shown?.translation.trace).toBe(trace);
  });

  it('is idle without words and with too many, and keeps what was shown', async () => {
    const { actions, settled, store } = makeRig({ link: '#/1/additive?s=the+dog' });
    await settled();
    actions.type('');
    expect(store.getState().run).toEqual({ state: 'idle', why: 'empty' });
    actions.type('cat '.repeat(61));
    expect(store.getState().run).toEqual({ state: 'idle', why: 'long' });
    expect(store.getState().shown?.scene.source).toEqual(['the', 'dog']);
    expect(isOld(store.getState())).toBe(true);
    actions.type('the dog');
    expect(store.getState().run).toEqual({ state: 'done' });
  });

  it('keeps sentence and place when the mechanism is switched', async () => {
    const { actions, settled, store } = makeRig({ link: '#/1/additive?s=the+dog&t=2&at=context' });
    await settled();
    actions.goTo({ mechanism: 'concat' });
    await settled();
    const { link, shown } = store.getState();
    expect(link).toMatchObject({ mechanism: 'concat', sentence: 'the dog', t: 2, at: 'context' });
    expect(shown?.translation.mechanism).toBe('concat');
  });

  it('writes forced words that the model has, and leaves out those that it has not', async () => {
    const { settled, store } = makeRig({ link: '#/1/additive?s=the+dog&force=1:zzz,2:chien' });
    await settled();
    expect(store.getState().shown?.translation.target[1]).toBe('chien');
    expect(store.getState().run.state).toBe('done');
  });

  it('shows the chosen hypothesis of a beam', async () => {
    const { actions, settled, store } = makeRig({ link: '#/1/additive?s=the+dog&beam=3' });
    await settled();
    const first = store.getState().shown?.translation;
    expect(first?.hypotheses).toHaveLength(3);
    actions.setHypothesis(3);
    await settled();
    const third = store.getState().shown?.translation;
    expect(third?.chosen).toBe(2);
    expect(third?.target).toEqual(first?.hypotheses[2]?.target);
  });

  it('can be told to give up, and to try again', async () => {
    const { runner, actions, settled, store } = makeRig({ link: '#/1/additive?s=the+dog' });
    runner.cancel();
    expect(store.getState().run).toEqual({ state: 'idle', why: 'cancelled' });
    actions.retry();
    await settled();
    expect(store.getState().run.state).toBe('done');
  });

  it('says which files could not be had, keeps the sentence, and tries again', async () => {
    const files: Record<string, number> = { 'models/additive.bin': 503 };
    const client = directClient(createExecute(fetchFrom(files)));
    const { actions, settled, store } = makeRig({ link: '#/1/additive?s=the+dog', client });
    await settled();
    expect(store.getState().run).toMatchObject({ state: 'failed', of: 'files' });
    expect(store.getState().link.sentence).toBe('the dog');
    delete files['models/additive.bin'];
    actions.retry();
    await settled();
    expect(store.getState().run.state).toBe('done');
  });

  it('says so when the worker had to be started again, and when it died twice', async () => {
    let isRepeated = (): void => undefined;
    const client = {
      call: vi.fn(),
      callAgain: vi.fn(async (_request: unknown, { onRestart }: { onRestart: () => void }) => {
        onRestart();
        await new Promise<void>((resume) => (isRepeated = resume));
        throw new WorkerDied('gone');
      }),
    };
    const { settled, store } = makeRig({ client: client as never });
    expect(store.getState()).toMatchObject({ run: { state: 'running', restarted: true }, restarts: 1 });
    isRepeated();
    await settled();
    expect(store.getState().run).toMatchObject({ state: 'failed', of: 'worker' });
  });

  it('hands on the reason of a request that the worker refuses', async () => {
    const client = {
      call: vi.fn(),
      callAgain: vi.fn().mockRejectedValue(new WorkerError('beam is 9', 'request')),
    };
    const { settled, store } = makeRig({ client: client as never });
    await settled();
    expect(store.getState().run).toEqual({ state: 'failed', of: 'request', message: 'beam is 9' });
  });
});

describe('askSaliency', () => {
  it('brings a row of gradients for each written word, once a translation, and forgets them with it', async () => {
    const { actions, runner, settled, store, asked } = makeRig({ link: '#/1/additive?s=the+dog+sleeps' });
    await settled();
    await runner.askSaliency();
    await runner.askSaliency();
    const { saliency, shown } = store.getState();
    expect(asked.filter((one) => one === 'saliency')).toHaveLength(1);
    if (saliency === null || typeof saliency.answer === 'string') throw new Error('no answer');
    expect(saliency.answer.rows).toHaveLength(shown?.translation.target.length ?? 0);
    expect(saliency.answer.rows[0]).toHaveLength(3);
    actions.setSentence('the cat sleeps');
    await settled();
    expect(store.getState().saliency).toBeNull();
  });
});

describe('askWithout', () => {
  it('brings an answer for each source word, once a step', async () => {
    const { runner, settled, store, asked } = makeRig({ link: '#/1/additive?s=the+dog+sleeps' });
    await settled();
    await runner.askWithout(2);
    await runner.askWithout(2);
    const { without } = store.getState();
    expect(without?.t).toBe(2);
    expect(without?.answer).toMatchObject({ kind: 'without' });
    if (without === null || without.answer === 'running') throw new Error('no answer');
    expect(without.answer.without).toHaveLength(3);
    expect(asked.filter((one) => one === 'without')).toHaveLength(1);
  });
});
