/** @file The experiment "length" for the page: its runs, and its models at work on a sentence. A chunk of its own, loaded when it is asked for first. */
import { alphaRows } from '../training/evaluation.ts';
import { readRuns, readSentences, type RunsFile } from '../models/lengthFiles.ts';
import { mechanismOf } from '../models/seq2seq/mechanismOf.ts';
import { modelFromWeights, type Model } from '../models/seq2seq/model.ts';
import { longestSpan, segment } from '../models/segmentation/segment.ts';
import { translate } from '../models/seq2seq/translate.ts';
import { reference } from '../tasks/translation/parse.ts';
import { sourceVocabulary, targetVocabulary } from '../tasks/translation/vocabulary.ts';
import type { Executed, Work } from './execute.ts';
import { bytesOf, fetched, FileError, reasonOf, type Fetch } from './modelFile.ts';
import { inPieces } from './pieces.ts';
import type { LengthRequest, LengthSegmentRequest, LengthTranslateRequest } from './protocol.ts';

/** The seed whose weights are kept beside the app. */
const KEPT_SEED = 1;

/** The folder of the experiment's files. */
function folderOf(app: string): string {
  return `${app}experiments/length/`;
}

/** The run whose weights are those of the way back, French to English without attention. */
const BACK = 'segmentation';

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

/** The words of both sides: the model of the way back reads French. */
function wordsOf(id: string): { source: readonly string[]; target: readonly string[] } {
  const [english, french] = [sourceVocabulary.words, targetVocabulary.words];
  return id === BACK ? { source: french, target: english } : { source: english, target: french };
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
  const words = wordsOf(id);
  const widths = { ...run.widths, sourceWords: words.source.length, targetWords: words.target.length };
  try {
    const model = modelFromWeights(mechanismOf(id === BACK ? 'none' : id), widths, words, weights);
    models.set(id, model);
    return model;
  } catch (error) {
    throw new FileError(`${address}: ${reasonOf(error)}`);
  }
}

/** Answers a request about the experiment. */
export async function lengthExperiment(
  request: LengthRequest | LengthTranslateRequest | LengthSegmentRequest,
  fetch: Fetch,
  work: Work,
): Promise<Executed> {
  if (request.kind === 'length') {
    const runs = await runsOf(fetch, work);
    const sentences = await fileOf('sentences.json', readSentences, fetch, work);
    return { reply: { kind: 'length', runs, sentences }, transfer: [] };
  }
  if (request.kind === 'length-segment') return inPhrases(request, fetch, work);
  const { mechanism, words } = request;
  if (mechanism === BACK)
    throw new RangeError('mechanism is segmentation; expected one that translates by itself');
  const model = await modelOf(mechanism, fetch, work);
  const { target, hypotheses, trace } = await inPieces(translate(model, words), {
    ...work,
    onSteps: (done) => work.progress(Math.min(0.98, done / (1.25 * words.length + 2))),
  });
  const finished = hypotheses[0]?.finished !== false;
  const alpha = alphaRows(trace).slice(0, target.length);
  return { reply: { kind: 'length-translation', mechanism, target, finished, alpha }, transfer: [] };
}

async function inPhrases({ words }: LengthSegmentRequest, fetch: Fetch, work: Work): Promise<Executed> {
  const pair = {
    forward: await modelOf('none', fetch, work),
    backward: await modelOf(BACK, fetch, work),
  };
  // For each length of a span one batch of translations and about as many ways back, each as many steps as it has words.
  const longest = Math.min(words.length, longestSpan);
  const steps = longest * longest + 4 * longest;
  const made = await inPieces(segment(pair, words), {
    ...work,
    onSteps: (done) => work.progress(Math.min(0.98, done / steps)),
  });
  const right = reference(words)?.target ?? null;
  return { reply: { kind: 'length-segmented', ...made, right }, transfer: [] };
}
