/** @file Why scores are divided by √d: the spread of random products, and the sharpness of their weights, with and without the division. */
import { runCase } from '../models/cases/run.ts';
import { Random } from '../lib/random.ts';
import type { Executed, Work } from './execute.ts';
import { inPieces } from './pieces.ts';
import type { ScalingReply, ScalingRequest, Spread } from './protocol.ts';

/** How many queries ask how many keys. */
const queries = 48;
const keys = 8;

/** Numbers with mean 0 and variance 1 (Box and Muller 1958). */
function normals(random: Random, count: number): number[] {
  return Array.from({ length: count }, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
    return radius * Math.cos(2 * Math.PI * random.next());
  });
}

/** The variance of all scores, and the mean over rows of the entropy −Σ α ln α of the weights. */
function spreadOf(e: ArrayLike<number>, alpha: ArrayLike<number>): Spread {
  const scores = Array.from(e);
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
  const entropy = Array.from(alpha).reduce(
    (sum, share) => (share > 0 ? sum - share * Math.log(share) : sum),
    0,
  );
  return { variance, entropy: entropy / queries };
}

/** The spreads at one width, by the engine's own attention. Throws a RangeError unless the width is from 1 to 512. */
export async function runScaling({ width, seed }: ScalingRequest, work: Work): Promise<Executed> {
  if (!Number.isInteger(width) || width < 1 || width > 512)
    throw new RangeError(`width is ${width}; expected a whole number from 1 to 512`);
  function* run(): Generator<void, ScalingReply> {
    const random = new Random(seed);
    const inputs = {
      Q: { shape: [queries, width], data: normals(random, queries * width) },
      K: { shape: [keys, width], data: normals(random, keys * width) },
      V: { shape: [keys, 1], data: normals(random, keys) },
    };
    const spread = (options: object): Spread => {
      const { outputs } = runCase({ mechanism: 'self', inputs, options });
      return spreadOf(outputs.get('e')?.data ?? [], outputs.get('alpha')?.data ?? []);
    };
    yield;
    const plain = spread({ scale: 1 });
    yield;
    return { kind: 'scaling', width, plain, scaled: spread({}) };
  }
  return { reply: await inPieces(run(), work), transfer: [] };
}
