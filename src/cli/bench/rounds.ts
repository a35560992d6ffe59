/** @file Times contenders one after the other in each round, so that whatever else the machine does falls on all of them. */

/** Something that is timed. */
export interface Contender {
  readonly name: string;
  /** Makes the machine ready for it, outside of what is timed. */
  before?(): void | Promise<void>;
  run(): void | Promise<void>;
}

/** What was measured of one contender: milliseconds for one run, one number a round. */
export interface Samples {
  readonly name: string;
  /** How many runs were timed together. */
  readonly repeats: number;
  readonly milliseconds: readonly number[];
}

/** How the rounds are done. */
export interface RoundSettings {
  readonly rounds: number;
  /** Runs are repeated until they take about this long together: a browser's clock ticks every 0.1 ms. */
  readonly atLeast: number;
}

const MOST_REPEATS = 20_000;

/** Milliseconds that a contender runs before its speed is judged: until then its code may still be interpreted. */
const WARM_UP = 100;

/** Milliseconds of a single run that no pause explains. */
const CLEARLY_LONG = 1000;

/** Runs a contender so often; returns the milliseconds that it took. */
async function timed(contender: Contender, repeats: number): Promise<number> {
  await contender.before?.();
  const start = performance.now();
  for (let k = 0; k < repeats; k++) {
    const done = contender.run();
    // What is not a promise is not waited for: that would cost more than a small product.
    if (done !== undefined) await done;
  }
  return performance.now() - start;
}

/** How many runs take `atLeast` milliseconds; as a side effect the contender is warm. */
async function repeatsFor(contender: Contender, atLeast: number): Promise<number> {
  let [repeats, spent] = [1, 0];
  for (;;) {
    // The quickest of three: other programs only ever make a run longer, and a pause must not pass for work.
    let quickest = Infinity;
    for (let turn = 0; turn < 3; turn++) {
      const time = await timed(contender, repeats);
      if (time >= CLEARLY_LONG && repeats === 1) return 1;
      quickest = Math.min(quickest, time);
      spent += time;
    }
    if (spent >= WARM_UP && (quickest >= atLeast || repeats === MOST_REPEATS)) {
      return Math.min(MOST_REPEATS, Math.max(1, Math.ceil((repeats * atLeast) / quickest)));
    }
    if (quickest < atLeast) repeats = Math.min(MOST_REPEATS, 2 * repeats);
  }
}

/** Times all contenders in every round, each time beginning with another one. */
export async function race(
  contenders: readonly Contender[],
  { rounds, atLeast }: RoundSettings,
): Promise<Samples[]> {
  const repeats: number[] = [];
  for (const contender of contenders) repeats.push(await repeatsFor(contender, atLeast));
  const times: number[][] = contenders.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let k = 0; k < contenders.length; k++) {
      const turn = (round + k) % contenders.length;
      const time = await timed(contenders[turn] as Contender, repeats[turn] as number);
      times[turn]?.push(time / (repeats[turn] as number));
    }
  }
  return contenders.map(({ name }, k) => ({
    name,
    repeats: repeats[k] as number,
    milliseconds: times[k] as number[],
  }));
}
