/** @file The mechanism that a model is built with, by its id. */

import { attentions } from '../../mechanisms/all.ts';
import type { Attention } from '../../mechanisms/attend.ts';

/** The mechanism of that id. Throws, naming those there are, if there is none. */
export function mechanismOf(id: string): Attention {
  const mechanism = attentions.find((one) => one.id === id);
  if (mechanism !== undefined) return mechanism;
  throw new Error(`mechanism: ${id}; expected one of ${attentions.map((one) => one.id).join(', ')}`);
}
