/** @file What the views of the experiment "length" are given to speak with. */

import type { ExperimentMessages } from '../../messages/en/experiment.ts';
import type { Formatter } from '../../messages/formatter.ts';

/** The words of the reader's language. */
export interface LengthWords {
  readonly formatter: Formatter;
  readonly messages: ExperimentMessages;
}

/** The name of a line; its id where the language has none. */
export function lineName({ formatter, messages }: LengthWords, id: string): string {
  return formatter.text((messages.lines as Readonly<Record<string, string>>)[id] ?? id);
}

/** A score from 0 to 100 with one digit after the point. */
export function scoreText({ formatter }: LengthWords, score: number): string {
  return formatter.text('{score, number, ::.0}', { score });
}
