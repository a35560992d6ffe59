/** @file The generator against published outputs and against a second implementation in big integers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random, splitmix32 } from '../../src/lib/random.ts';

const WORD = 0xffffffffn;
const rotate = (x: bigint, k: bigint): bigint => ((x << k) | (x >> (32n - k))) & WORD;

/** splitmix32 in big integers: counter + golden ratio, then two xor-shift-multiply rounds and a last xor-shift. */
function* mixed(seed: number): Generator<bigint, never> {
  let counter = BigInt(seed) & WORD;
  for (;;) {
    counter = (counter + 0x9e3779b9n) & WORD;
    let z = counter;
    z = ((z ^ (z >> 16n)) * 0x21f0aaadn) & WORD;
    z = ((z ^ (z >> 15n)) * 0x735a2d97n) & WORD;
    yield z ^ (z >> 15n);
  }
}

/** xoshiro128** 1.1, line by line after the C of Blackman and Vigna (prng.di.unimi.it/xoshiro128starstar.c). */
function* stars(s: bigint[]): Generator<bigint, never> {
  let [s0 = 0n, s1 = 0n, s2 = 0n, s3 = 0n] = s;
  for (;;) {
    const result = (rotate((s1 * 5n) & WORD, 7n) * 9n) & WORD;
    const t = (s1 << 9n) & WORD;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = rotate(s3, 11n);
    yield result;
  }
}

const take = (n: number, stream: Iterator<bigint>): number[] =>
  Array.from({ length: n }, () => Number(stream.next().value));

describe('Random', () => {
  it('gives the published outputs of xoshiro128** from the state 1, 2, 3, 4', () => {
    // The outputs of the reference C from s = {1, 2, 3, 4}, as the test vector of the rand_xoshiro crate and others hold them.
    const random = Random.fromState([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, () => random.word())).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('fills its state by splitmix32 and goes on as the reference does, for any seed', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (seed) => {
        const state = take(4, mixed(seed));
        const random = new Random(seed);
        expect(random.state).toEqual(state);
        const words = Array.from({ length: 50 }, () => random.word());
        expect(words).toEqual(take(50, stars(state.map(BigInt))));
      }),
      { numRuns: 200 },
    );
  });

  it('next is a word divided by 2^32, so from 0 up to, not including, 1', () => {
    const words = new Random(7);
    const numbers = new Random(7);
    for (let draw = 0; draw < 1000; draw += 1) {
      const u = numbers.next();
      expect(u).toBe(words.word() / 2 ** 32);
      expect(u).toBeLessThan(1);
    }
  });

  it('integer(n) gives each of n numbers about as often (chi-square below its 99.99 % point)', () => {
    const random = new Random(11);
    const counts = new Array<number>(20).fill(0);
    for (let draw = 0; draw < 100000; draw += 1) {
      const value = random.integer(20);
      counts[value] = (counts[value] ?? NaN) + 1;
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0);
    // 19 degrees of freedom.
    expect(chiSquare).toBeLessThan(50.8);
  });

  it('chance(p) is true with probability p', () => {
    const random = new Random(5);
    let hits = 0;
    for (let draw = 0; draw < 100000; draw += 1) if (random.chance(0.3)) hits += 1;
    expect(Math.abs(hits / 100000 - 0.3)).toBeLessThan(0.006);
    expect(random.chance(0)).toBe(false);
    expect(random.chance(1)).toBe(true);
  });

  it('shuffle keeps the items, changes the array in place and reaches every order', () => {
    const random = new Random(3);
    const orders = new Map<string, number>();
    for (let draw = 0; draw < 6000; draw += 1) {
      const items = ['a', 'b', 'c'];
      expect(random.shuffle(items)).toBe(items);
      expect([...items].sort()).toEqual(['a', 'b', 'c']);
      orders.set(items.join(''), (orders.get(items.join('')) ?? 0) + 1);
    }
    expect(orders.size).toBe(6);
    for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('pick gives items of the array only', () => {
    const random = new Random(1);
    const seen = new Set(Array.from({ length: 200 }, () => random.pick(['x', 'y', 'z'])));
    expect([...seen].sort()).toEqual(['x', 'y', 'z']);
  });

  it('fork gives another stream, and what it draws does not move the first', () => {
    const one = new Random(9);
    const other = new Random(9);
    const fork = one.fork();
    other.fork();
    const drawn = Array.from({ length: 10 }, () => fork.word());
    const next = Array.from({ length: 10 }, () => one.word());
    expect(next).toEqual(Array.from({ length: 10 }, () => other.word()));
    expect(drawn).not.toEqual(next);
  });

  it('goes on from a stored state as if it had never stopped', () => {
    const random = new Random(123);
    for (let draw = 0; draw < 17; draw += 1) random.next();
    const restored = Random.fromState(random.state);
    expect(Array.from({ length: 20 }, () => restored.word())).toEqual(
      Array.from({ length: 20 }, () => random.word()),
    );
  });

  it('refuses what is no seed, no state, no count and no choice, and says what was expected', () => {
    expect(() => new Random(0.5)).toThrow('seed is 0.5; a whole number was expected');
    expect(() => new Random(NaN)).toThrow('seed is NaN');
    expect(() => Random.fromState([0, 0, 0, 0])).toThrow('state is all 0');
    expect(() => Random.fromState([1, -1, 0, 0])).toThrow('state word 2 is -1');
    expect(() => new Random(1).integer(0)).toThrow('n is 0; a whole number from 1 to 2^32 was expected');
    expect(() => new Random(1).pick([])).toThrow('items is empty');
  });
});

describe('splitmix32', () => {
  it('agrees with the same steps in big integers', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const word = splitmix32(seed);
        expect(Array.from({ length: 20 }, () => word())).toEqual(take(20, mixed(seed)));
      }),
      { numRuns: 200 },
    );
  });
});
