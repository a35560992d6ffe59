/** @file Case files over the wire: outputs, trace, refusals, cancellation. */
import { afterEach, describe, expect, it } from 'vitest';
import published from '../fixtures/cases/published/selfattn_karim_unscaled.json' with { type: 'json' };
import { cellsOf, findTensor } from '../../src/engine/trace.ts';
import { Client, WorkerError } from '../../src/worker/client.ts';
import { startTestWorker, untrainedExecute } from './channel.ts';

const clients: Client[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.stop();
});

function aClient(): Client {
  const client = new Client({
    start: () => startTestWorker(untrainedExecute()),
    app: 'http://app.test/',
    beat: () => () => undefined,
  });
  clients.push(client);
  return client;
}

const never = new AbortController().signal;

describe('a request for a case', () => {
  it('is answered with its outputs and the trace that they were read from', async () => {
    const { outputs, trace } = await aClient().call<'case'>(
      { kind: 'case', case: published },
      { signal: never },
    );
    const { e } = published.expected;
    expect(outputs['e']?.shape).toEqual(e.shape);
    expect([...(outputs['e']?.data ?? [])]).toEqual(e.data);
    const alpha = findTensor(trace, 'alpha');
    expect(alpha && [...cellsOf(trace, alpha)]).toEqual([...(outputs['alpha']?.data ?? [])]);
  });

  it('that cannot be run is refused with the field and what was expected', async () => {
    const asked = aClient().call<'case'>(
      { kind: 'case', case: { mechanism: 'softmax', inputs: { x: { shape: [2], data: [1] } } } },
      { signal: never },
    );
    await expect(asked).rejects.toBeInstanceOf(WorkerError);
    await expect(asked).rejects.toMatchObject({
      of: 'request',
      message: 'inputs.x: data has 1 numbers; expected 2, the product of shape [2]',
    });
  });

  it('can be cancelled, and the next one is answered', async () => {
    const client = aClient();
    const abort = new AbortController();
    const asked = client.call<'case'>({ kind: 'case', case: published }, { signal: abort.signal });
    abort.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    const { outputs } = await client.call<'case'>({ kind: 'case', case: published }, { signal: never });
    expect(Object.keys(outputs)).toEqual(['e', 'masked', 'alpha', 'c']);
  });
});
