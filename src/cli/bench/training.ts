/** @file The second task, one step of training the additive model, and our own contender for it. */

import { Graph } from '../../engine/graph.ts';
import type { Kernels } from '../../engine/kernels/kernels.ts';
import { Random } from '../../lib/random.ts';
import { mechanismOf } from '../../models/seq2seq/mechanismOf.ts';
import { translationLoss } from '../../models/seq2seq/loss.ts';
import {
  initialValues,
  parameterShapes,
  type ModelWidths,
  type NamedShape,
} from '../../models/seq2seq/parameters.ts';
import { ParameterStore } from '../../training/parameterStore.ts';
import type { Contender } from './rounds.ts';

/** Sentences side by side, and the words of each. */
export interface TrainingShape {
  readonly batch: number;
  readonly source: number;
  readonly target: number;
}

const trainingShape: TrainingShape = { batch: 32, source: 30, target: 10 };

/** The widths of the shipped model. */
const widths: ModelWidths = {
  sourceWords: 396,
  targetWords: 496,
  embedding: 32,
  encoder: 32,
  decoder: 64,
  attention: 32,
  readout: 48,
};

/** Adam's settings (Kingma, Ba 2015) in all contenders. */
const adam = { rate: 5e-3, beta1: 0.9, beta2: 0.98, eps: 1e-8 } as const;

/** A batch and the parameters before the first step. Word numbers are step-major: [source, batch] and [target, batch]. */
export interface TrainingTask {
  readonly shape: TrainingShape;
  readonly widths: ModelWidths;
  readonly adam: typeof adam;
  readonly source: Float32Array;
  readonly previous: Float32Array;
  readonly target: Float32Array;
  readonly parameters: readonly { readonly shape: NamedShape; readonly values: Float32Array }[];
}

/** A contender whose losses and gradients can be compared. */
export interface TrainingContender extends Contender {
  /** Mean −log p a word, with the parameters as they are now. */
  loss(): Promise<number>;
  /** The gradient of every parameter, with the parameters as they are now. */
  gradients(): Promise<ReadonlyMap<string, Float32Array>>;
}

/** A batch of words drawn at random, the same in every run. */
export function trainingTask(): TrainingTask {
  const random = new Random(1);
  const { batch, source, target } = trainingShape;
  const words = (steps: number, size: number): Float32Array =>
    Float32Array.from({ length: steps * batch }, () => random.integer(size));
  return {
    shape: trainingShape,
    widths,
    adam,
    source: words(source, widths.sourceWords),
    previous: words(target, widths.targetWords),
    target: words(target, widths.targetWords),
    parameters: parameterShapes(mechanismOf('additive'), widths).map((shape) => ({
      shape,
      values: initialValues(shape, random),
    })),
  };
}

/** Our trainer's step: the planned program of the loss forward and backward, the gradients' norm, and Adam. */
export function ourTraining(kernels: Kernels, task: TrainingTask): TrainingContender {
  const { shape, parameters } = task;
  const store = new ParameterStore(
    kernels,
    parameters.map((one) => one.shape),
  );
  const first = new Map(parameters.map((one) => [one.shape.name, one.values]));
  store.set(({ name }) => first.get(name) ?? []);
  const graph = new Graph(kernels, { eager: false, base: store.end });
  const [j, t, b] = [
    { name: 'j', size: shape.source },
    { name: 't', size: shape.target },
    { name: 'b', size: shape.batch },
  ];
  const inputs = {
    source: graph.input('source', [j, b]),
    previous: graph.input('previous', [t, b]),
    target: graph.input('target', [t, b]),
    weight: graph.input('weight', [t, b]),
  };
  const bound = store.bind(graph);
  const { loss } = translationLoss(graph, bound, mechanismOf('additive'), inputs);
  const backward = graph.backward(loss);
  const { source, previous, target } = task;
  const weight = new Float32Array(target.length).fill(1 / target.length);
  for (const [name, words] of Object.entries({ source, previous, target, weight })) {
    graph.write(inputs[name as keyof typeof inputs], words);
  }
  const forwardAndBackward = (): void => {
    store.clearGradients();
    graph.run();
    backward();
  };
  return {
    name: 'ours',
    run: () => {
      forwardAndBackward();
      store.update(task.adam.rate, Infinity);
    },
    loss: () => {
      graph.run();
      return Promise.resolve(graph.read(loss)[0] as number);
    },
    gradients: () => {
      forwardAndBackward();
      const found = Object.entries(bound).map(([name, value]): [string, Float32Array] => [
        name,
        Float32Array.from(graph.gradient(value) ?? []),
      ]);
      return Promise.resolve(new Map(found));
    },
  };
}
