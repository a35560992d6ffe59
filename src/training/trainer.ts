/** @file The trainer: draws a batch, runs the planned program of its shape forward and backward, and updates the parameters. */

import { Graph, type Value } from '../engine/graph.ts';
import type { Kernels } from '../engine/kernels/kernels.ts';
import { Random } from '../lib/random.ts';
import { mechanismOf } from '../models/seq2seq/mechanismOf.ts';
import { translationLoss } from '../models/seq2seq/loss.ts';
import { initialValues, parameterShapes, type ModelWidths } from '../models/seq2seq/parameters.ts';
import { sourceVocabulary, targetVocabulary } from '../tasks/translation/vocabulary.ts';
import { ParameterStore } from './parameterStore.ts';
import { longestAt, rateAt, type TrainingSettings } from './settings.ts';
import { POOL, translationPool, type TranslationBatch } from './translationBatches.ts';

/** A program laid out for one shape of batch. */
interface Plan {
  readonly inputs: Readonly<Record<'source' | 'previous' | 'target' | 'weight', Value>>;
  readonly dropout: Value | undefined;
  readonly loss: Value;
  readonly logits: Value;
  readonly graph: Graph;
  readonly backward: () => void;
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
export interface Checkpoint {
  readonly settings: TrainingSettings;
  readonly step: number;
  /** The generator of sentences as it was before the present pool of batches was drawn, and that of dropout. */
  readonly sentences: readonly number[];
  readonly dropping: readonly number[];
  readonly store: ReturnType<ParameterStore['save']>;
}

/** Widths of a model on the translation task. */
function translationWidths(settings: TrainingSettings): ModelWidths {
  return { sourceWords: sourceVocabulary.size, targetWords: targetVocabulary.size, ...settings.widths };
}

/** One training run. */
export class Trainer {
  readonly settings: TrainingSettings;
  readonly store: ParameterStore;
  private readonly mechanism: ReturnType<typeof mechanismOf>;
  private readonly plans = new Map<string, Plan>();
  private sentences: Random;
  private dropping: Random;
  /** Batches that were drawn together, and the generator's state before that. */
  private pool: TranslationBatch[] = [];
  private beforePool: readonly number[];
  private at = 0;

  constructor(kernels: Kernels, settings: TrainingSettings) {
    this.settings = settings;
    this.mechanism = mechanismOf(settings.mechanism);
    const random = new Random(settings.seed);
    this.store = new ParameterStore(kernels, parameterShapes(this.mechanism, translationWidths(settings)));
    this.store.set((shape) => initialValues(shape, random));
    this.sentences = random.fork();
    this.dropping = random.fork();
    this.beforePool = [...this.sentences.state];
  }

  /** Steps done. */
  get step(): number {
    return this.at;
  }

  /** Draws the next batch and learns from it. */
  next(): StepReport {
    const { settings } = this;
    const batch = this.draw();
    const plan = this.load(batch, true);
    this.store.clearGradients();
    plan.graph.run();
    plan.backward();
    const gradientNorm = this.store.update(rateAt(settings, this.at), settings.clip);
    this.at += 1;
    return { step: this.at, loss: plan.graph.read(plan.loss)[0] as number, gradientNorm, words: batch.words };
  }

  /** Loss and share of words right (teacher-forced) on a batch, without learning. */
  evaluate(batch: TranslationBatch): { loss: number; right: number } {
    const plan = this.load(batch, false);
    plan.graph.run();
    const logits = plan.graph.read(plan.logits);
    const width = targetVocabulary.size;
    let right = 0;
    batch.weight.forEach((weight, row) => {
      if (weight === 0) return;
      const target = logits[row * width + (batch.target[row] as number)] as number;
      let best = true;
      for (let v = 0; v < width; v++) if ((logits[row * width + v] as number) > target) best = false;
      if (best) right += weight;
    });
    return { loss: plan.graph.read(plan.loss)[0] as number, right };
  }

  /** Everything needed to go on later. */
  checkpoint(): Checkpoint {
    // Between two pools nothing has to be drawn again.
    const sentences = this.at % POOL === 0 ? [...this.sentences.state] : this.beforePool;
    return {
      settings: this.settings,
      step: this.at,
      sentences,
      dropping: [...this.dropping.state],
      store: this.store.save(),
    };
  }

  /** Goes on from a checkpoint of the same settings. */
  resume(saved: Checkpoint): void {
    this.store.restore(saved.store);
    this.sentences = Random.fromState(saved.sentences as Random['state']);
    this.dropping = Random.fromState(saved.dropping as Random['state']);
    this.at = saved.step - (saved.step % POOL);
    this.pool = [];
    while (this.at < saved.step) {
      this.draw();
      this.at += 1;
    }
    this.beforePool = saved.sentences;
  }

  /** The batch of the present step. A new pool is drawn every `POOL` steps. */
  private draw(): TranslationBatch {
    const { settings } = this;
    if (this.at % POOL === 0) {
      this.beforePool = [...this.sentences.state];
      const range = [settings.shortest, longestAt(settings, this.at)] as const;
      this.pool = translationPool(this.sentences, settings.batch, range, settings.unknown);
    }
    return this.pool[this.at % POOL] as TranslationBatch;
  }

  private load(batch: TranslationBatch, learning: boolean): Plan {
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
    return plan;
  }

  private plan(batch: TranslationBatch, dropping: boolean): Plan {
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
    const { loss, logits } = translationLoss(graph, p, this.mechanism, {
      ...inputs,
      ...(dropout === undefined ? {} : { dropout }),
    });
    return { inputs, dropout, loss, logits, graph, backward: graph.backward(loss) };
  }
}
