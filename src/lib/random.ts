/** @file The only source of chance: xoshiro128** seeded by splitmix32. */

/** The generator's state: four unsigned 32-bit words, not all zero. */
export type RandomState = readonly [number, number, number, number];

const TWO_32 = 4294967296;

/**
 * splitmix32: turns one 32-bit seed into a stream of well mixed 32-bit words (Weyl sequence of the golden ratio and the
 * two-round mixer of C. Wellons' hash prospector, constants 0x21f0aaad and 0x735a2d97).
 * @param seed an integer; its low 32 bits count.
 * @returns a function giving the next unsigned 32-bit word.
 */
export function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}

/**
 * A reproducible stream of chance: xoshiro128** 1.1 (Blackman and Vigna, "Scrambled linear pseudorandom number generators",
 * 2018), its four words filled by splitmix32(seed). The same seed gives the same numbers everywhere.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  /**
   * @param seed a safe integer; seeds that agree in their low 32 bits are the same seed.
   * @throws RangeError when the seed is not a safe integer.
   */
  constructor(seed: number) {
    if (!Number.isSafeInteger(seed)) throw new RangeError(`seed is ${seed}; a whole number was expected`);
    const word = splitmix32(seed);
    this.a = word() | 0;
    this.b = word() | 0;
    this.c = word() | 0;
    this.d = word() | 0;
    // Four zero words in a row do not occur in splitmix32, a permutation of distinct counters: no check is needed.
  }

  /**
   * A generator that goes on from a stored state.
   * @throws RangeError when a word is not an unsigned 32-bit integer, or all four are 0.
   */
  static fromState(state: RandomState): Random {
    for (const [index, word] of state.entries()) {
      if (!Number.isInteger(word) || word < 0 || word >= TWO_32)
        throw new RangeError(
          `state word ${index + 1} is ${word}; a whole number from 0 to 2^32 - 1 was expected`,
        );
    }
    if (state.every((word) => word === 0))
      throw new RangeError('state is all 0; at least one word must differ from 0');
    const random = new Random(0);
    [random.a, random.b, random.c, random.d] = state.map((word) => word | 0) as [
      number,
      number,
      number,
      number,
    ];
    return random;
  }

  /** The state, to be stored in a checkpoint and given to `Random.fromState`. */
  get state(): RandomState {
    return [this.a >>> 0, this.b >>> 0, this.c >>> 0, this.d >>> 0];
  }

  /** The next unsigned 32-bit word. */
  word(): number {
    const five = Math.imul(this.b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result;
  }

  /** The next number u in [0, 1): a word divided by 2^32. */
  next(): number {
    return this.word() / TWO_32;
  }

  /**
   * A whole number from 0 to n - 1: floor(u · n), whose bias is below n / 2^32.
   * @throws RangeError when n is not a whole number from 1 to 2^32.
   */
  integer(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > TWO_32)
      throw new RangeError(`n is ${n}; a whole number from 1 to 2^32 was expected`);
    return Math.floor((this.word() / TWO_32) * n);
  }

  /** True with probability p. */
  chance(p: number): boolean {
    return this.word() / TWO_32 < p;
  }

  /**
   * One of the items, each as likely as the others.
   * @throws RangeError when there are none.
   */
  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError('items is empty; at least one was expected');
    // The index is below the length, so the item is there.
    return items[Math.floor((this.word() / TWO_32) * items.length)] as T;
  }

  /** Puts the items of an array into a random order, in place (Fisher and Yates), and returns it. */
  shuffle<T>(items: T[]): T[] {
    for (let last = items.length - 1; last > 0; last -= 1) {
      const other = this.integer(last + 1);
      const kept = items[last] as T;
      items[last] = items[other] as T;
      items[other] = kept;
    }
    return items;
  }

  /** A generator of its own, seeded by this one's next word: what it draws does not move this one any further. */
  fork(): Random {
    return new Random(this.word());
  }
}
