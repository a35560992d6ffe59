/** @file Files of the experiment "length" for tests: few runs with plain figures, untrained weights, short sentences. */
import { untrainedCard, untrainedWeights } from '../worker/channel.ts';

const ranges = [
  [3, 5],
  [6, 10],
  [11, 15],
  [16, 20],
  [21, 25],
  [26, 30],
  [31, 35],
  [36, 40],
] as const;

/** A run whose scores fall by `fall` a range from 1. */
function runOf(mechanism: string, seed: number, fall: number): Record<string, unknown> {
  const { widths, bytes, hash } = untrainedCard(mechanism === 'segmentation' ? 'none' : mechanism);
  const results = ranges.map(([from, to], k) => {
    const score = Math.max(0, 1 - k * fall);
    return { from, to, sentences: 50, exact: score / 2, tokens: score, bleu: score, capped: 0, right: '10' };
  });
  return { mechanism, seed, parameters: 1234, bytes, hash, trainingMinutes: 1.5, widths, results };
}

/** What the app finds in the experiment's folder, by address. */
export function lengthFiles(): Record<string, string | Uint8Array<ArrayBuffer>> {
  const runs = [
    runOf('additive', 1, 0.05),
    runOf('additive', 2, 0.07),
    runOf('dot', 1, 0.1),
    runOf('none', 1, 0.15),
    runOf('segmentation', 1, 0.12),
  ];
  const sentences = ranges.map(([from, to]) => ({
    from,
    to,
    sentences: [
      { english: 'the dog sleeps', french: 'le chien dort' },
      { english: `the cat sleeps ${'and the dog sleeps '.repeat(2).trim()}`, french: 'le chat dort' },
    ],
  }));
  return {
    'experiments/length/index.json': JSON.stringify(runs),
    'experiments/length/sentences.json': JSON.stringify(sentences),
    'experiments/length/additive.bin': untrainedWeights('additive'),
    'experiments/length/dot.bin': untrainedWeights('dot'),
    'experiments/length/none.bin': untrainedWeights('none'),
    'experiments/length/segmentation.bin': untrainedWeights('none', true),
  };
}
