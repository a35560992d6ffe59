/** @file How well a model in training does on held-out sentences, with the right words fed to it. */

import { heldOut, type LengthRange } from '../tasks/translation/splits.ts';
import type { Trainer } from './trainer.ts';
import type { Batch } from './batches.ts';
import { batchOf } from './translationBatches.ts';

const BATCH = 64;

/** Held-out batches, one a bucket of lengths at that bucket's longest length: sentences that neither training nor the final test sees. */
export function developmentBatches(buckets: readonly LengthRange[]): Batch[] {
  return buckets.map(([, longest]) => batchOf(heldOut([longest, longest], BATCH, 7, 'development'), 0));
}

/** Mean loss and share of words right over all batches. */
export function developmentScore(
  trainer: Pick<Trainer, 'evaluate'>,
  batches: readonly Batch[],
): { loss: number; right: number } {
  const scores = batches.map((batch) => trainer.evaluate(batch));
  const mean = (key: 'loss' | 'right'): number =>
    scores.reduce((sum, score) => sum + score[key], 0) / scores.length;
  return { loss: mean('loss'), right: mean('right') };
}
