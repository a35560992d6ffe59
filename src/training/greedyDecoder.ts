/** @file Greedy decoding in float32 with a model in training: planned once a shape, its weights read where they are learned. */
import { Graph, type Value } from '../engine/graph.ts';
import { gather } from '../engine/ops/gather.ts';
import { parameter, type Mechanism } from '../mechanisms/mechanism.ts';
import { look, nextState, readOut, wordInput } from '../models/seq2seq/decoder.ts';
import { encode } from '../models/seq2seq/encoder.ts';
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

/** A program laid out for `size` sources of one length. */
interface Plan {
  readonly reading: Graph;
  readonly writing: Graph;
  readonly ids: Value;
  readonly first: Value;
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
  private readonly mechanism: Mechanism;
  private readonly plans = new Map<string, Plan>();

  constructor(store: ParameterStore, mechanism: Mechanism) {
    this.store = store;
    this.mechanism = mechanism;
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
    plan.writing.write(plan.s, plan.reading.read(plan.first));
    const made = sources.map(() => ({
      target: [] as number[],
      finished: false,
      e: [] as Float32Array[],
      alpha: [] as Float32Array[],
    }));
    const previous = new Float32Array(size).fill(END);
    for (let t = 0; t < cap && made.some(({ finished }) => !finished); t++) {
      plan.writing.write(plan.y, previous);
      plan.writing.run();
      const logits = plan.writing.read(plan.logits);
      made.forEach((one, b) => {
        const id = largestAt(logits, (b * logits.length) / size, logits.length / size);
        previous[b] = id;
        if (one.finished) return;
        this.keep(plan, one, b, size);
        if (id === END) one.finished = true;
        else one.target.push(id);
      });
      plan.writing.write(plan.s, plan.writing.read(plan.next));
    }
    return made;
  }

  /** Copies the scores and weights of source b out of the heap. */
  private keep(plan: Plan, to: { e: Float32Array[]; alpha: Float32Array[] }, b: number, size: number): void {
    for (const name of ['e', 'alpha'] as const) {
      const value = plan[name];
      if (value === undefined) continue;
      const cells = plan.writing.read(value);
      const places = cells.length / size;
      // The axes are [j, b] or [b, j], as the mechanism has them.
      const [step, from] = value.axes[0]?.name === 'b' ? [1, b * places] : [size, b];
      to[name].push(Float32Array.from({ length: places }, (_, j) => cells[from + j * step] as number));
    }
  }

  private planOf(size: number, length: number): Plan {
    const key = `${size} ${length}`;
    const known = this.plans.get(key);
    if (known !== undefined) return known;
    const b = { name: 'b', size };
    const reading = new Graph(this.store.kernels, { eager: false, base: this.store.end });
    const ids = reading.input('ids', [{ name: 'j', size: length }, b]);
    const encoded = encode(reading, this.store.bind(reading), this.mechanism, ids);
    // The second graph lies above the first, whose values it reads where they are.
    const writing = new Graph(this.store.kernels, { eager: false, base: reading.end });
    const p = this.store.bind(writing);
    const moved = (value: Value): Value => writing.sharedParameter('read', value.axes, reading.at(value), -1);
    const memory = {
      ...encoded.memory,
      keys: moved(encoded.memory.keys),
      values: moved(encoded.memory.values),
      prepared: moved(encoded.memory.prepared),
    };
    const y = writing.input('y_id', [b]);
    const s = writing.input('s', encoded.s.axes);
    const embedded = gather(writing, parameter(p, 'E_y'), y);
    const { e, alpha, c } = look(writing, p, this.mechanism, s, memory, {}, () => undefined);
    const next = nextState(writing, p, wordInput(writing, p, embedded), c, s);
    const logits = readOut(writing, p, c, s, embedded);
    const plan = { reading, writing, ids, first: encoded.s, y, s, next, e, alpha, logits };
    this.plans.set(key, plan);
    return plan;
  }
}
