/** @file The experiment "length" over the wire: runs, sentences, models at work, and files that are not what they should be. */
import { afterEach, describe, expect, it } from 'vitest';
import { Client, WorkerError } from '../../src/worker/client.ts';
import { createExecute } from '../../src/worker/execute.ts';
import { lengthFiles } from '../support/lengthFiles.ts';
import { fetchFrom, startTestWorker } from './channel.ts';

const clients: Client[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.stop();
});

function clientOf(fetch = fetchFrom(lengthFiles())): Client {
  const client = new Client({
    start: () => startTestWorker(createExecute(fetch)),
    app: 'http://app.test/',
    beat: () => () => undefined,
  });
  clients.push(client);
  return client;
}

const never = new AbortController().signal;

describe('a request for the experiment', () => {
  it('is answered with every run and the sentences to open', async () => {
    const { runs, sentences } = await clientOf().call<'length'>({ kind: 'length' }, { signal: never });
    expect(runs.map(({ mechanism, seed }) => `${mechanism} ${seed}`)).toEqual([
      'additive 1',
      'additive 2',
      'dot 1',
      'none 1',
      'segmentation 1',
    ]);
    expect(runs[0]?.results).toHaveLength(8);
    expect(sentences[0]?.sentences[0]?.english).toBe('the dog sleeps');
  });

  it.each([
    ['index.json', '[{"mechanism":"dot"}]', /index\.json: 0\.\w+/],
    ['index.json', 'no', /index\.json: it is not JSON/],
    ['sentences.json', '[{"from":1,"to":"x","sentences":[]}]', /sentences\.json: 0\.to/],
  ])('names what is wrong with %s', async (name, text, message) => {
    const fetch = fetchFrom({ ...lengthFiles(), [`experiments/length/${name}`]: text });
    const asked = clientOf(fetch).call<'length'>({ kind: 'length' }, { signal: never });
    await expect(asked).rejects.toThrow(message);
    await expect(asked).rejects.toBeInstanceOf(WorkerError);
  });
});

describe('a request for a translation by a model of the experiment', () => {
  const words = ['the', 'dog', 'sleeps'];

  it('is answered with the words and a row of weights for each, which add up to 1', async () => {
    const { target, alpha } = await clientOf().call<'length-translate'>(
      { kind: 'length-translate', mechanism: 'additive', words },
      { signal: never },
    );
    expect(alpha).toHaveLength(target.length);
    for (const row of alpha) {
      expect(row).toHaveLength(words.length);
      expect(row.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
    }
  });

  it('has no weights where nothing is attended', async () => {
    const { alpha } = await clientOf().call<'length-translate'>(
      { kind: 'length-translate', mechanism: 'none', words },
      { signal: never },
    );
    expect(alpha).toEqual([]);
  });

  it('fetches the weights of a model once', async () => {
    const fetch = fetchFrom(lengthFiles());
    const client = clientOf(fetch);
    const request = { kind: 'length-translate', mechanism: 'dot', words } as const;
    await client.call<'length-translate'>(request, { signal: never });
    await client.call<'length-translate'>(request, { signal: never });
    expect(fetch.asked.filter((name) => name.endsWith('dot.bin'))).toHaveLength(1);
  });

  it('refuses a model that the experiment does not have, and one without words', async () => {
    const client = clientOf();
    await expect(
      client.call<'length-translate'>(
        { kind: 'length-translate', mechanism: 'concat', words },
        { signal: never },
      ),
    ).rejects.toThrow('mechanism is concat; expected one of additive, dot, none, segmentation');
    await expect(
      client.call<'length-translate'>(
        { kind: 'length-translate', mechanism: 'dot', words: [] },
        { signal: never },
      ),
    ).rejects.toThrow(/there are 0/);
  });

  it('names the weights that are too short', async () => {
    const fetch = fetchFrom({ ...lengthFiles(), 'experiments/length/dot.bin': new Uint8Array(10) });
    await expect(
      clientOf(fetch).call<'length-translate'>(
        { kind: 'length-translate', mechanism: 'dot', words },
        { signal: never },
      ),
    ).rejects.toThrow(/dot\.bin: weights: 10 bytes; expected \d+/);
  });
});

describe('a request for a sentence in phrases', () => {
  it('is answered with every span, the best cut and the joined phrases; the right translation where the grammar knows it', async () => {
    const words = ['the', 'dog', 'sleeps'];
    const made = await clientOf().call<'length-segment'>(
      { kind: 'length-segment', words },
      { signal: never },
    );
    expect(made.spans.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
    expect(made.cut.steps).toHaveLength(3);
    expect(made.cut.phrases.at(-1)?.to).toBe(3);
    expect(made.right).toEqual(['le', 'chien', 'dort']);
    const other = await clientOf().call<'length-segment'>(
      { kind: 'length-segment', words: ['sleeps', 'zebra'] },
      { signal: never },
    );
    expect(other.right).toBeNull();
  });

  it('is given up when it is cancelled', async () => {
    const abort = new AbortController();
    const words = Array.from({ length: 30 }, () => 'dog');
    const asked = clientOf().call<'length-segment'>(
      { kind: 'length-segment', words },
      { signal: abort.signal },
    );
    setTimeout(() => abort.abort(), 30);
    await expect(asked).rejects.toThrow();
  });

  it('cannot be had as a translation of one model', async () => {
    const request = { kind: 'length-translate', mechanism: 'segmentation', words: ['dog'] } as const;
    await expect(clientOf().call<'length-translate'>(request, { signal: never })).rejects.toThrow(
      /expected one that translates by itself/,
    );
  });
});
