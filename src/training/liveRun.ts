/** @file A run that is watched while it learns: what is told of it, how it is judged at intervals, and a sentence that it writes again and again. */
import type { Kernels } from '../engine/kernels/kernels.ts';
import { lengthCap } from '../models/seq2seq/translate.ts';
import type { Task, TaskExample } from '../tasks/task.ts';
import { numbered } from './dataSet.ts';
import { GreedyDecoder, type Decoded } from './greedyDecoder.ts';
import { JudgingSet, type SetScore } from './judging.ts';
import { numbersOf } from './plainModel.ts';
import { partOf, parts, type Part } from './parts.ts';
import type { TaskSettings } from './settings.ts';
import { taskTrainer, type TaskRun } from './taskTrainer.ts';
import type { Checkpoint } from './trainer.ts';

/** What the model writes for the watched sentence, with its scores and weights: [step][source place], the end mark's step included. */
export interface Alignment {
  readonly source: readonly string[];
  readonly written: readonly string[];
  /** false: it was given up before the end mark. */
  readonly finished: boolean;
  readonly e: readonly Float32Array[];
  readonly alpha: readonly Float32Array[];
}

/** What is told several times a second. */
export interface Progress {
  readonly step: number;
  /** Mean over the steps since the last telling; the share of symbols right in the last batch. null before the first step. */
  readonly train: { readonly loss: number; readonly symbols: number } | null;
  /** √Σ g² of the last step, by part of the network, before clipping. null before the first step. */
  readonly norms: Readonly<Record<Part, number>> | null;
  readonly alignment: Alignment | null;
}

/** A held-out example, and what the model writes for it. */
export interface Tried {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly written: readonly string[];
}

/** What is told at intervals of steps, with all that is needed to go on from there or to look at the model as it was. */
export interface Check {
  readonly step: number;
  readonly heldOut: SetScore;
  /** Wrong ones first, then right ones. */
  readonly examples: readonly Tried[];
  readonly checkpoint: Checkpoint<TaskSettings>;
  /** The model's numbers alone, in the order of its parameters. */
  readonly numbers: Float32Array;
}

/** How often a run is judged, how many examples it is judged by, and how many of them are shown. */
const CHECKS = 50;
const HELD_OUT = 256;
const SHOWN = 8;

/** Past the longest answer that there is, so many more symbols are let be written by a model that has not learned to end. */
const PATIENCE = 4;

/** A run on a task, watched. Watching changes nothing of what is learned. */
export class LiveRun {
  readonly task: Task;
  readonly interval: number;
  private readonly run: TaskRun;
  private readonly held: JudgingSet;
  private readonly decoder: GreedyDecoder;
  private readonly longestAnswer: number;
  private watched: readonly string[];
  private loss = 0;
  private since = 0;
  private train: Progress['train'] = null;
  private norms: Progress['norms'] = null;

  /** Throws a RangeError for settings that no run can have. */
  constructor(kernels: Kernels, settings: TaskSettings, watched: readonly string[]) {
    this.run = taskTrainer(kernels, settings);
    this.task = this.run.task;
    this.watched = watched;
    this.interval = Math.max(1, Math.ceil(settings.steps / CHECKS));
    this.held = new JudgingSet(this.task, this.task.heldOut(HELD_OUT, 1, 'development'));
    this.longestAnswer = this.held.examples.reduce((most, { target }) => Math.max(most, target.length), 1);
    this.decoder = new GreedyDecoder(this.run.trainer.store, this.run.trainer);
  }

  get step(): number {
    return this.run.trainer.step;
  }

  get isDone(): boolean {
    return this.step >= this.run.trainer.settings.steps;
  }

  /** How many numbers are learned. */
  get parameterCount(): number {
    return this.run.trainer.store.parameterCount;
  }

  /** Goes on from a checkpoint of the same settings. */
  resume(from: Checkpoint<TaskSettings>): void {
    this.run.trainer.resume(from);
  }

  /** Learns from one batch. */
  next(): void {
    const { trainer } = this.run;
    this.loss += trainer.next().loss;
    this.since += 1;
  }

  /** Looks at the step that was the last: its accuracy and its gradients. To be asked before anything else is computed. */
  look(): void {
    const { trainer } = this.run;
    const judged = trainer.judgeLast();
    if (judged === undefined || this.since === 0) return;
    this.train = { loss: this.loss / this.since, symbols: Math.min(1, judged.right) };
    [this.loss, this.since] = [0, 0];
    const norms = trainer.store.gradientNorms(partOf);
    this.norms = Object.fromEntries(parts.map((part) => [part, norms.get(part) ?? 0])) as Record<
      Part,
      number
    >;
  }

  /** Watches another sentence; none where it is empty. */
  watch(symbols: readonly string[]): void {
    this.watched = symbols;
  }

  /** What there is to tell now. */
  progress(): Progress {
    const { step, train, norms, watched } = this;
    return { step, train, norms, alignment: watched.length === 0 ? null : this.align(watched) };
  }

  /** Judges the model on the held-out examples, and keeps it. */
  check(): Check {
    const { score, wrong } = this.held.judge(this.run.trainer);
    const isWrong = new Set(wrong);
    const right = this.held.examples.filter((example) => !isWrong.has(example));
    const half = Math.max(SHOWN / 2, SHOWN - right.length);
    const some = wrong.slice(0, half);
    const shown = [...some, ...right.slice(0, SHOWN - some.length)];
    return {
      step: this.step,
      heldOut: score,
      examples: shown.map((example) => this.tried(example)),
      checkpoint: this.run.trainer.checkpoint(),
      numbers: numbersOf(this.run.trainer.store),
    };
  }

  private write(example: { readonly source: readonly string[] }): Decoded & { readonly written: string[] } {
    const { source } = numbered(this.task, { ...example, target: [], gold: [] });
    const cap = Math.min(lengthCap(source.length), this.longestAnswer + PATIENCE);
    const [made] = this.decoder.decode([source], cap);
    if (made === undefined) throw new Error('decode: one source gave no answer');
    return { ...made, written: made.target.map((id) => this.task.target.word(id)) };
  }

  private align(source: readonly string[]): Alignment {
    const { written, finished, e, alpha } = this.write({ source });
    return { source, written, finished, e, alpha };
  }

  private tried({ source, target }: TaskExample): Tried {
    return { source, target, written: this.write({ source }).written };
  }
}
