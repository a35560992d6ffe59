/** @file What the worker does for each request. */
import { assertNever } from '../lib/exhaustive.ts';
import type { Model } from '../models/seq2seq/model.ts';
import { saliency } from '../models/seq2seq/saliency.ts';
import { translate, withoutEach } from '../models/seq2seq/translate.ts';
import { loadModelFile, type Fetch, type ModelFile } from './modelFile.ts';
import { inPieces, type Pieces } from './pieces.ts';
import type { CounterfactualRequest, Reply, Request, SaliencyRequest, TranslateRequest } from './protocol.ts';

/** The most words of a sentence: more would take long, and no model has read such. */
const mostWords = 60;

/** What one piece of work is given. */
export interface Work extends Pieces {
  /** Tells how much is done, from 0 to 1. */
  readonly progress: (share: number) => void;
  /** The address of the app's folder, with a slash at its end. */
  readonly app: string;
}

/** A reply, and the buffers in it that change hands. */
export interface Executed {
  readonly reply: Reply;
  readonly transfer: readonly ArrayBuffer[];
}

/** Answers requests, one at a time. */
export type Execute = (request: Request, work: Work) => Promise<Executed>;

/** An executor that fetches models when they are asked for first, and keeps them. */
export function createExecute(fetch: Fetch): Execute {
  const models = new Map<string, ModelFile>();

  async function modelOf(id: string, { app, signal, progress }: Work): Promise<ModelFile> {
    const known = models.get(id);
    if (known !== undefined) return known;
    const loaded = await loadModelFile(id, { fetch, app, signal, progress });
    models.set(id, loaded);
    return loaded;
  }

  return async (request, work) => {
    switch (request.kind) {
      case 'load': {
        const { card, model } = await modelOf(request.mechanism, work);
        const { sourceWords, targetWords } = model;
        return { reply: { kind: 'loaded', card, sourceWords, targetWords }, transfer: [] };
      }
      case 'translate':
        return translated(await modelOf(request.mechanism, work), request, work);
      case 'without':
        return leftOut(await modelOf(request.mechanism, work), request, work);
      case 'saliency':
        return gradients(await modelOf(request.mechanism, work), request, work);
      case 'proof': {
        const { runProof } = await import('./proof.ts');
        return { reply: { kind: 'proof', results: await runProof(fetch, work) }, transfer: [] };
      }
      case 'case': {
        const { runCaseFile } = await import('./caseRun.ts');
        return runCaseFile(request, work);
      }
      case 'length':
      case 'length-translate':
      case 'length-segment': {
        if (request.kind !== 'length') checkWords(request.words);
        const { lengthExperiment } = await import('./lengthExperiment.ts');
        return lengthExperiment(request, fetch, work);
      }
      case 'scaling': {
        const { runScaling } = await import('./scaling.ts');
        return runScaling(request, work);
      }
      default:
        return assertNever(request, 'request');
    }
  };
}

/** The model with a window of another width, where one is asked for. */
function withReach(model: Model, reach: number | undefined): Model {
  if (reach === undefined) return model;
  if (!(reach > 0)) throw new RangeError(`reach is ${reach}; expected a number above 0`);
  return { ...model, options: { ...model.options, D: reach } };
}

/** Throws a RangeError unless there are 1 to 60 words, and no more than a model has learned places for. */
function checkWords(
  words: readonly string[],
  { parameters }: Pick<Model, 'parameters'> = { parameters: [] },
): void {
  const places = parameters.flatMap(({ shape }) =>
    shape.axes.flatMap((axis) => (axis.name === 'j' ? [axis.size] : [])),
  );
  const most = Math.min(mostWords, ...places);
  if (words.length === 0 || words.length > most) {
    throw new RangeError(`words: there are ${words.length}; expected 1 to ${most}`);
  }
}

async function translated({ model }: ModelFile, request: TranslateRequest, work: Work): Promise<Executed> {
  const { words, beam, hypothesis, forced, mechanism } = request;
  checkWords(words, model);
  if (!Number.isInteger(beam) || beam < 1 || beam > 8)
    throw new RangeError(`beam is ${beam}; expected 1 to 8`);
  // French is a little longer than English; the chosen hypothesis of a beam is written once more for its trace.
  const steps = (1.25 * words.length + 2) * (beam > 1 && forced.length === 0 ? beam + 1 : 1);
  const made = await inPieces(
    translate(withReach(model, request.reach), words, { beam, hypothesis, forced }),
    {
      ...work,
      onSteps: (done) => work.progress(Math.min(0.98, done / steps)),
    },
  );
  const { unknown, target, hypotheses, chosen, trace } = made;
  return {
    reply: { kind: 'translation', mechanism, source: words, unknown, target, hypotheses, chosen, trace },
    transfer: [trace.data.buffer as ArrayBuffer],
  };
}

async function leftOut({ model }: ModelFile, request: CounterfactualRequest, work: Work): Promise<Executed> {
  const { words, target, t } = request;
  checkWords(words, model);
  const made = await inPieces(withoutEach(withReach(model, request.reach), words, target, t), {
    ...work,
    onSteps: (done) => work.progress(Math.min(0.98, done / words.length)),
  });
  return { reply: { kind: 'without', ...made }, transfer: [] };
}

async function gradients({ model }: ModelFile, request: SaliencyRequest, work: Work): Promise<Executed> {
  const { words, target } = request;
  checkWords(words, model);
  const rows = await inPieces(saliency(withReach(model, request.reach), words, target), {
    ...work,
    onSteps: (done) => work.progress(Math.min(0.98, done / Math.max(1, target.length))),
  });
  return { reply: { kind: 'saliency', rows }, transfer: [] };
}
