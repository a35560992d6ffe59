/** @file One step of training the additive model in TensorFlow.js: the same equations, its own gradients, its own Adam. */
import * as tf from '@tensorflow/tfjs';
import type { TrainingContender, TrainingTask } from '../../src/cli/bench/training.ts';
import { ready, type Backend } from './tensorflow.ts';

type Variables = ReadonlyMap<string, tf.Variable>;
/** Rows of a table by number. */
type Lookup = (table: string) => tf.Tensor2D;

/** The contender. Word numbers become tensors once, before anything is timed. */
export async function tensorflowTraining(backend: Backend, task: TrainingTask): Promise<TrainingContender> {
  await ready(backend);
  const { rate, beta1, beta2, eps } = task.adam;
  const variables: Variables = new Map(
    task.parameters.map(({ shape: { name, axes }, values }) => [
      name,
      tf.variable(
        tf.tensor(
          values,
          axes.map(({ size }) => size),
        ),
      ),
    ]),
  );
  const loss = lossOf(backend, task, variables);
  const optimizer = tf.train.adam(rate, beta1, beta2, eps);
  const list = [...variables.values()];
  const number = async (tensor: tf.Scalar): Promise<number> => {
    const [value = NaN] = await tensor.data();
    tensor.dispose();
    return value;
  };
  return {
    name: `tfjs ${backend}`,
    before: () => ready(backend),
    run: () => {
      optimizer.minimize(loss, false, list);
    },
    loss: () => number(tf.tidy(loss)),
    gradients: async () => {
      const { value, grads } = tf.variableGrads(loss, list);
      value.dispose();
      const found = new Map<string, Float32Array>();
      for (const [name, variable] of variables) {
        const gradient = grads[variable.name];
        found.set(name, (await gradient?.data()) as Float32Array);
        gradient?.dispose();
      }
      return found;
    },
  };
}

/**
 * Looks rows up: by number on the cpu; by products with one-hot rows in wasm, where `gather` has no gradient.
 */
function lookup(backend: Backend, variables: Variables, ids: Float32Array, rows: number): Lookup {
  const numbers = tf.tensor1d(Int32Array.from(ids), 'int32');
  if (backend === 'cpu') return (table) => tf.gather(variables.get(table) as tf.Tensor2D, numbers);
  const oneHot = tf.oneHot(numbers, rows).toFloat() as tf.Tensor2D;
  return (table) => tf.matMul(oneHot, variables.get(table) as tf.Tensor2D);
}

/** Mean −log p a word, as one function of the variables (Bahdanau 2015, appendix A). */
function lossOf(
  backend: Backend,
  { shape, widths, ...words }: TrainingTask,
  variables: Variables,
): () => tf.Scalar {
  const { batch, source, target } = shape;
  const readSource = lookup(backend, variables, words.source, widths.sourceWords);
  const readPrevious = lookup(backend, variables, words.previous, widths.targetWords);
  const answers = tf
    .oneHot(tf.tensor1d(Int32Array.from(words.target), 'int32'), widths.targetWords)
    .toFloat();
  const weight = tf.fill([target * batch], 1 / (target * batch));
  const start = tf.zeros<tf.Rank.R2>([batch, widths.encoder]);
  const p = (name: string): tf.Tensor2D => {
    const found = variables.get(name);
    if (found === undefined) throw new Error(`there is no parameter ${name}`);
    return found as unknown as tf.Tensor2D;
  };
  /** x Wᵀ. */
  const times = (x: tf.Tensor2D, name: string): tf.Tensor2D => tf.matMul(x, p(name), false, true);
  /** W x + b of all steps at once, then one tensor a step. */
  const gateInput = (x: tf.Tensor2D, prefix: string, gate: string, steps: number): tf.Tensor2D[] => {
    const all = tf.add(times(x, `${prefix}W_${gate}`), p(`${prefix}b_${gate}`));
    return tf.unstack(all.reshape([steps, batch, -1])) as tf.Tensor2D[];
  };
  const gruStep = (prefix: string, [xz, xr, xh]: readonly tf.Tensor2D[], h: tf.Tensor2D): tf.Tensor2D => {
    const z = tf.sigmoid(tf.add(xz as tf.Tensor2D, times(h, `${prefix}U_z`)));
    const r = tf.sigmoid(tf.add(xr as tf.Tensor2D, times(h, `${prefix}U_r`)));
    const candidate = tf.tanh(tf.add(xh as tf.Tensor2D, times(tf.mul(r, h), `${prefix}U_h`)));
    // (1 − z) ∘ h + z ∘ h̃ with one product less.
    return tf.add(h, tf.mul(z, tf.sub(candidate, h)));
  };
  const direction = (prefix: string, x: tf.Tensor2D): tf.Tensor2D[] => {
    const inputs = ['z', 'r', 'h'].map((gate) => gateInput(x, prefix, gate, source));
    const states: tf.Tensor2D[] = [];
    let h = start;
    for (let n = 0; n < source; n++) {
      const j = prefix === 'backward_' ? source - 1 - n : n;
      h = gruStep(
        prefix,
        inputs.map((steps) => steps[j] as tf.Tensor2D),
        h,
      );
      states[j] = h;
    }
    return states;
  };
  return () => {
    const x = readSource('E_x');
    const forward = direction('forward_', x);
    const backward = direction('backward_', x);
    // [b, j, n], so that each sentence's annotations are one matrix.
    const h = tf.concat([tf.stack(forward, 1), tf.stack(backward, 1)], 2) as tf.Tensor3D;
    const width = 2 * widths.encoder;
    const prepared = times(h.reshape([batch * source, width]), 'U_a').reshape([
      batch,
      source,
      widths.attention,
    ]);
    const v = p('v_a').reshape([widths.attention, 1]) as tf.Tensor2D;
    let s = tf.tanh(times(backward[0] as tf.Tensor2D, 'W_s')) as tf.Tensor2D;
    const y = readPrevious('E_y');
    const inputs = ['z', 'r', 'h'].map((gate) => gateInput(y, '', gate, target));
    const contexts: tf.Tensor2D[] = [];
    const states: tf.Tensor2D[] = [];
    for (let t = 0; t < target; t++) {
      const asked = times(s, 'W_a').reshape([batch, 1, widths.attention]);
      const squashed = tf
        .tanh(tf.add(asked, prepared))
        .reshape([batch * source, widths.attention]) as tf.Tensor2D;
      const alpha = tf.softmax(tf.matMul(squashed, v).reshape([batch, source]));
      const c = tf
        .matMul(alpha.reshape([batch, 1, source]) as tf.Tensor3D, h)
        .reshape([batch, width]) as tf.Tensor2D;
      contexts.push(c);
      states.push(s);
      if (t === target - 1) break;
      const gates = ['z', 'r', 'h'].map((gate, k) =>
        tf.add(inputs[k]?.[t] as tf.Tensor2D, times(c, `C_${gate}`)),
      );
      s = gruStep('', gates as tf.Tensor2D[], s);
    }
    const read = tf.addN([
      times(tf.concat(contexts, 0), 'W_o_c'),
      times(tf.concat(states, 0), 'W_o_s'),
      times(y, 'W_o_y'),
    ]);
    const readout = tf.tanh(tf.add(read, p('b_o'))) as tf.Tensor2D;
    const logits = tf.add(times(readout, 'W_out'), p('b_out'));
    return tf.losses.softmaxCrossEntropy(answers, logits, weight, 0, tf.Reduction.SUM) as tf.Scalar;
  };
}
