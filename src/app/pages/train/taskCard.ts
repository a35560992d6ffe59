/** @file The card of a shipped model of a task: checked field by field, since it comes from outside. */
import * as v from 'valibot';
import { settingsSchema } from './savedModel.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const schema = v.object({
  id: v.string(),
  task: v.string(),
  command: v.string(),
  parameters: count,
  bytes: count,
  compressed: count,
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/, 'expected 8 hexadecimal digits')),
  training: v.object({ examples: count, seconds: v.number() }),
  settings: settingsSchema,
  results: v.array(
    v.object({
      set: v.string(),
      examples: count,
      exact: share,
      symbols: share,
      loss: v.number(),
      /** Share of the symbols that come from a place, whose largest weight is at such a place. */
      aligned: v.optional(share),
    }),
  ),
  limits: v.array(v.string()),
});

/** What is known of such a model. */
export type TaskCard = v.InferOutput<typeof schema>;

/** Reads a card. Throws an Error naming the field and what was expected. */
export function readTaskCard(text: string): TaskCard {
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
