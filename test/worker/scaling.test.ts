/** @file Why √d: the spread of random products grows with the width, and the division takes it back. */
import { afterEach, describe, expect, it } from 'vitest';
import { Client } from '../../src/worker/client.ts';
import { startTestWorker, untrainedExecute } from './channel.ts';

const clients: Client[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.stop();
});

const never = new AbortController().signal;

function scaling(width: number) {
  const client = new Client({
    start: () => startTestWorker(untrainedExecute()),
    app: 'http://app.test/',
    beat: () => () => undefined,
  });
  clients.push(client);
  return client.call<'scaling'>({ kind: 'scaling', width, seed: 7 }, { signal: never });
}

describe('a request for the spread of random products', () => {
  it('finds a variance near d, and near 1 after the division: exactly d times as much', async () => {
    for (const width of [16, 128]) {
      const { plain, scaled } = await scaling(width);
      expect(plain.variance / width).toBeCloseTo(scaled.variance, 10);
      expect(scaled.variance).toBeGreaterThan(0.5);
      expect(scaled.variance).toBeLessThan(2);
    }
  });

  it('finds weights that collapse without the division, and an entropy of at most ln 8', async () => {
    const { plain, scaled } = await scaling(256);
    expect(plain.entropy).toBeLessThan(0.3);
    expect(scaled.entropy).toBeGreaterThan(1.2);
    expect(scaled.entropy).toBeLessThanOrEqual(Math.log(8));
  });

  it('is the same without and with the division at d = 1', async () => {
    const { plain, scaled } = await scaling(1);
    expect(plain).toEqual(scaled);
  });

  it('refuses a width that is not one', async () => {
    await expect(scaling(0)).rejects.toMatchObject({ of: 'request' });
  });
});
