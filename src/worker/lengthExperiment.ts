/** @file The experiment "length" for the page: its runs, and its models at work on a sentence. A chunk of its own, loaded when it is asked for first. */
import { alphaRows } from '../training/evaluation.ts';
import { mechanismOf } from '../models/seq2seq/mechanismOf.ts';
import { modelFromWeights, type Model } from '../models/seq2seq/model.ts';
import { translate } from '../models/seq2seq/translate.ts';
import { sourceVocabulary, targetVocabulary } from '../tasks/translation/vocabulary.ts';
import type { Executed, Work } from './execute.ts';
import { fetchRuns, fetchSentences, lengthFolder, type RunsFile } from './lengthFiles.ts';
import { bytesOf, fetched, FileError, reasonOf, type Fetch } from './modelFile.ts';
import { inPieces } from './pieces.ts';
import type { LengthRequest, LengthTranslateRequest } from './protocol.ts';

/** The seed whose weights are kept beside the app. */
const KEPT_SEED = 1;

/** What one source of files has given: it is fetched once. */
interface Kept {
  runs?: RunsFile;
  readonly models: Map<string, Model>;
}

const keptOf = new WeakMap<Fetch, Kept>();

function kept(fetch: Fetch): Kept {
  const known = keptOf.get(fetch) ?? { models: new Map<string, Model>() };
  keptOf.set(fetch, known);
  return known;
}

async function runsOf(fetch: Fetch, { app, signal }: Work): Promise<RunsFile> {
  const known = kept(fetch);
  return (known.runs ??= await fetchRuns(fetch, app, signal));
}

/** The model of a mechanism. Throws a RangeError where the experiment has none, a FileError where its file is not what it should be. */
async function modelOf(id: string, fetch: Fetch, work: Work): Promise<Model> {
  const { models } = kept(fetch);
  const known = models.get(id);
  if (known !== undefined) return known;
  const runs = (await runsOf(fetch, work)).filter(({ seed }) => seed === KEPT_SEED);
  const run = runs.find(({ mechanism }) => mechanism === id);
  if (run === undefined) {
    const there = runs.map(({ mechanism }) => mechanism).join(', ');
    throw new RangeError(`mechanism is ${id}; expected one of ${there}`);
  }
  const address = `${lengthFolder(work.app)}${id}.bin`;
  const response = await fetched(fetch, `${address}?${run.hash}`, work.signal);
  const weights = await bytesOf(response, run.bytes, work.progress);
  const words = { source: sourceVocabulary.words, target: targetVocabulary.words };
  const widths = { ...run.widths, sourceWords: words.source.length, targetWords: words.target.length };
  try {
    const model = modelFromWeights(mechanismOf(id), widths, words, weights);
    models.set(id, model);
    return model;
  } catch (error) {
    throw new FileError(`${address}: ${reasonOf(error)}`);
  }
}

/** Answers a request about the experiment. */
export async function lengthExperiment(
  request: LengthRequest | LengthTranslateRequest,
  fetch: Fetch,
  work: Work,
): Promise<Executed> {
  if (request.kind === 'length') {
    const runs = await runsOf(fetch, work);
    const sentences = await fetchSentences(fetch, work.app, work.signal);
    return { reply: { kind: 'length', runs, sentences }, transfer: [] };
  }
  const { mechanism, words } = request;
  const model = await modelOf(mechanism, fetch, work);
  const { target, hypotheses, trace } = await inPieces(translate(model, words), {
    ...work,
    onSteps: (done) => work.progress(Math.min(0.98, done / (1.25 * words.length + 2))),
  });
  const finished = hypotheses[0]?.finished !== false;
  const alpha = alphaRows(trace).slice(0, target.length);
  return { reply: { kind: 'length-translation', mechanism, target, finished, alpha }, transfer: [] };
}
