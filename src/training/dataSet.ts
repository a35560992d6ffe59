/** @file A fixed set of training examples of a task, drawn once, from which batches of one source length are drawn for ever. */
import { Random } from '../lib/random.ts';
import type { Task, TaskExample } from '../tasks/task.ts';
import { packBatch, stateOf, type Batch, type BatchSource, type Numbered } from './batches.ts';

/** An example's symbols as the task's numbers. */
export function numbered(task: Task, { source, target }: TaskExample): Numbered {
  return { source: task.source.encode(source), target: task.target.encode(target) };
}

/** Target lengths in a batch of words differ; those of characters mostly do not. */
export function lengthStepOf(task: Task): number {
  return task.unit === 'word' ? 4 : 1;
}

/** Examples by their source length. */
function byLength(examples: readonly Numbered[]): ReadonlyMap<number, readonly Numbered[]> {
  const groups = new Map<number, Numbered[]>();
  for (const example of examples) {
    const group = groups.get(example.source.length);
    if (group === undefined) groups.set(example.source.length, [example]);
    else group.push(example);
  }
  return groups;
}

/**
 * Batches from `count` examples. A step draws an example, whose length is the batch's, and then the batch from all examples of that
 * length, each time anew: every example is as likely as the others at every step, and the state is that of the generator alone.
 */
export class DataSet implements BatchSource {
  private readonly size: number;
  private readonly lengthStep: number;
  private readonly examples: readonly Numbered[];
  private readonly groups: ReadonlyMap<number, readonly Numbered[]>;
  private random: Random;

  constructor(
    task: Task,
    random: Random,
    { data, batch }: { readonly data: number; readonly batch: number },
  ) {
    const drawing = random.fork();
    this.examples = Array.from({ length: data }, () => numbered(task, task.draw(drawing)));
    this.groups = byLength(this.examples);
    this.size = batch;
    this.lengthStep = lengthStepOf(task);
    this.random = random;
  }

  next(): Batch {
    const group = this.groups.get(this.random.pick(this.examples).source.length) ?? [];
    const drawn = Array.from({ length: this.size }, () => this.random.pick(group));
    return packBatch(drawn, this.lengthStep);
  }

  state(): readonly number[] {
    return [...this.random.state];
  }

  resume(state: readonly number[]): void {
    this.random = Random.fromState(stateOf(state));
  }
}
