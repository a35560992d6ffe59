/** @file The card of a shipped model, as its file holds it: checked field by field, since it comes from outside. */
import * as v from 'valibot';
import type { AttendOptions } from '../mechanisms/attend.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const width = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4096));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const schema = v.looseObject({
  /** What has to be said first. */
  note: v.optional(v.string()),
  id: v.string(),
  task: v.string(),
  grammarVersion: count,
  seed: count,
  command: v.string(),
  parameters: count,
  bytes: count,
  compressed: count,
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/, 'expected 8 hexadecimal digits')),
  training: v.object({ sentences: count, minutes: v.number() }),
  // What is known of the run; of these a model needs D.
  settings: v.optional(v.looseObject({ D: v.optional(v.pipe(v.number(), v.gtValue(0))) })),
  widths: v.object({ embedding: width, encoder: width, decoder: width, attention: width, readout: width }),
  results: v.array(
    v.looseObject({
      set: v.string(),
      sentences: count,
      exact: share,
      tokens: share,
      bleu: share,
      // Where nothing is attended there are no links to judge.
      aer: v.optional(share),
    }),
  ),
  limits: v.array(v.string()),
});

/** What is known of a model. */
export type CardFile = v.InferOutput<typeof schema>;

/** Reads a card. Throws an Error naming the field and what was expected. */
export function readCard(text: string): CardFile {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Error('it is not JSON');
  }
  const result = v.safeParse(schema, data);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`${v.getDotPath(issue) ?? 'the card'}: ${issue.message}`);
}

/** The constants that a model was trained with. */
export function optionsOf(card: {
  readonly settings?: { readonly D?: number | undefined } | undefined;
}): AttendOptions {
  const D = card.settings?.D;
  return D === undefined ? {} : { D };
}
