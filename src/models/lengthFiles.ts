/** @file The files of the experiment "length" as the app reads them: checked field by field, since they come from outside. */
import * as v from 'valibot';

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

function checked<S extends v.GenericSchema>(schema: S, text: string): v.InferOutput<S> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Error('it is not JSON');
  }
  const result = v.safeParse(schema, data);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
}

/** Reads the index of the runs. Throws an Error naming the field and what was expected. */
export function readRuns(text: string): RunsFile {
  return checked(runs, text);
}

/** Reads the sentences that the app opens. Throws as `readRuns` does. */
export function readSentences(text: string): SentencesFile {
  return checked(sentences, text);
}
