/** @file How a model of a task does on held-out examples: decoded greedily in float64, as the app shows it. */
import type { Model } from '../models/seq2seq/model.ts';
import { finish, translate } from '../models/seq2seq/translate.ts';
import type { Task, TaskExample } from '../tasks/task.ts';
import { alphaRows } from './evaluation.ts';

/** One row of the table; shares are between 0 and 1. */
export interface TaskRow {
  readonly set: string;
  readonly examples: number;
  /** Answers without a mistake, and symbols right at their place. */
  readonly exact: number;
  readonly symbols: number;
  /** Mean −log p a symbol that was written. */
  readonly loss: number;
  /** Of the symbols that come from places of the source: those whose largest weight is at such a place. Only answers without a mistake count. */
  readonly aligned?: number;
}

/** Judges a model on examples. */
export function evaluateTask(model: Model, set: string, examples: readonly TaskExample[]): TaskRow {
  let [exact, symbols, all, loss, written, linked, aligned] = [0, 0, 0, 0, 0, 0, 0];
  for (const { source, target, gold } of examples) {
    const made = finish(translate(model, source));
    const isRight = made.target.join(' ') === target.join(' ');
    if (isRight) exact += 1;
    all += target.length;
    symbols += target.filter((symbol, t) => made.target[t] === symbol).length;
    loss -= made.logProbability;
    written += made.target.length + 1;
    if (!isRight) continue;
    alphaRows(made.trace).forEach((row, t) => {
      const places = gold[t] ?? [];
      if (places.length === 0) return;
      linked += 1;
      if (places.includes(row.indexOf(Math.max(...row)))) aligned += 1;
    });
  }
  return {
    set,
    examples: examples.length,
    exact: exact / examples.length,
    symbols: symbols / all,
    loss: loss / written,
    ...(linked === 0 ? {} : { aligned: aligned / linked }),
  };
}

/** The held-out examples by which shipped models of a task are judged. */
export function taskTestSet(task: Task, size: number): TaskExample[] {
  return task.heldOut(size, 1, 'test');
}
