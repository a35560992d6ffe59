/** @file A fixed set of examples by which a model in training is judged, and which of them it gets wrong. */
import type { Task, TaskExample } from '../tasks/task.ts';
import { packBatch, type Batch } from './batches.ts';
import { lengthStepOf, numbered } from './dataSet.ts';
import type { Trainer } from './trainer.ts';

/** Examples of a length that are judged together: few, since a rare length has few. */
const TOGETHER = 16;

/** How a set of examples is done; the shares are between 0 and 1. */
export interface SetScore {
  /** Mean −log p a symbol, and the share of symbols that are the likeliest ones, with the right symbols fed. */
  readonly loss: number;
  readonly symbols: number;
  /** The share of examples that greedy decoding writes without a mistake. */
  readonly exact: number;
}

/** Examples laid out in batches of few shapes. */
export class JudgingSet {
  readonly examples: readonly TaskExample[];
  private readonly batches: readonly { readonly batch: Batch; readonly members: readonly TaskExample[] }[];

  constructor(task: Task, examples: readonly TaskExample[]) {
    this.examples = examples;
    const lengths = [...new Set(examples.map(({ source }) => source.length))].toSorted((a, b) => a - b);
    this.batches = lengths.flatMap((length) => {
      const group = examples.filter(({ source }) => source.length === length);
      return Array.from({ length: Math.ceil(group.length / TOGETHER) }, (_, k) => {
        const members = group.slice(k * TOGETHER, (k + 1) * TOGETHER);
        const packed = members.map((example) => numbered(task, example));
        return { batch: packBatch(packed, lengthStepOf(task), TOGETHER), members };
      });
    });
  }

  /** Judges all examples, and names those that come out wrong. */
  judge(trainer: Pick<Trainer, 'evaluate'>): { score: SetScore; wrong: readonly TaskExample[] } {
    let [loss, right, words] = [0, 0, 0];
    const wrong: TaskExample[] = [];
    for (const { batch, members } of this.batches) {
      const judged = trainer.evaluate(batch);
      loss += judged.loss * batch.words;
      right += judged.right * batch.words;
      words += batch.words;
      for (const b of judged.mistaken) wrong.push(members[b] as TaskExample);
    }
    const count = Math.max(1, this.examples.length);
    return {
      score: {
        loss: loss / words,
        // The weights of a batch are rounded, and may sum to a little more than 1.
        symbols: Math.min(1, right / words),
        exact: 1 - wrong.length / count,
      },
      wrong,
    };
  }
}
