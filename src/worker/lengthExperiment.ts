/** @file The experiment "length" for the page: its runs, and its models at work on a sentence. A chunk of its own, loaded when it is asked for first. */
import { alphaRows } from '../training/evaluation.ts';
import { readRuns, readSentences, type RunsFile } from '../models/lengthFiles.ts';
import { mechanismOf } from '../models/seq2seq/mechanismOf.ts';
import { modelFromWeights, type Model } from '../models/seq2seq/model.ts';
import { translate } from '../models/seq2seq/translate.ts';
import { sourceVocabulary, targetVocabulary } from '../tasks/translation/vocabulary.ts';
import type { Executed, Work } from './execute.ts';
import { bytesOf, fetched, FileError, reasonOf, type Fetch } from './modelFile.ts';
import { inPieces } from './pieces.ts';
import type { LengthRequest, LengthTranslateRequest } from './protocol.ts';

/** The seed whose weights are kept beside the app. */
const KEPT_SEED = 1;

/** The folder of the experiment's files. */
function folderOf(app: string): string {
  return `${app}experiments/length/`;
}

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

/** A file of the experiment, read. Throws a FileError that names it and what was wrong with it. */
async function fileOf<T>(
  name: string,
  read: (text: string) => T,
  fetch: Fetch,
  { app, signal }: Work,
): Promise<T> {
  const address = `${folderOf(app)}${name}`;
  const text = await (await fetched(fetch, address, signal)).text();
  try {
    return read(text);
  } catch (error) {
    throw new FileError(`${address}: ${reasonOf(error)}`);
  }
}

async function runsOf(fetch: Fetch, work: Work): Promise<RunsFile> {
  const known = kept(fetch);
  return (known.runs ??= await fileOf('index.json', readRuns, fetch, work));
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
  const address = `${folderOf(work.app)}${id}.bin`;
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
    const sentences = await fileOf('sentences.json', readSentences, fetch, work);
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
