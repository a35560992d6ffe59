/** @file The files of the experiment "length" from beside the app, checked field by field. */
import * as v from 'valibot';
import { FileError, fetched, type Fetch } from './modelFile.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const width = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4096));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const id = v.pipe(v.string(), v.regex(/^[a-z-]+$/, 'expected small letters and hyphens'));

const runs = v.array(
  v.object({
    mechanism: id,
    seed: count,
    parameters: count,
    bytes: count,
    hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/, 'expected 8 hexadecimal digits')),
    trainingMinutes: v.number(),
    widths: v.object({ embedding: width, encoder: width, decoder: width, attention: width, readout: width }),
    results: v.array(
      v.object({
        from: count,
        to: count,
        sentences: count,
        exact: share,
        tokens: share,
        bleu: share,
        capped: count,
      }),
    ),
  }),
);

const sentences = v.array(
  v.object({
    from: count,
    to: count,
    sentences: v.array(v.object({ english: v.string(), french: v.string() })),
  }),
);

/** The runs as their index holds them, with what loading a model of theirs needs. */
export type RunsFile = v.InferOutput<typeof runs>;
type SentencesFile = v.InferOutput<typeof sentences>;

/** The folder of the experiment's files. */
export function lengthFolder(app: string): string {
  return `${app}experiments/length/`;
}

async function checked<S extends v.GenericSchema>(
  schema: S,
  address: string,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<v.InferOutput<S>> {
  const response = await fetched(fetch, address, signal);
  let data: unknown;
  try {
    data = await response.json();
  } catch {
    signal.throwIfAborted();
    throw new FileError(`${address}: it is not JSON`);
  }
  const result = v.safeParse(schema, data);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new FileError(`${address}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
}

/** Every run that there is. Throws a FileError naming the file, the field and what was expected. */
export function fetchRuns(fetch: Fetch, app: string, signal: AbortSignal): Promise<RunsFile> {
  return checked(runs, `${lengthFolder(app)}index.json`, fetch, signal);
}

/** The sentences that the app opens. Throws as `fetchRuns` does. */
export function fetchSentences(fetch: Fetch, app: string, signal: AbortSignal): Promise<SentencesFile> {
  return checked(sentences, `${lengthFolder(app)}sentences.json`, fetch, signal);
}
