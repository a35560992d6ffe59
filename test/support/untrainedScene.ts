/** @file A real translation by a model that was never trained: every number is computed, and the words are what a test wants. */
import { createPlainKernels } from '../../src/engine/kernels/plain.ts';
import { Random } from '../../src/lib/random.ts';
import { attentions } from '../../src/mechanisms/all.ts';
import { END, type Model } from '../../src/models/seq2seq/model.ts';
import { initialValues, parameterShapes } from '../../src/models/seq2seq/parameters.ts';
import { finish, translate } from '../../src/models/seq2seq/translate.ts';

const MARKS = ['<pad>', '<unknown>', '<end>'];

export interface UntrainedOptions {
  readonly mechanism?: string;
  readonly source?: readonly string[];
  readonly target?: readonly string[];
  readonly seed?: number;
}

/** A model with weights drawn by the seed, which ends wherever no word is forced. */
function untrainedModel(
  id: string,
  source: readonly string[],
  target: readonly string[],
  seed: number,
): Model {
  const mechanism = attentions.find((one) => one.id === id);
  if (mechanism === undefined) throw new Error(`no mechanism ${id}`);
  const sourceWords = [...MARKS, ...new Set(source)];
  const targetWords = [...MARKS, ...new Set(target)];
  const widths = {
    sourceWords: sourceWords.length,
    targetWords: targetWords.length,
    embedding: 6,
    encoder: 5,
    decoder: 10,
    attention: 7,
    readout: 8,
  };
  const random = new Random(seed);
  const parameters = parameterShapes(mechanism, widths).map((shape) => {
    const values = initialValues(shape, random);
    if (shape.name === 'b_out') values[END] = 9;
    return { shape, values };
  });
  return { mechanism, options: {}, sourceWords, targetWords, parameters, kernels: createPlainKernels() };
}

/** What the views are given: a trace with all its words. */
export function untrainedScene(options: UntrainedOptions = {}) {
  const { mechanism = 'additive', seed = 1 } = options;
  const source = options.source ?? ['the', 'black', 'cat', 'sleeps'];
  const target = options.target ?? ['le', 'chat', 'noir', 'dort', 'ici'];
  const model = untrainedModel(mechanism, source, target, seed);
  const { trace, unknown } = finish(
    translate(model, source, { forced: target.map((word, t) => ({ t, word })) }),
  );
  return {
    trace,
    source,
    unknown,
    target,
    targetWords: model.targetWords,
    sourceLanguage: 'en',
    targetLanguage: 'fr',
    forced: [] as readonly number[],
    model: { name: mechanism, cardHref: '#/1/additive/about' },
  };
}
