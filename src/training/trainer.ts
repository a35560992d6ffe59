/** @file The trainer: draws a batch, runs the planned program of its shape forward and backward, and updates the parameters. */

import { Graph, type Value } from '../engine/graph.ts';
import type { Kernels } from '../engine/kernels/kernels.ts';
import { Random } from '../lib/random.ts';
import { optionsOf } from '../models/modelCard.ts';
import type { Model } from '../models/seq2seq/model.ts';
import { mechanismOf } from '../models/seq2seq/mechanismOf.ts';
import { translationLoss } from '../models/seq2seq/loss.ts';
import { initialValues, parameterShapes, type ModelWidths } from '../models/seq2seq/parameters.ts';
import { stateOf, type Batch, type BatchSource } from './batches.ts';
import { ParameterStore } from './parameterStore.ts';
import { costsToGo, movingAverage, surrogateLoss } from './reinforce.ts';
import { rateAt, type LearningSettings } from './settings.ts';

/** A program laid out for one shape of batch. */
interface Plan {
  readonly inputs: Readonly<Record<'source' | 'previous' | 'target' | 'weight', Value>>;
  readonly dropout: Value | undefined;
  readonly loss: Value;
  readonly logits: Value;
  readonly graph: Graph;
  readonly backward: () => void;
  /** Where places are drawn: the numbers they are drawn by, what the draws are judged by, and the costs [t, b]. */
  readonly drawing: { readonly u: Value; readonly advantage: Value; readonly nll: Value } | undefined;
}

/** What one step tells. */
export interface StepReport {
  readonly step: number;
  /** Mean −log p a word. */
  readonly loss: number;
  readonly gradientNorm: number;
  readonly words: number;
}

/** The state of a run, from which it goes on bit for bit. */
export interface Checkpoint<S extends LearningSettings = LearningSettings> {
  readonly settings: S;
  readonly step: number;
  /** The state of the batches, from which the next one can be drawn, and that of dropout. */
  readonly sentences: readonly number[];
  readonly dropping: readonly number[];
  readonly store: ReturnType<ParameterStore['save']>;
  /** The moving average of a word's cost, where draws are judged by it. */
  readonly expected?: number;
}

/** What is learned: how many symbols either side has, and where the batches come from. */
export interface Learned<S extends LearningSettings> {
  readonly sourceSymbols: number;
  readonly targetSymbols: number;
  readonly batches: (random: Random, settings: S) => BatchSource;
}

/** How a model does on a batch, with the right symbols fed to it. */
export interface Judged {
  /** Mean −log p a symbol, and the share of symbols that are the likeliest ones. */
  readonly loss: number;
  readonly right: number;
  /** Which examples of the batch (from 0) have a symbol that is not the likeliest one. */
  readonly mistaken: readonly number[];
  /**
   * Examples all of whose symbols are the likeliest ones: exactly those that greedy decoding writes without a mistake, since up to the
   * first mistake it is fed the right symbols too.
   */
  readonly exact: number;
  readonly examples: number;
}

/** One training run. */
export class Trainer<S extends LearningSettings = LearningSettings> {
  readonly settings: S;
  readonly widths: ModelWidths;
  readonly store: ParameterStore;
  readonly batches: BatchSource;
  readonly mechanism: Model['mechanism'];
  readonly options: Model['options'];
  private readonly plans = new Map<string, Plan>();
  private dropping: Random;
  /** The moving average of a word's cost: what draws are judged by. */
  private expected: number | undefined;
  private at = 0;
  private last: { readonly batch: Batch; readonly plan: Plan } | undefined;

  constructor(kernels: Kernels, settings: S, learned: Learned<S>) {
    this.settings = settings;
    this.mechanism = mechanismOf(settings.mechanism);
    this.options = optionsOf({ settings });
    this.widths = {
      sourceWords: learned.sourceSymbols,
      targetWords: learned.targetSymbols,
      ...settings.widths,
    };
    const random = new Random(settings.seed);
    this.store = new ParameterStore(kernels, parameterShapes(this.mechanism, this.widths));
    this.store.set((shape) => initialValues(shape, random));
    const examples = random.fork();
    this.dropping = random.fork();
    this.batches = learned.batches(examples, settings);
  }

  /** Steps done. */
  get step(): number {
    return this.at;
  }

  /** Draws the next batch and learns from it. */
  next(): StepReport {
    const { settings } = this;
    const batch = this.batches.next(this.at);
    const plan = this.load(batch, true);
    this.store.clearGradients();
    plan.graph.run();
    this.judgeDraws(plan, batch);
    plan.backward();
    const gradientNorm = this.store.update(rateAt(settings, this.at), settings.clip);
    this.at += 1;
    this.last = { batch, plan };
    return { step: this.at, loss: plan.graph.read(plan.loss)[0] as number, gradientNorm, words: batch.words };
  }

  /** Tells the backward pass what each draw cost beyond what was expected. */
  private judgeDraws({ graph, drawing, loss }: Plan, batch: Batch): void {
    if (drawing === undefined) return;
    const cost = graph.read(loss)[0] as number;
    const nll = Float64Array.from(graph.read(drawing.nll));
    graph.write(drawing.advantage, costsToGo(nll, batch.weight, batch.size, this.expected ?? cost));
    this.expected = movingAverage(this.expected, cost);
  }

  /** How the model did on the batch of the last step, before it learned from it. To be asked before anything else is computed. */
  judgeLast(): Judged | undefined {
    if (this.last === undefined) return undefined;
    const { batch, plan } = this.last;
    return { loss: plan.graph.read(plan.loss)[0] as number, ...judge(batch, plan.graph.read(plan.logits)) };
  }

  /** How the model does on a batch, without learning from it. */
  evaluate(batch: Batch): Judged {
    const plan = this.load(batch, false);
    plan.graph.run();
    return { loss: plan.graph.read(plan.loss)[0] as number, ...judge(batch, plan.graph.read(plan.logits)) };
  }

  /** Everything needed to go on later. */
  checkpoint(): Checkpoint<S> {
    return {
      settings: this.settings,
      step: this.at,
      sentences: this.batches.state(this.at),
      dropping: [...this.dropping.state],
      store: this.store.save(),
      ...(this.expected === undefined ? {} : { expected: this.expected }),
    };
  }

  /** Goes on from a checkpoint of the same settings. */
  resume(saved: Checkpoint<S>): void {
    this.store.restore(saved.store);
    this.dropping = Random.fromState(stateOf(saved.dropping));
    this.expected = saved.expected;
    this.at = saved.step;
    this.batches.resume(saved.sentences, saved.step);
  }

  private load(batch: Batch, learning: boolean): Plan {
    const dropout = learning ? this.settings.dropout : 0;
    const key = `${batch.size} ${batch.sourceLength} ${batch.targetLength} ${dropout > 0}`;
    let plan = this.plans.get(key);
    if (plan === undefined) {
      plan = this.plan(batch, dropout > 0);
      this.plans.set(key, plan);
    }
    const { graph, inputs } = plan;
    for (const name of ['source', 'previous', 'target', 'weight'] as const)
      graph.write(inputs[name], batch[name]);
    if (plan.dropout !== undefined) {
      const cells = graph.read(plan.dropout);
      const kept = 1 / (1 - dropout);
      for (let k = 0; k < cells.length; k++) cells[k] = this.dropping.next() < dropout ? 0 : kept;
    }
    if (plan.drawing !== undefined) {
      // Without learning the same places are drawn each time.
      const random = learning ? this.dropping : new Random(1);
      const cells = graph.read(plan.drawing.u);
      for (let k = 0; k < cells.length; k++) cells[k] = random.next();
    }
    return plan;
  }

  private plan(batch: Batch, dropping: boolean): Plan {
    const graph = new Graph(this.store.kernels, { eager: false, base: this.store.end });
    const axis = (name: string, size: number): { name: string; size: number } => ({ name, size });
    const [j, t, b] = [axis('j', batch.sourceLength), axis('t', batch.targetLength), axis('b', batch.size)];
    const inputs = {
      source: graph.input('source', [j, b]),
      previous: graph.input('previous', [t, b]),
      target: graph.input('target', [t, b]),
      weight: graph.input('weight', [t, b]),
    };
    const n = axis('n', 2 * this.settings.widths.encoder);
    const dropout = dropping ? graph.input('dropout', [j, b, n]) : undefined;
    const p = this.store.bind(graph);
    const u = this.mechanism.takes?.includes('seed') === true ? graph.input('u', [t, b]) : undefined;
    const batched = {
      ...inputs,
      ...(dropout === undefined ? {} : { dropout }),
      ...(u === undefined ? {} : { u }),
    };
    const made = translationLoss(graph, p, this.mechanism, batched, this.options);
    const { loss, logits, nll } = made;
    if (u === undefined)
      return { inputs, dropout, loss, logits, graph, backward: graph.backward(loss), drawing: undefined };
    const advantage = graph.input('advantage', [t, b]);
    const { entropy: entropyWeight = 0.01 } = this.settings;
    const surrogate = surrogateLoss(graph, made, { advantage, weight: inputs.weight, entropyWeight });
    const backward = graph.backward(surrogate);
    return { inputs, dropout, loss, logits, graph, backward, drawing: { u, advantage, nll } };
  }
}

/** How many symbols are the likeliest ones, and in how many examples all are. */
function judge(batch: Batch, logits: ArrayLike<number>): Omit<Judged, 'loss'> {
  const width = logits.length / (batch.size * batch.targetLength);
  const wrong = new Uint8Array(batch.size);
  let [right, examples] = [0, 0];
  batch.weight.forEach((weight, row) => {
    if (weight === 0) return;
    if (row < batch.size) examples += 1;
    const target = logits[row * width + (batch.target[row] as number)] as number;
    let best = true;
    for (let v = 0; v < width; v++) if ((logits[row * width + v] as number) > target) best = false;
    if (best) right += weight;
    else wrong[row % batch.size] = 1;
  });
  const mistaken = [...wrong].flatMap((one, b) => (one === 1 ? [b] : []));
  return { right, mistaken, exact: examples - mistaken.length, examples };
}
