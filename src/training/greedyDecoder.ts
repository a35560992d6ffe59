/** @file Greedy decoding in float32 with a model in training: planned once a shape, its weights read where they are learned. */
import { Graph, type Value } from '../engine/graph.ts';
import { batchedStep } from '../models/seq2seq/batchedStep.ts';
import { encode, type Encoded } from '../models/seq2seq/encoder.ts';
import type { Model } from '../models/seq2seq/model.ts';
import { END } from '../tasks/vocabulary.ts';
import type { ParameterStore } from './parameterStore.ts';

/** What was written for one source. */
export interface Decoded {
  /** Without the end mark. */
  readonly target: readonly number[];
  /** Whether the end mark was written before the cap. */
  readonly finished: boolean;
  /** Scores and weights of each step, that of the end mark included: [step][source place]. No rows without attention. */
  readonly e: readonly Float32Array[];
  readonly alpha: readonly Float32Array[];
}

/** The program that reads `size` sources of one length, and those that write a step each, as far as they were needed. */
interface Plan {
  readonly reading: Graph;
  readonly ids: Value;
  readonly encoded: Encoded;
  readonly steps: Step[];
}

/** The program of one step. A step has its own since some mechanisms look elsewhere at each; all lie in the same place of the heap. */
interface Step {
  readonly graph: Graph;
  readonly y: Value;
  readonly s: Value;
  readonly next: Value;
  readonly e: Value | undefined;
  readonly alpha: Value | undefined;
  readonly logits: Value;
}

/** The place of the largest of `width` cells from `from` on; of equals the first. */
function largestAt(cells: ArrayLike<number>, from: number, width: number): number {
  let best = 0;
  for (let v = 1; v < width; v++) if ((cells[from + v] as number) > (cells[from + best] as number)) best = v;
  return best;
}

/** Decodes with the parameters of a store. */
export class GreedyDecoder {
  private readonly store: ParameterStore;
  private readonly of: Pick<Model, 'mechanism' | 'options'>;
  private readonly plans = new Map<string, Plan>();

  constructor(store: ParameterStore, of: Pick<Model, 'mechanism' | 'options'>) {
    this.store = store;
    this.of = of;
  }

  /** Writes for sources that all have one length, at least 1; each up to its end mark or to `cap` symbols. */
  decode(sources: readonly ArrayLike<number>[], cap: number): Decoded[] {
    const size = sources.length;
    const length = sources[0]?.length ?? 0;
    const plan = this.planOf(size, length);
    const ids = new Float32Array(length * size);
    sources.forEach((source, b) => {
      for (let j = 0; j < length; j++) ids[j * size + b] = source[j] as number;
    });
    plan.reading.write(plan.ids, ids);
    plan.reading.run();
    const made = sources.map(() => ({
      target: [] as number[],
      finished: false,
      e: [] as Float32Array[],
      alpha: [] as Float32Array[],
    }));
    const previous = new Float32Array(size).fill(END);
    let before: { readonly graph: Graph; readonly next: Value } = {
      graph: plan.reading,
      next: plan.encoded.s,
    };
    for (let t = 0; t < cap && made.some(({ finished }) => !finished); t++) {
      const step = (plan.steps[t] ??= this.stepOf(plan, t));
      step.graph.write(step.s, before.graph.read(before.next));
      step.graph.write(step.y, previous);
      step.graph.run();
      const logits = step.graph.read(step.logits);
      made.forEach((one, b) => {
        const id = largestAt(logits, (b * logits.length) / size, logits.length / size);
        previous[b] = id;
        if (one.finished) return;
        keep(step, one, b, size);
        if (id === END) one.finished = true;
        else one.target.push(id);
      });
      before = step;
    }
    return made;
  }

  private planOf(size: number, length: number): Plan {
    const key = `${size} ${length}`;
    const known = this.plans.get(key);
    if (known !== undefined) return known;
    const reading = new Graph(this.store.kernels, { eager: false, base: this.store.end });
    const ids = reading.input('ids', [
      { name: 'j', size: length },
      { name: 'b', size },
    ]);
    const encoded = encode(reading, this.store.bind(reading), this.of.mechanism, ids);
    const plan = { reading, ids, encoded, steps: [] };
    this.plans.set(key, plan);
    return plan;
  }

  /** Lays out step t above what was read, which it sees where it lies. */
  private stepOf({ reading, encoded, ids }: Plan, t: number): Step {
    const graph = new Graph(this.store.kernels, { eager: false, base: reading.end });
    const p = this.store.bind(graph);
    const seen = (value: Value): Value => graph.sharedParameter('read', value.axes, reading.at(value), -1);
    const { keys, values, prepared } = encoded.memory;
    const memory = { ...encoded.memory, keys: seen(keys), values: seen(values), prepared: seen(prepared) };
    const s = graph.input('s', encoded.s.axes);
    const y = graph.input('y_id', ids.axes.slice(1));
    const { next, e, alpha, logits } = batchedStep(graph, p, this.of, { memory, s, previous: y, t });
    return { graph, y, s, next, e, alpha, logits };
  }
}

/** Copies the scores and weights of source b out of the heap. */
function keep(step: Step, to: { e: Float32Array[]; alpha: Float32Array[] }, b: number, size: number): void {
  for (const name of ['e', 'alpha'] as const) {
    const value = step[name];
    if (value === undefined) continue;
    const cells = step.graph.read(value);
    const places = cells.length / size;
    // The axes are [j, b] or [b, j], as the mechanism has them.
    const [stride, from] = value.axes[0]?.name === 'b' ? [1, b * places] : [size, b];
    to[name].push(Float32Array.from({ length: places }, (_, j) => cells[from + j * stride] as number));
  }
}
