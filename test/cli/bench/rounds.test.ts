/** @file Contenders take turns. */
import { describe, expect, it } from 'vitest';
import { race, type Contender } from '../../../src/cli/bench/rounds.ts';

/** A contender that keeps a machine busy and notes when its turns begin. */
function busy(name: string, turns: string[]): Contender {
  return {
    name,
    before: () => {
      turns.push(name);
    },
    run: () => {
      for (let k = 0; k < 20_000; k++) Math.sqrt(k);
    },
  };
}

describe('race', () => {
  it('gives every contender one turn a round, each round beginning with another one', async () => {
    const turns: string[] = [];
    const samples = await race(
      ['a', 'b', 'c'].map((name) => busy(name, turns)),
      { rounds: 4, atLeast: 0.5 },
    );
    expect(turns.slice(-12).join('')).toBe('abcbcacababc');
    expect(samples.map(({ name, milliseconds }) => [name, milliseconds.length])).toEqual([
      ['a', 4],
      ['b', 4],
      ['c', 4],
    ]);
    for (const { milliseconds } of samples) for (const time of milliseconds) expect(time).toBeGreaterThan(0);
  });

  it('waits for contenders that need time', async () => {
    const order: string[] = [];
    const slow: Contender = {
      name: 'slow',
      run: async () => {
        order.push('begun');
        await new Promise((resolve) => setTimeout(resolve, 5));
        order.push('done');
      },
    };
    await race([slow, busy('other', order)], { rounds: 2, atLeast: 1 });
    order.forEach((one, k) => {
      if (one === 'begun') expect(order[k + 1]).toBe('done');
    });
  });
});
